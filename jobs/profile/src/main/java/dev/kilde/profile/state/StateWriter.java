package dev.kilde.profile.state;

import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes the few shapes state is made of; {@link StateReader} reads them. */
public final class StateWriter {

  /** Writes one element of a list. */
  @FunctionalInterface
  public interface Element<T> {
    void write(T value) throws IOException;
  }

  private final DataOutput out;

  public StateWriter(DataOutput out) {
    this.out = out;
  }

  /** Seven bits a byte, least significant first; small numbers are short. */
  public void unsigned(long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /** Eight bytes. */
  public void fixed(long value) throws IOException {
    out.writeLong(value);
  }

  public void flag(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  /** Any length, and null. */
  public void text(@Nullable String value) throws IOException {
    if (value == null) {
      unsigned(0);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    unsigned(bytes.length + 1L);
    out.write(bytes);
  }

  public void bytes(byte[] value) throws IOException {
    unsigned(value.length);
    out.write(value);
  }

  /** As many as the reader asks for. */
  public void fixedBytes(byte[] value) throws IOException {
    out.write(value);
  }

  /** Milliseconds, and null. */
  public void instant(@Nullable Instant value) throws IOException {
    flag(value != null);
    if (value != null) {
      fixed(value.toEpochMilli());
    }
  }

  /** Exactly, scale included, and null. */
  public void decimal(@Nullable BigDecimal value) throws IOException {
    flag(value != null);
    if (value != null) {
      unsigned(value.scale() & 0xFFFF_FFFFL);
      bytes(value.unscaledValue().toByteArray());
    }
  }

  /** By its ordinal, and null: constants of a stored enum are only ever added at the end. */
  @SuppressWarnings("EnumOrdinal") // compact; a test holds the order of every stored enum
  public void constant(@Nullable Enum<?> value) throws IOException {
    unsigned(value == null ? 0 : value.ordinal() + 1L);
  }

  /** Size, then each element. */
  public <T> void list(Collection<T> values, Element<T> element) throws IOException {
    unsigned(values.size());
    for (T value : values) {
      element.write(value);
    }
  }
}
