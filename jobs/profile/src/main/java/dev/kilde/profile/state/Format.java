package dev.kilde.profile.state;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How one type is written as bytes: compact, by hand, with a version that only grows.
 *
 * <p>A format has a public constructor without arguments: it is found again by its class name when
 * a savepoint is restored. Fields are added at the end under a new version and read as null or zero
 * from an older one.
 *
 * @param <T> an immutable type
 */
public interface Format<T> extends Serializable {

  /** The version {@link #write} writes, from 1. */
  int version();

  /** Writes one value. */
  void write(T value, StateWriter out) throws IOException;

  /**
   * Reads what {@link #write} of that version wrote.
   *
   * @param version from 1 to {@link #version()}
   */
  T read(int version, StateReader in) throws IOException;

  /** A format for another thread; itself unless it holds buffers. */
  default Format<T> duplicate() {
    return this;
  }

  /** The writer on Flink's output. */
  static StateWriter on(DataOutputView out) {
    return new StateWriter(out);
  }

  /** The reader on Flink's input. */
  static StateReader on(DataInputView in) {
    return new StateReader(in);
  }
}
