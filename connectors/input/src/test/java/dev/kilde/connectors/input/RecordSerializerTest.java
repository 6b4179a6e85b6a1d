package dev.kilde.connectors.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.Receipt;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RecordSerializerTest {

  private final RecordTypeInfo<DeadLetter> type =
      RecordTypeInfo.of(Topic.DEAD_LETTERS, DeadLetter.class);
  private final TypeSerializer<DeadLetter> serializer =
      type.createSerializer(new SerializerConfigImpl());
  private final DeadLetter letter = Samples.rejected(new byte[] {1, 2}).deadLetter();

  @Test
  void readsBackWhatItWroteAndWhatItCopied() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(8);
    serializer.serialize(letter, out);
    DataOutputSerializer copy = new DataOutputSerializer(8);
    serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
    assertThat(serializer.deserialize(new DataInputDeserializer(copy.getCopyOfBuffer())))
        .isEqualTo(letter);
  }

  @Test
  void travelsToTheClusterAndEveryThreadGetsItsOwn() throws Exception {
    assertThat(serializer.duplicate()).isNotSameAs(serializer).isEqualTo(serializer);
    assertThat(InstantiationUtil.clone(type)).isEqualTo(type);
    assertThat(
            InstantiationUtil.deserializeFromByteArray(
                InstantiationUtil.clone(serializer),
                InstantiationUtil.serializeToByteArray(serializer, letter)))
        .isEqualTo(letter);
  }

  @Test
  void aSavepointRemembersTheTopic() throws IOException {
    TypeSerializerSnapshot<DeadLetter> restored = throughSavepoint(serializer);
    assertThat(restored.restoreSerializer()).isEqualTo(serializer);
    assertThat(serializer.snapshotConfiguration().resolveSchemaCompatibility(restored))
        .matches(compatibility -> compatibility.isCompatibleAsIs());
  }

  @Test
  void anotherTopicIsIncompatible() throws IOException {
    TypeSerializer<Order> orders =
        RecordTypeInfo.of(Topic.ORDERS, Order.class).createSerializer(new SerializerConfigImpl());
    TypeSerializerSnapshot<Order> old = throughSavepoint(orders);
    assertThat(
            new RecordSerializerSnapshot<>(Topic.RECEIPTS, Order.class)
                .resolveSchemaCompatibility(old)
                .isIncompatible())
        .isTrue();
  }

  @Test
  void aTopicHasOneKindOfRecord() {
    assertThatThrownBy(() -> RecordTypeInfo.of(Topic.ORDERS, Receipt.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("orders carries Order, not ");
  }

  private <T> TypeSerializerSnapshot<T> throughSavepoint(TypeSerializer<T> written)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, written.snapshotConfiguration());
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
  }
}
