package dev.kilde.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilde.schemas.GeneratedRecords;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.OrderStatus;
import dev.kilde.schemas.record.Product;
import dev.kilde.schemas.record.Tick;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireFormTest {

  private static final Schema FOREIGN =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"Product","namespace":"com.shop","fields":[
                {"name":"colour","type":"string"},
                {"name":"tenant","type":"string"},
                {"name":"eventId","type":"string"},
                {"name":"occurredAt","type":{"type":"long","logicalType":"timestamp-millis"}},
                {"name":"productId","type":"string"},
                {"name":"price","type":["null",{"type":"bytes","logicalType":"decimal","precision":12,"scale":6}]}
              ]}\
              """);

  private final WireForm wire =
      new WireForm(id -> id == 7 ? Optional.of(FOREIGN) : Optional.empty());

  private static Rejection rejected(WireForm wire, Topic topic, byte[] message) {
    RejectedException e =
        catchThrowableOfType(RejectedException.class, () -> wire.decode(topic, message));
    assertThat(e).as("nothing was rejected").isNotNull();
    return e.rejection();
  }

  private Rejection rejected(Topic topic, byte[] message) {
    return rejected(wire, topic, message);
  }

  private static byte[] confluent(int id, GenericData.Record record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericData.Record>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static GenericData.Record foreign(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    record.put("colour", "red");
    record.put("tenant", "t");
    record.put("eventId", "e");
    record.put("occurredAt", 5L);
    record.put("productId", "p");
    record.put("price", ByteBuffer.wrap(new BigDecimal("12.500000").unscaledValue().toByteArray()));
    return record;
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void isAvrosSingleObjectEncoding(Topic topic) throws Exception {
    SpecificRecord record = GeneratedRecords.full(topic.schema());
    BinaryMessageDecoder<SpecificRecord> avro =
        new BinaryMessageDecoder<>(SpecificData.getForSchema(topic.schema()), topic.schema());
    assertThat(avro.decode(wire.encode(record))).isEqualTo(record);
  }

  @Test
  void equalContentGivesEqualBytesWhateverTheOrderOfAMap() {
    Map<String, String> forward = new LinkedHashMap<>();
    Map<String, String> backward = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      forward.put("key" + i, "v" + i);
      backward.put("key" + (49 - i), "v" + (49 - i));
    }
    Product product = (Product) GeneratedRecords.full(Topic.PRODUCTS.schema());
    product.setAttributes(forward);
    byte[] first = wire.encode(product);
    product.setAttributes(backward);
    assertThat(wire.encode(product)).isEqualTo(first);
  }

  @Test
  void aTickIsReadOnEveryTopic() throws Exception {
    Tick tick = new Tick(Instant.ofEpochMilli(1));
    for (Topic topic : Topic.values()) {
      assertThat(wire.decode(topic, wire.encode(tick))).isEqualTo(tick);
    }
  }

  @Test
  void aRecordOnTheWrongTopicIsNamed() {
    byte[] order = wire.encode(GeneratedRecords.full(Topic.ORDERS.schema()));
    assertThat(rejected(Topic.RECEIPTS, order).reason()).isEqualTo(Reason.WRONG_TYPE);
    assertThat(rejected(Topic.RECEIPTS, order).detail()).contains("Order", "receipts");
  }

  @Test
  void everyCutOffAndEveryOverlongMessageIsRejected() {
    byte[] message = wire.encode(GeneratedRecords.full(Topic.ORDERS.schema()));
    for (int length = 0; length < message.length; length++) {
      assertThat(rejected(Topic.ORDERS, Arrays.copyOf(message, length)).reason())
          .as("%d of %d bytes", length, message.length)
          .isEqualTo(Reason.NOT_AVRO);
    }
    Rejection longer = rejected(Topic.ORDERS, Arrays.copyOf(message, message.length + 1));
    assertThat(longer.reason()).isEqualTo(Reason.NOT_AVRO);
    assertThat(longer.detail()).contains("1 bytes follow");
  }

  @Test
  void messagesWithoutAKnownSchemaAreRejected() {
    byte[] message = wire.encode(GeneratedRecords.full(Topic.ORDERS.schema()));
    message[2] ^= 1;
    assertThat(rejected(Topic.ORDERS, message).reason()).isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThat(rejected(Topic.ORDERS, new byte[] {0, 0, 0, 0, 8, 1}).reason())
        .isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThat(rejected(new WireForm(), Topic.ORDERS, new byte[] {0, 0, 0, 0, 7, 1}).reason())
        .isEqualTo(Reason.UNKNOWN_SCHEMA);
    assertThat(
            rejected(
                    Topic.ORDERS,
                    "{\"tenant\":\"t\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .reason())
        .isEqualTo(Reason.NOT_AVRO);
  }

  @Test
  void aMebibyteIsTheMostOfAnInputButADeadLetterHoldsAsMuchAndMore() throws Exception {
    Product product = (Product) GeneratedRecords.full(Topic.PRODUCTS.schema());
    product.setTitle("x".repeat(1 << 20));
    byte[] message = wire.encode(product);
    RejectedException tooLarge =
        catchThrowableOfType(
            RejectedException.class, () -> new InputDecoder().wire(Topic.PRODUCTS, message, null));
    assertThat(tooLarge.rejection().reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(wire.decode(Topic.PRODUCTS, message)).isEqualTo(product);
  }

  @Test
  void aFewBytesCannotAskForGigabytes() {
    byte[] header = Arrays.copyOf(wire.encode(GeneratedRecords.full(Topic.ORDERS.schema())), 10);
    for (long length : new long[] {Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
      byte[] message = Arrays.copyOf(header, 20);
      long zigzag = (length << 1) ^ (length >> 63);
      int at = 10;
      for (; (zigzag & ~0x7FL) != 0; zigzag >>>= 7) {
        message[at++] = (byte) (zigzag | 0x80);
      }
      message[at] = (byte) zigzag;
      assertThat(rejected(Topic.ORDERS, message).reason()).isEqualTo(Reason.NOT_AVRO);
    }
  }

  @Test
  void randomDamageIsARecordOrARejection() {
    Random random = new Random(7);
    List<Topic> topics = List.of(Topic.values());
    for (int i = 0; i < 5_000; i++) {
      Topic topic = topics.get(random.nextInt(topics.size()));
      byte[] message = wire.encode(GeneratedRecords.any(topic.schema(), random));
      for (int damages = random.nextInt(4); damages >= 0; damages--) {
        int at = 10 + random.nextInt(message.length - 10);
        message[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
      }
      try {
        assertThat(wire.decode(topic, message)).isNotNull();
      } catch (RejectedException e) {
        assertThat(e.rejection().reason()).isEqualTo(Reason.NOT_AVRO);
      }
    }
  }

  @Test
  void aConfluentFramedMessageIsReadThroughItsWritersSchema() throws Exception {
    Product product = (Product) wire.decode(Topic.PRODUCTS, confluent(7, foreign(FOREIGN)));
    assertThat(product.getProductId()).isEqualTo("p");
    assertThat(product.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(product.getPrice()).isEqualByComparingTo("12.5");
    assertThat(product.getTitle()).isNull();
    assertThat(product.getAttributes()).isEmpty();
  }

  @Test
  void aSchemaThatDoesNotFitIsNamed() throws Exception {
    byte[] message = confluent(7, foreign(FOREIGN));
    assertThat(rejected(Topic.ORDERS, message))
        .isEqualTo(new Rejection(Reason.WRONG_TYPE, "the writer's schema does not fit Order"));

    Schema twoPlaces =
        new Schema.Parser().parse(FOREIGN.toString().replace("\"scale\":6", "\"scale\":2"));
    WireForm other = new WireForm(id -> Optional.of(twoPlaces));
    assertThat(rejected(other, Topic.PRODUCTS, message))
        .isEqualTo(
            new Rejection(
                Reason.WRONG_TYPE,
                "in the writer's schema, price: written as decimal with 2 places, read as decimal"
                    + " with 6 places"));

    Schema micros =
        new Schema.Parser()
            .parse(FOREIGN.toString().replace("timestamp-millis", "timestamp-micros"));
    WireForm fine = new WireForm(id -> Optional.of(micros));
    assertThat(rejected(fine, Topic.PRODUCTS, message).detail())
        .contains("occurredAt: written as timestamp-micros");
  }

  @Test
  void aWriterYoungerThanTheReaderIsRead() throws Exception {
    Schema younger =
        new Schema.Parser()
            .parse(
                Topic.ORDERS
                    .schema()
                    .toString()
                    .replace("\"placed\",", "\"placed\",\"lost\",")
                    .replace(
                        "{\"name\":\"orderId\"",
                        "{\"name\":\"gift\",\"type\":\"boolean\",\"default\":true},{\"name\":\"orderId\""));
    GenericData.Record order = new GenericData.Record(younger);
    order.put("tenant", "t");
    order.put("eventId", "e");
    order.put("occurredAt", 5L);
    order.put("gift", true);
    order.put("orderId", "o");
    order.put("placedAt", 6L);
    order.put("status", new GenericData.EnumSymbol(younger.getField("status").schema(), "lost"));
    order.put("lines", List.of());

    Order read =
        (Order) new WireForm(id -> Optional.of(younger)).decode(Topic.ORDERS, confluent(1, order));

    assertThat(read.getOrderId()).isEqualTo("o");
    assertThat(read.getStatus()).isEqualTo(OrderStatus.unknown);
  }

  @Test
  void aRegistryThatIsDownIsNotTheMessagesFault() {
    WireForm down =
        new WireForm(
            id -> {
              throw new UncheckedIOException(new IOException("down"));
            });
    assertThatThrownBy(() -> down.decode(Topic.ORDERS, new byte[] {0, 0, 0, 0, 7, 1}))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aRecordThatBreaksItsSchemaCannotBeWritten() {
    Order order = (Order) GeneratedRecords.full(Topic.ORDERS.schema());
    order.setTotal(new BigDecimal("0.0000001"));
    assertThatThrownBy(() -> wire.encode(order)).isInstanceOf(RuntimeException.class);
    order.setTotal(new BigDecimal("1.5"));
    order.setTenant(null);
    assertThatThrownBy(() -> wire.encode(order)).isInstanceOf(RuntimeException.class);
    order.setTenant("t");
    assertThat(wire.encode(order)).startsWith(0xC3, 0x01);
  }
}
