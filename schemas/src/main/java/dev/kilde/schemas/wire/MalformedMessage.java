package dev.kilde.schemas.wire;

import org.apache.avro.AvroRuntimeException;

/** The bytes are not what the writer's schema says. Never leaves the package. */
final class MalformedMessage extends AvroRuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedMessage(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
