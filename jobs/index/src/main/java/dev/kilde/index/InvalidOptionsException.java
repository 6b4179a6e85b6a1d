package dev.kilde.index;

import java.util.List;

/** Everything that is wrong with the options, at once. */
public final class InvalidOptionsException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidOptionsException(List<String> errors) {
    super(
        "The options of the index job are not right:\n  "
            + String.join("\n  ", errors)
            + "\nAll options are explained in flink-conf/index-reference.properties.",
        null,
        false,
        false);
  }
}
