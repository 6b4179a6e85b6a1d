package dev.kilde.connectors.elasticsearch;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink how streams of {@link DocumentWrite} travel. */
public final class DocumentWriteTypeInfo extends TypeInformation<DocumentWrite> {
  private static final long serialVersionUID = 1L;

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
  public Class<DocumentWrite> getTypeClass() {
    return DocumentWrite.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<DocumentWrite> createSerializer(SerializerConfig config) {
    return new DocumentWriteSerializer();
  }

  @Override
  public String toString() {
    return "DocumentWrite";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentWriteTypeInfo;
  }

  @Override
  public int hashCode() {
    return DocumentWriteTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(@Nullable Object other) {
    return other instanceof DocumentWriteTypeInfo;
  }
}
