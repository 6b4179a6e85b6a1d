package dev.kilde.connectors.elasticsearch;

/**
 * The cluster or the configuration must be changed before any write can succeed; the message says
 * how.
 */
public final class FatalAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  /**
   * @param what what happened
   * @param remedy what the operator can do
   */
  public FatalAnswerException(String what, String remedy) {
    super(what + " Remedy: " + remedy + ".");
    this.what = what;
    this.remedy = remedy;
  }

  /** The message names the address, the target and the remedy. */
  static FatalAnswerException at(String address, String target, ItemOutcome.Fatal outcome) {
    return new FatalAnswerException(
        "Elasticsearch at "
            + address
            + " does not take writes to "
            + target
            + ": "
            + outcome.what()
            + ".",
        outcome.remedy());
  }

  ItemOutcome.Fatal outcome() {
    return new ItemOutcome.Fatal(what, remedy);
  }
}
