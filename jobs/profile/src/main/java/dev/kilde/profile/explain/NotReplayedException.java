package dev.kilde.profile.explain;

import java.io.IOException;

/** A folder does not hold what a replay leaves behind; the message says so in one line. */
public final class NotReplayedException extends IOException {

  private static final long serialVersionUID = 1L;

  NotReplayedException(String message) {
    super(message);
  }
}
