package dev.kilde.options;

import java.util.List;

/** Everything that is wrong with a job's options, at once. */
public final class InvalidOptionsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * What is wrong, a line each.
   *
   * @param job the job's name
   * @param reference the file that explains all its options
   */
  public InvalidOptionsException(String job, String reference, List<String> errors) {
    super(
        "The options of the "
            + job
            + " job are not right:\n  "
            + String.join("\n  ", errors)
            + "\nAll options are explained in "
            + reference
            + ".",
        null,
        false,
        false);
  }
}
