package dev.kilde.connectors.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.schemas.Limits;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputSerializerTest {

  private final InputSerializer serializer = new InputSerializer();

  static Stream<Input> inputs() {
    return Stream.of(
        Samples.viewed("e1", "2026-01-01T10:00:00.001Z"),
        Samples.rejected(new byte[] {0, -1, '\n'}),
        Samples.rejected(new byte[0]),
        Samples.rejected(new byte[Limits.MAX_BYTES]),
        Samples.rejected(new byte[Limits.MAX_BYTES + 1]),
        Input.tick(Instant.parse("1969-12-31T23:59:59.999Z")));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void readsBackWhatItWrote(Input input) throws IOException {
    assertThat(read(written(input))).isEqualTo(input);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void copiesBytesWithoutReadingThem(Input input) throws IOException {
    byte[] bytes = written(input);
    DataOutputSerializer copy = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(bytes), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void aCopyIsTheInstanceItself(Input input) {
    assertThat(serializer.copy(input)).isSameAs(input);
    assertThat(serializer.copy(input, Input.tick(Instant.EPOCH))).isSameAs(input);
    assertThat(serializer.isImmutableType()).isTrue();
  }

  @Test
  void elementsFollowEachOtherInAStream() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (Input input : inputs().toList()) {
      serializer.serialize(input, out);
    }
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    for (Input input : inputs().toList()) {
      assertThat(serializer.deserialize(in)).isEqualTo(input);
    }
    assertThat(in.available()).isZero();
  }

  @Test
  void refusesBytesItNeverWrote() {
    assertThatThrownBy(() -> read(new byte[] {9, 1, 2}))
        .isInstanceOf(IOException.class)
        .hasMessage("not a serialized Input: it starts with 9");
  }

  @Test
  void everyThreadGetsItsOwn() throws Exception {
    assertThat(serializer.duplicate()).isNotSameAs(serializer).isEqualTo(serializer);
    Input input = Samples.viewed("e1", "2026-01-01T10:00:00Z");
    InputSerializer shipped = InstantiationUtil.clone(serializer);
    assertThat(InstantiationUtil.serializeToByteArray(shipped, input)).isEqualTo(written(input));
  }

  @Test
  void aSavepointRemembersTheVersion() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    TypeSerializerSnapshot<Input> restored =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    TypeSerializer<Input> old = restored.restoreSerializer();
    assertThat(old).isEqualTo(serializer);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(restored)
                .isCompatibleAsIs())
        .isTrue();
  }

  @Test
  void aSavepointOfALaterVersionIsRefusedInWords() {
    assertThatThrownBy(
            () ->
                new InputSerializerSnapshot()
                    .readSnapshot(
                        2, new DataInputDeserializer(new byte[0]), getClass().getClassLoader()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("restore with the version of Kilde that wrote it");
  }

  private byte[] written(Input input) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(input, out);
    return out.getCopyOfBuffer();
  }

  private Input read(byte[] bytes) throws IOException {
    return serializer.deserialize(new DataInputDeserializer(bytes));
  }
}
