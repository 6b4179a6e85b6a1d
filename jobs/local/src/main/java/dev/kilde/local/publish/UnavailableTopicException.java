package dev.kilde.local.publish;

/** The topic cannot be used just now; the message is one line and says what to do. */
final class UnavailableTopicException extends Exception {

  private static final long serialVersionUID = 1;

  UnavailableTopicException(String message, Throwable cause) {
    super(message, cause);
  }

  UnavailableTopicException(String message) {
    super(message);
  }
}
