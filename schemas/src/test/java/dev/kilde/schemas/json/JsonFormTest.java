package dev.kilde.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.HeldRecord;
import dev.kilde.schemas.record.LeadScore;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.Product;
import dev.kilde.schemas.record.TrackingEvent;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

  private final JsonForm json = new JsonForm();

  private static String product(String fields) {
    return ("{'tenant':'t','eventId':'e','occurredAt':0,'productId':'p'" + fields + "}")
        .replace('\'', '"');
  }

  private Product readProduct(String fields) throws RejectedException {
    return (Product) json.read(Topic.PRODUCTS, product(fields).getBytes(StandardCharsets.UTF_8));
  }

  private Order readOrder(String fields) throws RejectedException {
    String line =
        "{'tenant':'t','eventId':'e','occurredAt':0,'orderId':'o','placedAt':0,'status':'paid',%s}"
            .formatted(fields)
            .replace('\'', '"');
    return (Order) json.read(Topic.ORDERS, line.getBytes(StandardCharsets.UTF_8));
  }

  private Rejection rejected(byte[] line) {
    RejectedException e =
        catchThrowableOfType(RejectedException.class, () -> json.read(Topic.PRODUCTS, line));
    assertThat(e).as("nothing was rejected").isNotNull();
    return e.rejection();
  }

  private Rejection rejected(String line) {
    return rejected(line.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":",
        "{\"a\":\"",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "abc",
        "tru",
        "{\"a\":tru}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":NaN}",
        "[1,2",
        "[1] 2",
        "1 2",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\t\"}",
        "}",
        "{\"a\":\"\\ud8\"}"
      })
  void whatIsNoJsonIsRejected(String line) {
    assertThat(rejected(line).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void whateverFollowsTheObjectIsRejectedButWhiteSpace() throws Exception {
    for (String garbage : new String[] {"x", "{}", "]", "}", ",", "null", "\u00A0"}) {
      assertThat(rejected(product("") + garbage).reason()).as(garbage).isEqualTo(Reason.NOT_JSON);
    }
    json.read(Topic.PRODUCTS, (" \t" + product("") + " \r\n").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "1", "\"x\"", "true", "null"})
  void whatIsNoObjectIsRejected(String line) {
    assertThat(rejected(line).reason()).isEqualTo(Reason.NOT_AN_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
  void onlyUtf8IsRead(String charset) {
    for (String title : new String[] {"Rød", "plain"}) {
      byte[] line = product(",'title':'" + title + "'").getBytes(Charset.forName(charset));
      boolean readable = charset.equals("ISO-8859-1") && title.equals("plain");
      if (!readable) {
        assertThat(rejected(line).reason()).as(title).isEqualTo(Reason.NOT_JSON);
      }
    }
  }

  @Test
  void theDetailOfWhatIsNoJsonSaysWhereAndRepeatsNothing() {
    assertThat(rejected("{\"tenant\":ann@example.com}").detail())
        .isEqualTo("not valid JSON at character 14");
    assertThat(rejected("{\"tenant\":\"ann@exam").detail())
        .isEqualTo("ends in the middle of the object: is the line cut off?");
  }

  @Test
  void invalidUtf8IsRejectedEvenInFieldsNobodyKnows() {
    byte[] line = product(",'unknown':'x'").getBytes(StandardCharsets.UTF_8);
    line[line.length - 3] = (byte) 0xC0;
    assertThat(rejected(line).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void aByteOrderMarkIsTolerated() throws Exception {
    byte[] line = ("\uFEFF" + product(",'title':'Å'")).getBytes(StandardCharsets.UTF_8);
    assertThat(((Product) json.read(Topic.PRODUCTS, line)).getTitle()).isEqualTo("Å");
  }

  @Test
  void aMebibyteIsTakenAndNotOneByteMore() throws Exception {
    String start = product(",'title':'");
    String whole = start.substring(0, start.length() - 1);
    String line = whole + "x".repeat((1 << 20) - whole.length() - 2) + "\"}";
    assertThat(line).hasSize(1 << 20);

    json.read(Topic.PRODUCTS, line.getBytes(StandardCharsets.UTF_8));
    assertThat(rejected(line + " ").reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "attributes"})
  void thirtyTwoLevelsAreTakenAndNotOneMore(String field) throws Exception {
    // the record is level 1; inside attributes a value starts at level 3
    int own = field.equals("attributes") ? 2 : 1;
    String opened = field.equals("attributes") ? "{'a':" : "";
    String closed = field.equals("attributes") ? "}" : "";
    String deepest = opened + "[".repeat(32 - own) + "]".repeat(32 - own) + closed;
    String deeper = opened + "[".repeat(33 - own) + "]".repeat(33 - own) + closed;

    readProduct(",'" + field + "':" + deepest);
    assertThat(rejected(product(",'" + field + "':" + deeper)).reason()).isEqualTo(Reason.TOO_DEEP);
    assertThat(rejected("[".repeat(500_000)).reason()).isEqualTo(Reason.TOO_DEEP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'lines':[{},{},{'amount':'12,5'}] | lines[2].amount: expected a decimal number, got a"
            + " string \"12,5\"",
        "'lines':{} | lines: expected a list, got an object",
        "'lines':[null] | lines[0]: expected an object, got null",
        "'lines':[[]] | lines[0]: expected an object, got a list",
        "'currency':5 | currency: expected a string, got a number \"5\"",
        "'shipping':'DK' | shipping: expected an object, got a string \"DK\"",
        "'shipping':{'country':true} | shipping.country: expected a string, got a boolean true",
        "'updatedAt':'yesterday' | updatedAt: expected a time such as \"2026-03-01T09:30:00Z\" or"
            + " epoch milliseconds, got a string \"yesterday\"",
        "'updatedAt':'2026-02-30T00:00:00Z' | updatedAt: expected a time such as"
            + " \"2026-03-01T09:30:00Z\" or epoch milliseconds, got a string"
            + " \"2026-02-30T00:00:00Z\"",
        "'updatedAt':1.5 | updatedAt: expected a time such as \"2026-03-01T09:30:00Z\" or epoch"
            + " milliseconds, got a number \"1.5\"",
      })
  void aWrongTypeIsNamedWithPlaceAndRemedy(String field, String detail) {
    assertThatThrownBy(() -> readOrder(field)).hasMessage("wrong_type: " + detail);
  }

  @Test
  void addressesAndPhonesAreNotRepeated() {
    assertThatThrownBy(() -> readOrder("'lines':'ann.larsen@example.com'"))
        .hasMessageContaining("an address")
        .hasMessageNotContaining("larsen");
    assertThatThrownBy(() -> readOrder("'lines':'+45 20 30 40 50'"))
        .hasMessageContaining("+45 20 3#")
        .hasMessageNotContaining("40");
    assertThatThrownBy(() -> readOrder("'lines':4520304050")).hasMessageNotContaining("4520304050");
    assertThatThrownBy(() -> readOrder("'lines':'" + "long".repeat(99) + "'"))
        .hasMessageContaining("...");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "12.5, 12.5",
    "1e3, 1000",
    "1E-6, 0.000001",
    "0.0000005, 0",
    "0.0000015, 0.000002",
    "0.00000050000001, 0.000001",
    "999999999999999.999999, 999999999999999.999999",
    "1e-999999999, 0",
    "0e999999999, 0",
    "-3, -3"
  })
  void decimalsAreReadToSixPlaces(String number, BigDecimal value) throws Exception {
    BigDecimal price = readProduct(",'price':" + number).getPrice();
    assertThat(price).isEqualByComparingTo(value);
    assertThat(price.scale()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e15",
        "-1e15",
        "1e999999999",
        "-1e2147483647",
        "1e99999999999999999999",
        "999999999999999.9999999",
        "1000000000000000"
      })
  void numbersTooLargeAreRejectedAtOnce(String number) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThat(rejected(product(",'price':" + number)).reason())
                .isEqualTo(Reason.NUMBER_OUT_OF_RANGE));
  }

  @Test
  void aMillionDigitsAreRejectedAtOnce() {
    String digits = "9".repeat(1_000_000);
    for (String field : new String[] {"'price'", "'occurredAt'"}) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () ->
              assertThat(rejected(product("," + field + ":" + digits)).reason())
                  .isIn(Reason.NUMBER_OUT_OF_RANGE, Reason.TIME_OUT_OF_RANGE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648,NUMBER_OUT_OF_RANGE",
    "-99999999999999999999999,NUMBER_OUT_OF_RANGE",
    "1.0,WRONG_TYPE",
    "\"1\",WRONG_TYPE"
  })
  void aVersionIsAWholeNumber(String version, Reason reason) {
    String line =
        "{\"tenant\":\"t\",\"eventId\":\"e\",\"occurredAt\":0,\"kind\":\"k\",\"id\":\"i\",\"version\":"
            + version
            + "}";
    assertThatThrownBy(() -> json.read(Topic.DEFINITIONS, line.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.rejection().reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "'2026-03-01T12:00:00Z', 2026-03-01T12:00:00Z",
    "'2026-03-01T12:00:00.123456789Z', 2026-03-01T12:00:00.123Z",
    "'2026-03-01T12:00:00.1Z', 2026-03-01T12:00:00.100Z",
    "'2026-03-01T12:00Z', 2026-03-01T12:00:00Z",
    "'2026-03-01T12:00:00+01:00', 2026-03-01T11:00:00Z",
    "'2026-03-01T00:00:00.5-10:30', 2026-03-01T10:30:00.500Z",
    "'2024-02-29T23:59:59Z', 2024-02-29T23:59:59Z",
    "'1969-12-31T23:59:59.9999Z', 1969-12-31T23:59:59.999Z",
    "1772366400000, 2026-03-01T12:00:00Z",
    "-1, 1969-12-31T23:59:59.999Z"
  })
  void timesAreReadFromAnyOffsetToTheMillisecond(String time, Instant instant) throws Exception {
    String given = time.matches("-?[0-9]+") ? time : '"' + time + '"';
    assertThat(readProduct(",'occurredAt':" + given).getOccurredAt()).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01",
        "2026-03-01T12:00:00",
        "2026-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:00Z",
        "2026-03-01 12:00:00Z",
        "2026-03-01T1a:00:00Z",
        "2026-3-1T12:00:00Z",
        "1772366400000",
        "2026-03-01T12:00:60Z",
        "2026-00-01T12:00:00Z"
      })
  void whatIsNoTimeIsRejected(String time) {
    assertThat(rejected(product(",'occurredAt':'" + time + "'")).reason())
        .isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void ofAFieldGivenTwiceTheLastCountsAndNullIsAbsent() throws Exception {
    assertThat(readProduct(",'title':'a','title':'b'").getTitle()).isEqualTo("b");
    assertThat(readProduct(",'title':'a','title':null").getTitle()).isNull();
    assertThat(readProduct(",'attributes':null").getAttributes()).isEmpty();
    assertThat(rejected(product(",'productId':null")))
        .isEqualTo(new Rejection(Reason.MISSING_FIELD, "productId: is required"));
  }

  @Test
  void unknownFieldsArePassedOverAndCounted() throws Exception {
    readProduct(",'new':1,'newer':{'a':[{'b':'c'}]},'title':'x'");
    readOrder("'lines':[{'gift':true},{'gift':false}]");
    assertThat(json.unknownFields()).isEqualTo(4);
  }

  @Test
  void freeMapsHoldTextOfWhateverIsGiven() throws Exception {
    Product product =
        readProduct(
            ",'attributes':{'s':'x','i':1,'d':1.50,'e':1e400,'b':true,'n':null,'o':{'a': [1, null,"
                + " 'x\\n"
                + "']},'l':[ ]}");
    assertThat(product.getAttributes())
        .isEqualTo(
            Map.of(
                "s",
                "x",
                "i",
                "1",
                "d",
                "1.50",
                "e",
                "1e400",
                "b",
                "true",
                "o",
                "{\"a\":[1,null,\"x\\n\"]}",
                "l",
                "[]"));
  }

  @Test
  void halfASurrogatePairBecomesAReplacementCharacter() throws Exception {
    Product product =
        readProduct(
            ",'title':'a\\ud83d','brand':'\\ud83d\\ude00','attributes':{'\\ude00':'\\ud83dx'}");
    assertThat(product.getTitle()).isEqualTo("a\uFFFD");
    assertThat(product.getBrand()).isEqualTo("😀");
    assertThat(product.getAttributes()).isEqualTo(Map.of("\uFFFD", "\uFFFDx"));

    product.setTitle("\uD83D");
    assertThat(new String(json.write(product), StandardCharsets.UTF_8))
        .contains("\"title\":\"\uFFFD\"");
  }

  @Test
  void writesCompactlyInSchemaOrderWithoutNullsKeysSorted() throws Exception {
    Product product =
        readProduct(
            ",'price':1.50,'occurredAt':'2026-03-01T01:00:00.5+01:00','attributes':{'b':1,'a':2}");
    assertThat(new String(json.write(product), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"tenant\":\"t\",\"eventId\":\"e\",\"occurredAt\":\"2026-03-01T00:00:00.500Z\",\"productId\":\"p\",\"price\":1.5,"
                + "\"attributes\":{\"a\":\"2\",\"b\":\"1\"}}");
    product.setPrice(new BigDecimal("1000000000.000000"));
    assertThat(new String(json.write(product), StandardCharsets.UTF_8))
        .contains("\"price\":1000000000,");
  }

  @Test
  void theSymbolOfReadersOlderThanTheirWriterIsNoInput() {
    assertThatThrownBy(() -> readOrder("'trust':'unknown'"))
        .hasMessage(
            "unknown_enum: trust: \"unknown\" is not known, use one of [verified, stated,"
                + " inferred]");
  }

  @Test
  void embeddedJsonStandsAsWhatItSays() {
    HeldRecord held = new HeldRecord("orders", "e", Instant.EPOCH, "{ \"a\" : [1.50] }");
    assertThat(new String(json.write(held), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"topic\":\"orders\",\"eventId\":\"e\",\"occurredAt\":\"1970-01-01T00:00:00Z\",\"content\":{\"a\":[1.50]}}");
    for (String broken : new String[] {"", "{", "nonsense", "{} {}"}) {
      held.setContent(broken);
      assertThatThrownBy(() -> json.write(held))
          .as(broken)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aNumberThatIsNoneCannotBeWritten() {
    assertThatThrownBy(() -> json.write(new LeadScore(Double.NaN, null, new ArrayList<>())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void aPartOfARecordIsNamedByItsPath() throws Exception {
    String event =
        "{\"tenant\":\"t\",\"eventId\":\"e\",\"occurredAt\":0,\"name\":\"cart_updated\",\"cart\":{\"lines\":[{},{\"price\":\"x\"}]}}";
    assertThatThrownBy(() -> json.read(Topic.TRACKING, event.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("cart.lines[1].price: ");
    TrackingEvent read =
        (TrackingEvent)
            json.read(Topic.TRACKING, event.replace("\"x\"", "2").getBytes(StandardCharsets.UTF_8));
    assertThat(read.getCart().getLines()).hasSize(2);
  }

  @Test
  void anEmptyListOfAContactIsSomethingElseThanNone() throws Exception {
    String start =
        "{\"tenant\":\"t\",\"eventId\":\"e\",\"occurredAt\":0,\"fields\":{\"city\":\"x\"";
    ContactUpdate none =
        (ContactUpdate) json.read(Topic.CONTACTS, (start + "}}").getBytes(StandardCharsets.UTF_8));
    ContactUpdate empty =
        (ContactUpdate)
            json.read(
                Topic.CONTACTS, (start + ",\"interests\":[]}}").getBytes(StandardCharsets.UTF_8));
    assertThat(none.getFields().getInterests()).isNull();
    assertThat(empty.getFields().getInterests()).isEmpty();
  }
}
