package dev.kilde.schemas;

/** An input was not taken. Part of ordinary work, hence checked and without a stack trace. */
public final class RejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rejection rejection;

  /** Carries the rejection. */
  public RejectedException(Rejection rejection) {
    super(rejection.reason().code() + ": " + rejection.detail(), null, false, false);
    this.rejection = rejection;
  }

  /** Carries a rejection made of its parts. */
  public RejectedException(Rejection.Reason reason, String detail) {
    this(new Rejection(reason, detail));
  }

  /** Why. */
  public Rejection rejection() {
    return rejection;
  }
}
