package dev.kilde.connectors.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class WriterStateSerializerTest {
  private final WriterStateSerializer serializer = new WriterStateSerializer();

  @Property(tries = 200)
  void what_waits_comes_back_in_order(@ForAll("writes") List<DocumentWrite> writes)
      throws IOException {
    BufferedRequestState<DocumentWrite> state =
        new BufferedRequestState<>(
            writes.stream().map(w -> new RequestEntryWrapper<>(w, w.sizeInBytes())).toList());
    BufferedRequestState<DocumentWrite> back =
        serializer.deserialize(serializer.getVersion(), serializer.serialize(state));
    assertThat(back.getBufferedRequestEntries())
        .extracting(RequestEntryWrapper::getRequestEntry)
        .containsExactlyElementsOf(writes);
    assertThat(back.getStateSize()).isEqualTo(state.getStateSize());
  }

  @Property(tries = 200)
  void a_write_travels_between_operators(@ForAll("write") DocumentWrite write) throws IOException {
    DocumentWriteSerializer between = new DocumentWriteSerializer();
    DataOutputSerializer out = new DataOutputSerializer(64);
    between.serialize(write, out);
    assertThat(between.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(write);
  }

  @Test
  void version_1_is_still_read() throws IOException {
    // Two writes as the first release wrote them. Never change these bytes: they stand in
    // savepoints.
    byte[] bytes = HexFormat.of().parseHex(GOLDEN);
    assertThat(serializer.deserialize(1, bytes).getBufferedRequestEntries())
        .extracting(RequestEntryWrapper::getRequestEntry)
        .containsExactly(
            DocumentWrite.put("people", "a1", "acme", 7, "{}".getBytes(UTF_8)),
            DocumentWrite.delete("people", "b2", null, 8));
  }

  private static final String GOLDEN =
      "ffffffffffffffff00000002000000000000006e030670656f706c650261"
          + "310461636d650000000000000007027b7d0000000000000068000670656f"
          + "706c650262320000000000000008";

  @Test
  void another_version_is_refused_with_a_remedy() {
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("savepoint");
  }

  @Provide
  Arbitrary<List<DocumentWrite>> writes() {
    return write().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<DocumentWrite> write() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(300)
            .filter(s -> UTF_8.newEncoder().canEncode(s));
    Arbitrary<byte[]> json = Arbitraries.strings().ofMaxLength(20_000).map(s -> s.getBytes(UTF_8));
    return Combinators.combine(
            text,
            text,
            text.injectNull(0.5),
            Arbitraries.longs().greaterOrEqual(0),
            json.injectNull(0.3))
        .as(
            (target, id, routing, version, bytes) ->
                bytes == null
                    ? DocumentWrite.delete(target, id, routing, version)
                    : DocumentWrite.put(target, id, routing, version, bytes));
  }
}
