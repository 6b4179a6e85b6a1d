package dev.kilde.insight;

import static dev.kilde.insight.Buyers.MIDNIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.DeadLetter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class BuyerDeserializerTest {

  private static final byte[] KEY = ("acme/" + Buyers.id(1)).getBytes(UTF_8);

  @Test
  void aMessageBecomesNews() throws Exception {
    assertThat(read(KEY, null).left()).isEqualTo(Buyers.news(1, MIDNIGHT, null));
  }

  @Test
  void whatCannotBeReadIsADeadLetterWithItsBytes() throws Exception {
    DeadLetter letter = read(KEY, new byte[] {1, 2, 3}).right();
    assertThat(letter.getSource()).isEqualTo("p.profiles/3/42");
    assertThat(letter.getStage()).isEqualTo("insight");
    assertThat(letter.getReason()).isEqualTo("not_avro");
    assertThat(letter.getAt()).isEqualTo(MIDNIGHT);
    assertThat(letter.getPayload()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertThat(read("acme".getBytes(UTF_8), null).right().getPayload())
        .isEqualTo(ByteBuffer.wrap("acme".getBytes(UTF_8)));
  }

  private static Either<BuyerNews, DeadLetter> read(byte[] key, byte[] value) throws Exception {
    BuyerDeserializer deserializer = InstantiationUtil.clone(new BuyerDeserializer());
    deserializer.open(null);
    List<Either<BuyerNews, DeadLetter>> read = new ArrayList<>();
    deserializer.deserialize(
        new ConsumerRecord<>(
            "p.profiles",
            3,
            42,
            MIDNIGHT.toEpochMilli(),
            TimestampType.CREATE_TIME,
            key.length,
            value == null ? -1 : value.length,
            key,
            value,
            new RecordHeaders(),
            Optional.empty()),
        new Collector<>() {
          @Override
          public void collect(Either<BuyerNews, DeadLetter> each) {
            read.add(each);
          }

          @Override
          public void close() {}
        });
    assertThat(read).hasSize(1);
    return read.get(0);
  }
}
