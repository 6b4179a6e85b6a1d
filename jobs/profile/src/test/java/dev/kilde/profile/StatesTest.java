package dev.kilde.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class StatesTest {

  @Test
  void everyFactHasAState() {
    assertThat(Catalogue.FACTS).allSatisfy(fact -> assertThat(States.of(fact)).isNotNull());
  }

  @Test
  void namesAreThoseReleased() throws IOException {
    List<String> names = all().stream().map(StateDescriptor::getName).sorted().toList();
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"))
        .isEqualTo(ReleasedNames.in("state-names.txt"));
  }

  @Test
  void nothingIsKeptByKryo() {
    for (StateDescriptor<?, ?> state : all()) {
      var serializer = state.getSerializer();
      assertThat(serializer).isNotInstanceOf(KryoSerializer.class);
      if (serializer instanceof ListSerializer<?> list) {
        assertThat(list.getElementSerializer()).isNotInstanceOf(KryoSerializer.class);
      }
      if (serializer instanceof MapSerializer<?, ?> map) {
        assertThat(map.getValueSerializer()).isNotInstanceOf(KryoSerializer.class);
      }
    }
  }

  @Test
  void whatASavepointKeepsOfASerializerLeadsBackToIt() throws IOException {
    for (StateDescriptor<?, ?> state : all()) {
      TypeSerializer<?> serializer = state.getSerializer();
      DataOutputSerializer out = new DataOutputSerializer(64);
      TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
      TypeSerializerSnapshot<?> snapshot =
          TypeSerializerSnapshot.readVersionedSnapshot(
              new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
      assertThat(snapshot.restoreSerializer()).as(state.getName()).isEqualTo(serializer);
    }
  }

  private static List<StateDescriptor<?, ?>> all() {
    List<StateDescriptor<?, ?>> all = new ArrayList<>();
    all.add(States.STANDING);
    all.add(States.PENDING);
    all.add(States.LOG);
    all.add(States.PASSED);
    all.add(States.LINKS);
    all.add(States.TIES);
    all.add(States.ACQUAINTANCE);
    all.add(States.LEDGER);
    all.add(States.PURCHASE_GROUP);
    all.add(States.RULES);
    all.add(States.SWEEPS);
    Catalogue.FACTS.forEach(fact -> all.add(States.of(fact)));
    return all;
  }
}
