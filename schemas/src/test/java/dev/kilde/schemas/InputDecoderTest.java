package dev.kilde.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.OrderStatus;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.Trust;
import dev.kilde.schemas.wire.WireForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InputDecoderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final InputDecoder decoder = new InputDecoder();
  private final WireForm wire = new WireForm();

  /** JSON with single quotes, a complete envelope in front. */
  private static byte[] input(String fields) {
    return bytes(
        "{'tenant':'t','eventId':'e','occurredAt':'2026-03-01T12:00:00Z','identifiers':{'email':'a@example.com'},"
            + fields
            + "}");
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static Rejection rejected(ThrowingCall call) {
    RejectedException e = catchThrowableOfType(RejectedException.class, call::run);
    assertThat(e).as("nothing was rejected").isNotNull();
    return e.rejection();
  }

  private interface ThrowingCall {
    void run() throws RejectedException;
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // required fields of each record
        "TRACKING | 'pageType':'x' | MISSING_FIELD | name",
        "TRACKING | 'name':null | MISSING_FIELD | name",
        "TRACKING | 'name':'' | EMPTY_FIELD | name",
        "TRACKING | 'name':'danced' | UNKNOWN_ENUM | name",
        "TRACKING | 'name':'unknown' | UNKNOWN_ENUM | name",
        "ORDERS | 'placedAt':0,'status':'paid' | MISSING_FIELD | orderId",
        "ORDERS | 'orderId':' ','placedAt':0,'status':'paid' | EMPTY_FIELD | orderId",
        "ORDERS | 'orderId':'o','status':'paid' | MISSING_FIELD | placedAt",
        "ORDERS | 'orderId':'o','placedAt':0 | MISSING_FIELD | status",
        "ORDERS | 'orderId':'o','placedAt':-1,'status':'paid' | TIME_OUT_OF_RANGE | placedAt",
        "ORDERS | 'orderId':'o','placedAt':0,'status':'paid','updatedAt':'2100-01-01T00:00:00Z' |"
            + " TIME_OUT_OF_RANGE | updatedAt",
        "ORDERS |"
            + " 'orderId':'o','placedAt':0,'status':'paid','shipping':{'deliveredAt':'1969-12-31T23:59:59Z'}"
            + " | TIME_OUT_OF_RANGE | shipping.deliveredAt",
        "RECEIPTS | 'storeId':'s','soldAt':0 | MISSING_FIELD | receiptId",
        "RECEIPTS | 'receiptId':'r','storeId':'','soldAt':0 | EMPTY_FIELD | storeId",
        "RECEIPTS | 'receiptId':'r','storeId':'s' | MISSING_FIELD | soldAt",
        "CONTACTS | 'source':'x' | MISSING_FIELD | fields",
        "CONTACTS | 'fields':{} | EMPTY_FIELD | fields",
        "CONTACTS | 'fields':{'firstName':null,'attributes':{'a':null}} | EMPTY_FIELD | fields",
        "PERMISSIONS | 'channel':'email','status':'granted' | MISSING_FIELD | purpose",
        "PERMISSIONS | 'channel':'email','status':'granted','purpose':'' | EMPTY_FIELD | purpose",
        "PERMISSIONS | 'channel':'fax','status':'granted','purpose':'x' | UNKNOWN_ENUM | channel",
        "PERMISSIONS | 'channel':'email','purpose':'x' | MISSING_FIELD | status",
        "ENGAGEMENT | 'channel':'email' | MISSING_FIELD | kind",
        "ENGAGEMENT | 'kind':'opened','channel':'fax' | UNKNOWN_ENUM | channel",
        "PRODUCTS | 'title':'x' | MISSING_FIELD | productId",
        "PRODUCTS | 'productId':'\\t' | EMPTY_FIELD | productId",
        "PRIVACY | 'link':{} | MISSING_FIELD | kind",
        "DEFINITIONS | 'id':'x','version':1 | MISSING_FIELD | kind",
        "DEFINITIONS | 'kind':'flow','id':'','version':1 | EMPTY_FIELD | id",
        "DEFINITIONS | 'kind':'flow','id':'x' | MISSING_FIELD | version",
        "DEFINITIONS | 'kind':'flow','id':'x','version':1,'effectiveAt':4102444800000 |"
            + " TIME_OUT_OF_RANGE | effectiveAt",
        "MODELS | 'values':{} | MISSING_FIELD | kind",
        // the envelope, wherever a later field wins over an earlier one
        "TRACKING | 'name':'custom','tenant':null | MISSING_FIELD | tenant",
        "TRACKING | 'name':'custom','tenant':'' | EMPTY_FIELD | tenant",
        "TRACKING | 'name':'custom','eventId':' ' | EMPTY_FIELD | eventId",
        "TRACKING | 'name':'custom','occurredAt':null | MISSING_FIELD | occurredAt",
        "TRACKING | 'name':'custom','occurredAt':'' | EMPTY_FIELD | occurredAt",
        "TRACKING | 'name':'custom','occurredAt':'3000-01-01T00:00:00Z' | TIME_OUT_OF_RANGE |"
            + " occurredAt",
        "TRACKING | 'name':'custom','occurredAt':'2100-01-01T00:00:00Z' | TIME_OUT_OF_RANGE |"
            + " occurredAt",
        "TRACKING | 'name':'custom','occurredAt':-1 | TIME_OUT_OF_RANGE | occurredAt",
        "TRACKING | 'name':'custom','trust':'sure' | UNKNOWN_ENUM | trust",
        "TRACKING | 'name':'custom','identifiers':null | NO_IDENTIFIER | identifiers",
        "TRACKING | 'name':'custom','identifiers':{} | NO_IDENTIFIER | identifiers",
        "TRACKING | 'name':'custom','identifiers':{'email':' ','phone':''} | NO_IDENTIFIER |"
            + " identifiers",
        "ORDERS | 'orderId':'o','placedAt':0,'status':'paid','identifiers':{'other':'x'} |"
            + " NO_IDENTIFIER | identifiers",
      })
  void aBrokenRuleIsNamedWithItsPlace(Topic topic, String fields, Reason reason, String place) {
    Rejection rejection = rejected(() -> decoder.json(topic, input(fields)));

    assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(reason);
    assertThat(rejection.detail()).startsWith(place + ": ");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void whateverEachInputNeedsNothingMoreIsAsked(Topic topic) throws Exception {
    if (!topic.isInput()) {
      return;
    }
    String fields =
        switch (topic) {
          case TRACKING -> "'name':'custom'";
          case ORDERS -> "'orderId':'o','placedAt':0,'status':'placed'";
          case RECEIPTS -> "'receiptId':'r','storeId':'s','soldAt':'1970-01-01T00:00:00Z'";
          case CONTACTS -> "'fields':{'customerGroups':[]}";
          case PERMISSIONS -> "'channel':'ads','purpose':'own','status':'pending'";
          case ENGAGEMENT -> "'kind':'sent'";
          case PRODUCTS -> "'productId':'p'";
          case PRIVACY -> "'kind':'erase'";
          case DEFINITIONS -> "'kind':'segment','id':'s','version':1";
          default -> "'kind':'rfm'";
        };
    SpecificRecord record = decoder.json(topic, input(fields));

    assertThat(Envelopes.tenant(record)).isEqualTo("t");
    assertThat(Envelopes.eventId(record)).isEqualTo("e");
    assertThat(Envelopes.occurredAt(record)).isEqualTo(NOON);
    assertThat(Envelopes.trust(record)).isEqualTo(Trust.stated);
    assertThat(decoder.wire(topic, wire.encode(record), NOON)).isEqualTo(record);
  }

  @Test
  void anOrderStandsSinceItsUpdateOrElseSinceItOccurred() throws Exception {
    String order = "'orderId':'o','placedAt':'2026-02-01T01:00:00+01:00','status':'paid'";
    Order without = (Order) decoder.json(Topic.ORDERS, input(order));
    Order with = (Order) decoder.json(Topic.ORDERS, input(order + ",'updatedAt':1"));

    assertThat(without.getUpdatedAt()).isEqualTo(NOON);
    assertThat(without.getPlacedAt()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(without.getStatus()).isEqualTo(OrderStatus.paid);
    assertThat(with.getUpdatedAt()).isEqualTo(Instant.ofEpochMilli(1));
  }

  @Test
  void aDefinitionHoldsFromItsInstantOrElseSinceItOccurred() throws Exception {
    String definition = "'kind':'flow','id':'x','version':1";
    Definition without = (Definition) decoder.json(Topic.DEFINITIONS, input(definition));
    Definition with =
        (Definition) decoder.json(Topic.DEFINITIONS, input(definition + ",'effectiveAt':1"));

    assertThat(without.getEffectiveAt()).isEqualTo(NOON);
    assertThat(with.getEffectiveAt()).isEqualTo(Instant.ofEpochMilli(1));
  }

  @Test
  void aModelNeedsNoEnvelopeButItsTenant() throws Exception {
    Model model =
        (Model)
            decoder.json(
                Topic.MODELS,
                bytes(
                    "{'tenant':'t','kind':'rfm','effectiveAt':'2026-03-01T12:00:00Z','values':{'r':[1,2.5]}}"));

    assertThat(model.getOccurredAt()).isEqualTo(NOON);
    assertThat(model.getEventId()).isEqualTo("rfm@2026-03-01T12:00:00Z");
    assertThat(model.getValues().get("r")).containsExactly(1.0, 2.5);
    assertThat(rejected(() -> decoder.json(Topic.MODELS, bytes("{'tenant':'t','kind':'rfm'}"))))
        .isEqualTo(new Rejection(Reason.MISSING_FIELD, "effectiveAt: is required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | stated",
        "{'cardToken':'c'} | inferred",
        "{'cardToken':'c','email':' '} | inferred",
        "{'cardToken':'c','deviceId':'d'} | stated",
        "{'loyaltyNumber':'l'} | stated",
      })
  void aReceiptIsTrustedByWhatItCarries(String identifiers, Trust trust) throws Exception {
    String fields = "'receiptId':'r','storeId':'s','soldAt':0,'identifiers':" + identifiers;
    Receipt receipt = (Receipt) decoder.json(Topic.RECEIPTS, input(fields));
    Receipt given = (Receipt) decoder.json(Topic.RECEIPTS, input(fields + ",'trust':'verified'"));

    assertThat(receipt.getTrust()).isEqualTo(trust);
    assertThat(given.getTrust()).isEqualTo(Trust.verified);
  }

  @Test
  void blankIdentifiersBecomeNullAndAnonymousReceiptsPass() throws Exception {
    String fields = "'receiptId':'r','storeId':'s','soldAt':0,'identifiers':{'phone':'  '}";
    assertThat(Envelopes.identifiers(decoder.json(Topic.RECEIPTS, input(fields)))).isNull();

    TrackingEvent event =
        (TrackingEvent)
            decoder.json(
                Topic.TRACKING,
                input("'name':'custom','identifiers':{'phone':'\u00A0','deviceId':'d'}"));
    assertThat(event.getIdentifiers().getPhone()).isNull();
    assertThat(event.getIdentifiers().getDeviceId()).isEqualTo("d");
  }

  @ParameterizedTest
  @CsvSource({
    "tenant,false",
    "eventId,false",
    "contactId,true",
    "email,true",
    "phone,true",
    "loyaltyNumber,true",
    "cardToken,true",
    "deviceId,true"
  })
  void fiveHundredAndTwelveCharactersAreTakenAndNotOneMore(String field, boolean identifier)
      throws Exception {
    String longest = "x".repeat(510) + "😀x"; // 512 characters in 513 UTF-16 units
    for (String text : new String[] {longest, longest + "x"}) {
      String given = "'" + field + "':'" + text + "'";
      byte[] line =
          input("'name':'custom'," + (identifier ? "'identifiers':{" + given + "}" : given));
      if (text.equals(longest)) {
        decoder.json(Topic.TRACKING, line);
      } else {
        Rejection rejection = rejected(() -> decoder.json(Topic.TRACKING, line));
        assertThat(rejection.reason()).isEqualTo(Reason.IDENTIFIER_TOO_LONG);
        assertThat(rejection.detail()).contains(field).doesNotContain("xxx");
      }
    }
  }

  @Test
  void theFirstAndTheLastInstantOfTheRangePass() throws Exception {
    decoder.json(Topic.TRACKING, input("'name':'custom','occurredAt':0"));
    decoder.json(Topic.TRACKING, input("'name':'custom','occurredAt':'2099-12-31T23:59:59.999Z'"));
  }

  @Test
  void aLiveEventMayBeADayAheadOfItsRecordAndNotAMillisecondMore() throws Exception {
    byte[] message = wire.encode(decoder.json(Topic.TRACKING, input("'name':'custom'")));
    Instant dayBefore = NOON.minusSeconds(24 * 3600);

    decoder.wire(Topic.TRACKING, message, dayBefore);
    decoder.wire(Topic.TRACKING, message, null);
    Rejection rejection =
        rejected(() -> decoder.wire(Topic.TRACKING, message, dayBefore.minusMillis(1)));
    assertThat(rejection.reason()).isEqualTo(Reason.TIME_OUT_OF_RANGE);
    assertThat(rejection.detail()).startsWith("occurredAt: ");
  }

  @Test
  void theSameRulesHoldOnTheWire() throws Exception {
    JsonForm json = new JsonForm();
    Order order =
        (Order)
            json.read(
                Topic.ORDERS,
                input("'orderId':'o','placedAt':0,'status':'paid','lines':[{'amount':1}]"));
    order.getLines().get(0).setAmount(new BigDecimal("1e15"));
    assertThat(rejectedOnWire(order))
        .isEqualTo(
            new Rejection(Reason.NUMBER_OUT_OF_RANGE, "lines[0].amount: 10^15 or more in size"));

    order.getLines().clear();
    order.setStatus(OrderStatus.unknown);
    assertThat(rejectedOnWire(order).reason()).isEqualTo(Reason.UNKNOWN_ENUM);

    order.setStatus(OrderStatus.paid);
    order.setTenant("");
    assertThat(rejectedOnWire(order).reason()).isEqualTo(Reason.EMPTY_FIELD);

    order.setTenant("t");
    order.setIdentifiers(null);
    assertThat(rejectedOnWire(order).reason()).isEqualTo(Reason.NO_IDENTIFIER);
  }

  private Rejection rejectedOnWire(Order order) {
    return rejected(() -> decoder.wire(Topic.ORDERS, wire.encode(order), null));
  }

  @Test
  void aDateOfBirthThatIsNoneIsRefusedInBothForms() throws Exception {
    String tooFar = "'fields':{'birthDate':'+12345-01-01'}";
    assertThat(rejected(() -> decoder.json(Topic.CONTACTS, input(tooFar))).reason())
        .isEqualTo(Reason.TIME_OUT_OF_RANGE);

    ContactUpdate contact =
        (ContactUpdate) decoder.json(Topic.CONTACTS, input("'fields':{'birthDate':'1984-02-29'}"));
    contact.getFields().setBirthDate(java.time.LocalDate.of(12345, 1, 1));
    assertThat(rejected(() -> decoder.wire(Topic.CONTACTS, wire.encode(contact), null)))
        .extracting(Rejection::reason)
        .isEqualTo(Reason.TIME_OUT_OF_RANGE);
  }

  @Test
  void aTickPassesOnEveryTopic() throws Exception {
    Tick tick = new Tick(NOON);
    for (Topic topic : Topic.inputs()) {
      assertThat(decoder.wire(topic, wire.encode(tick), Instant.EPOCH)).isEqualTo(tick);
    }
  }
}
