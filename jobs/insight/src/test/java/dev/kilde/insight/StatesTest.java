package dev.kilde.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class StatesTest {

  private static final List<StateDescriptor<?, ?>> ALL =
      List.of(
          States.COUNTED_BUYER,
          States.DELTA_LAST,
          States.DELTA_FREQUENCY,
          States.DELTA_MONETARY,
          States.POPULATION,
          States.PENDING_DELTAS,
          States.MODEL_COURSE);

  @Test
  void namesAreThoseReleased() throws IOException {
    assertThat(ALL.stream().map(StateDescriptor::getName).sorted())
        .containsExactlyElementsOf(ReleasedNames.in("state-names.txt"));
  }

  @Test
  void whatASavepointKeepsOfASerializerLeadsBackToIt() throws IOException {
    for (StateDescriptor<?, ?> state : ALL) {
      TypeSerializer<?> serializer = state.getSerializer();
      DataOutputSerializer out = new DataOutputSerializer(64);
      TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
      TypeSerializerSnapshot<?> snapshot =
          TypeSerializerSnapshot.readVersionedSnapshot(
              new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
      assertThat(snapshot.restoreSerializer()).as(state.getName()).isEqualTo(serializer);
    }
  }
}
