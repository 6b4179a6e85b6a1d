package dev.kilde.profile.state;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Flink's view of a type that has a {@link Format}.
 *
 * @param <T> the type
 */
public final class FormatTypeInfo<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private final Format<T> format;

  private FormatTypeInfo(Class<T> type, Format<T> format) {
    this.type = type;
    this.format = format;
  }

  public static <T> FormatTypeInfo<T> of(Class<T> type, Format<T> format) {
    return new FormatTypeInfo<>(type, format);
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new FormatSerializer<>(format);
  }

  @Override
  public String toString() {
    return "FormatTypeInfo<" + type.getSimpleName() + ">";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormatTypeInfo<?> that
        && type.equals(that.type)
        && format.getClass().equals(that.format.getClass());
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof FormatTypeInfo<?>;
  }
}
