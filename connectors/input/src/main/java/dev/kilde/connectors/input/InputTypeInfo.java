package dev.kilde.connectors.input;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Flink's type information of {@link Input}: an atomic type with its own serializer, so never Kryo.
 * {@code Input} carries {@code @TypeInfo}, so Flink also finds it by itself.
 */
public final class InputTypeInfo extends TypeInformation<Input> {

  /** The one there needs to be; it has no state. */
  public static final InputTypeInfo INSTANCE = new InputTypeInfo();

  private static final long serialVersionUID = 1L;

  private InputTypeInfo() {}

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
  public Class<Input> getTypeClass() {
    return Input.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<Input> createSerializer(SerializerConfig config) {
    return new InputSerializer();
  }

  @Override
  public boolean canEqual(@Nullable Object other) {
    return other instanceof InputTypeInfo;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return canEqual(other);
  }

  @Override
  public int hashCode() {
    return InputTypeInfo.class.hashCode();
  }

  @Override
  public String toString() {
    return "Input";
  }

  /** Lets Flink's type extraction find {@link InputTypeInfo}. */
  public static final class Factory extends TypeInfoFactory<Input> {
    @Override
    public TypeInformation<Input> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return INSTANCE;
    }
  }
}
