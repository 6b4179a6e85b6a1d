package dev.kilde.insight;

import static dev.kilde.insight.Buyers.MIDNIGHT;
import static dev.kilde.insight.Buyers.buyer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.rfm.Population;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.wire.WriterSchemas;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ModelsTest {

  private static final Model MODEL =
      Models.rfm(
          "acme",
          MIDNIGHT,
          Population.exact(
              List.of(
                  buyer("2026-02-27T10:00:00Z", 1, "100"),
                  buyer("2026-03-01T10:59:00Z", 2, "250.5")),
              MIDNIGHT));

  @Test
  void breakPointsHoldFromTheirMidnightUnderOneIdADay() {
    assertThat(MODEL.getKind()).isEqualTo("rfm");
    assertThat(MODEL.getEventId()).isEqualTo("rfm@2026-03-01T23:00:00Z");
    assertThat(MODEL.getEffectiveAt()).isEqualTo(MIDNIGHT);
    assertThat(MODEL.getValues())
        .isEqualTo(
            Map.of(
                "recencyDays", List.of(0.4, 0.8, 1.2, 1.6),
                "frequency", List.of(1.2, 1.4, 1.6, 1.8),
                "monetary", List.of(130.1, 160.2, 190.3, 220.4)));
  }

  @Test
  void theMessageIsAValidInputOfTheProfileJobAndReplacesTheOneBeforeIt() throws Exception {
    ModelRecords records = InstantiationUtil.clone(new ModelRecords("p.models"));
    ProducerRecord<byte[], byte[]> message = records.serialize(MODEL, null, null);
    assertThat(message.topic()).isEqualTo("p.models");
    assertThat(message.key()).isEqualTo("acme/rfm".getBytes(UTF_8));
    assertThat(message.timestamp()).isEqualTo(MIDNIGHT.toEpochMilli());
    assertThat(new InputDecoder(WriterSchemas.none()).wire(Topic.MODELS, message.value(), MIDNIGHT))
        .isInstanceOf(Model.class)
        .extracting(record -> ((Model) record).getValues())
        .isEqualTo(MODEL.getValues());
  }
}
