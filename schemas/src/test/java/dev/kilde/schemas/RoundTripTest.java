package dev.kilde.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.wire.WireForm;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;

class RoundTripTest {

  private final JsonForm json = new JsonForm();
  private final WireForm wire = new WireForm();

  @Property(tries = 2000)
  void aRecordWrittenAsJsonReadsBackEqual(@ForAll Topic topic, @ForAll long seed) throws Exception {
    SpecificRecord record = GeneratedRecords.any(topic.schema(), new Random(seed));
    byte[] line = json.write(record);

    SpecificRecord read = json.read(topic, line);

    assertThat(read).isEqualTo(record);
    assertThat(json.write(read)).isEqualTo(line);
    assertThat(line).doesNotContain('\n');
  }

  @Property(tries = 2000)
  void aRecordWrittenOnTheWireReadsBackEqual(@ForAll Topic topic, @ForAll long seed)
      throws Exception {
    SpecificRecord record = GeneratedRecords.any(topic.schema(), new Random(seed));

    SpecificRecord read = wire.decode(topic, wire.encode(record));

    assertThat(read).isEqualTo(record);
    assertThat(read.hashCode()).isEqualTo(record.hashCode());
  }

  @Property
  void bothFormsOfARecordSayTheSame(@ForAll Topic topic, @ForAll long seed) throws Exception {
    SpecificRecord record = GeneratedRecords.any(topic.schema(), new Random(seed));
    SpecificRecord fromJson = json.read(topic, json.write(record));
    SpecificRecord fromWire = wire.decode(topic, wire.encode(record));

    assertThat(wire.encode(fromJson)).isEqualTo(wire.encode(record));
    assertThat(json.write(fromWire)).isEqualTo(json.write(record));
  }
}
