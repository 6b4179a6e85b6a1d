package dev.kilde.profile.state;

import java.io.DataInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote. */
public final class StateReader {

  /** Reads one element of a list. */
  @FunctionalInterface
  public interface Element<T> {
    T read() throws IOException;
  }

  private final DataInput in;

  public StateReader(DataInput in) {
    this.in = in;
  }

  public long unsigned() throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.readByte();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  public long fixed() throws IOException {
    return in.readLong();
  }

  public boolean flag() throws IOException {
    return in.readBoolean();
  }

  public @Nullable String optionalText() throws IOException {
    int length = (int) unsigned() - 1;
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public String text() throws IOException {
    return Objects.requireNonNull(optionalText());
  }

  public byte[] bytes() throws IOException {
    byte[] bytes = new byte[(int) unsigned()];
    in.readFully(bytes);
    return bytes;
  }

  /** Exactly so many. */
  public byte[] fixedBytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  public @Nullable Instant optionalInstant() throws IOException {
    return flag() ? Instant.ofEpochMilli(fixed()) : null;
  }

  public Instant instant() throws IOException {
    return Objects.requireNonNull(optionalInstant());
  }

  public @Nullable BigDecimal optionalDecimal() throws IOException {
    if (!flag()) {
      return null;
    }
    int scale = (int) unsigned();
    return new BigDecimal(new BigInteger(bytes()), scale);
  }

  public BigDecimal decimal() throws IOException {
    return Objects.requireNonNull(optionalDecimal());
  }

  /** One of {@code constants} by its ordinal. */
  public <E extends Enum<E>> @Nullable E optionalConstant(E[] constants) throws IOException {
    int position = (int) unsigned();
    return position == 0 ? null : constants[position - 1];
  }

  public <E extends Enum<E>> E constant(E[] constants) throws IOException {
    return Objects.requireNonNull(optionalConstant(constants));
  }

  public <T> List<T> list(Element<T> element) throws IOException {
    int size = (int) unsigned();
    List<T> values = new ArrayList<>(Math.min(size, 1024));
    for (int i = 0; i < size; i++) {
      values.add(element.read());
    }
    return values;
  }
}
