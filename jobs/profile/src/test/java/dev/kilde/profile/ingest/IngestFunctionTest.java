package dev.kilde.profile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.profile.Sample;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.Told;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which input goes where, and under which names. */
class IngestFunctionTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Sample VIEW = Sample.viewed("e", T, "tent");

  private OneInputStreamOperatorTestHarness<Input, PurchaseInput> ingest;

  @BeforeEach
  void open() throws Exception {
    ingest =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new IngestFunction(TestSettings.plain())));
    ingest.setup(PurchaseInput.TYPE.createSerializer(new SerializerConfigImpl()));
    ingest.open();
  }

  @AfterEach
  void close() throws Exception {
    ingest.close();
  }

  @Test
  void anEventGoesToItsStrongestIdentifierAndALinkToEachWeakerOne() throws Exception {
    take(VIEW.by("deviceId", "d").by("email", "anna@x.dk").byContact("anna"));
    assertThat(said())
        .containsExactly(
            "contactId: put e to anna at 0",
            "email: link anna@x.dk to anna since 0 by e at 0",
            "deviceId: link d to anna since 0 by e at 0");
    assertThat(changes()).isEmpty();
  }

  @Test
  void whoIsNamedByOneIdentifierIsLinkedToNobody() throws Exception {
    take(VIEW.by("deviceId", "d"));
    assertThat(said()).containsExactly("deviceId: put e to d at 0");
  }

  @Test
  void anInferredDeviceIsNotBelievedOtherInferredIdentifiersAre() throws Exception {
    take(
        VIEW.with("trust", "inferred")
            .byContact("anna")
            .by("cardToken", "card")
            .by("deviceId", "d"));
    assertThat(said())
        .containsExactly(
            "contactId: put e to anna at 0",
            "cardToken: link card to anna since 0 by e at 0",
            "deviceId: doubtful link d to anna since 0 by e at 0");
  }

  @Test
  void aMailScannerClicksOnADeviceOfItsOwn() throws Exception {
    Sample click =
        Sample.of(Topic.ENGAGEMENT, "c", T)
            .with("kind", "clicked")
            .by("email", "anna@x.dk")
            .by("deviceId", "d");
    take(click.with("machine", true));
    take(click.with("machine", false));
    assertThat(said())
        .containsExactly(
            "email: put c to anna@x.dk at 0",
            "email: put c to anna@x.dk at 0",
            "deviceId: doubtful link d to anna@x.dk since 0 by c at 0",
            "deviceId: link d to anna@x.dk since 0 by c at 0");
  }

  @Test
  void aBlockedIdentifierIsReportedAndTheEventIsWhoseTheOthersName() throws Exception {
    take(VIEW.by("email", "noreply@shop.dk").byContact("unknown").by("deviceId", "d"));
    assertThat(said()).containsExactly("deviceId: put e to d at 0");
    assertThat(changes())
        .hasSize(2)
        .allMatch(change -> change.startsWith("refused "))
        .allMatch(change -> change.endsWith(" by e at 0: blocked"));
    assertThat(letters()).isEmpty();
    assertThat(count(IngestFunction.BLOCKED)).isEqualTo(2);
  }

  @Test
  void whatIsBlockedIsNotInTheEventThatIsKept() throws Exception {
    take(VIEW.byContact("anna").by("email", "noreply@shop.dk"));
    Event kept = onlyPut(IdentifierKind.CONTACT_ID);
    assertThat(kept.envelope().identifiers().all())
        .containsExactly(Identifier.of(IdentifierKind.CONTACT_ID, "anna"));
    assertThat(new String(kept.envelope().content().bytes(), UTF_8)).doesNotContain("noreply");
  }

  @Test
  void identifiersAreComparedInOneForm() throws Exception {
    take(VIEW.by("phone", " 32 12 34 56 ").by("email", "Anna@X.dk"));
    take(VIEW.with("eventId", "f").by("phone", "+45 32123456"));
    assertThat(said())
        .containsExactly(
            "email: put e to anna@x.dk at 0",
            "phone: link +4532123456 to anna@x.dk since 0 by e at 0",
            "phone: put f to +4532123456 at 0");
  }

  @Test
  void anEventWhoseEveryIdentifierIsBlockedIsADeadLetterWithItsContent() throws Exception {
    Sample nobodys = VIEW.by("email", "noreply@shop.dk").by("deviceId", "0000-0000");
    take(nobodys);
    assertThat(said()).isEmpty();
    assertThat(changes()).as("each is reported").hasSize(2);
    DeadLetter letter = letters().get(0);
    assertThat(letter.getReason()).isEqualTo("no_identifier");
    assertThat(letter.getStage()).isEqualTo("ingest");
    assertThat(letter.getSource()).isEqualTo("tracking:1");
    assertThat(letter.getDetail())
        .contains("email", "deviceId", "identity.yaml")
        .doesNotContain("noreply");
    assertThat(read(letter)).isEqualTo(nobodys.input().record());
    assertThat(count(IngestFunction.DEAD_LETTERS)).isEqualTo(1);
    assertThat(count(IngestFunction.NAMELESS)).isEqualTo(1);
  }

  @Test
  void aDeadLetterShowsIdentifiersAsTheyWereTyped() throws Exception {
    Sample nobodys = VIEW.by("email", " NoReply@Shop.dk").by("phone", "00 00 00 00");
    Sample backwards =
        Sample.request("v", T, "unlink")
            .by("deviceId", "d ")
            .by("email", "Anna@X.dk")
            .by("contactId", "unknown")
            .about("email:anna@x.dk", "deviceId:d");
    take(nobodys);
    take(backwards);
    assertThat(letters())
        .extracting(DeadLetter::getReason)
        .containsExactly("no_identifier", "invalid_link");
    assertThat(read(letters().get(0))).isEqualTo(nobodys.input().record());
    assertThat(read(letters().get(1))).isEqualTo(backwards.input().record());
  }

  @Test
  void purchasesGoToTheStageThatKnowsWhoseTheyAreAndLinkNobodyHere() throws Exception {
    take(Sample.order("o", T, "o").byContact("anna").by("deviceId", "d"));
    take(Sample.receipt("r", T, "r").byContact("anna").by("cardToken", "card"));
    assertThat(said()).isEmpty();
    assertThat(purchases()).containsExactly("o", "r");
    assertThat(count(IngestFunction.ANONYMOUS)).isZero();
  }

  @Test
  void aReceiptOfNobodyIsCountedAndMayFindItsOwner() throws Exception {
    take(Sample.receipt("r1", T, "r1"));
    take(Sample.receipt("r2", T, "r2").by("email", "noreply@shop.dk"));
    assertThat(purchases()).containsExactly("r1", "r2");
    assertThat(count(IngestFunction.ANONYMOUS)).isEqualTo(2);
    assertThat(letters()).isEmpty();
    assertThat(changes()).as("what is blocked is reported all the same").hasSize(1);
  }

  @Test
  void anOrderWhoseEveryIdentifierIsBlockedIsADeadLetter() throws Exception {
    take(Sample.order("o", T, "o").byContact("null"));
    assertThat(purchases()).isEmpty();
    assertThat(letters()).extracting(DeadLetter::getReason).containsExactly("no_identifier");
  }

  @Test
  void requestsAreAddressedAndMalformedOnesAreDeadLetters() throws Exception {
    take(Sample.request("x", T, "export").byContact("anna").by("email", "anna@x.dk"));
    take(
        Sample.request("u", T, "unlink")
            .by("deviceId", "d")
            .about("deviceId:d", "email:anna@x.dk"));
    Sample backwards =
        Sample.request("v", T, "unlink").by("deviceId", "d").about("email:anna@x.dk", "deviceId:d");
    take(backwards);
    assertThat(said())
        .containsExactly("contactId: Export x to anna at 0", "deviceId: Unlink u to d at 0");
    DeadLetter letter = letters().get(0);
    assertThat(letter.getReason()).isEqualTo("invalid_link");
    assertThat(letter.getDetail()).contains("from a weaker kind to a stronger one");
    assertThat(read(letter)).isEqualTo(backwards.input().record());
    assertThat(count(IngestFunction.NAMELESS)).isZero();
  }

  @Test
  void whatCouldNotBeReadGoesOnToTheDeadLetters() throws Exception {
    DeadLetter letter =
        new DeadLetter("tracking/0/7", "decode", "not_json", "x", ByteBuffer.wrap(new byte[1]), T);
    ingest.processElement(Input.rejected(letter), 0);
    assertThat(letters()).containsExactly(letter);
    assertThat(count(IngestFunction.DEAD_LETTERS)).isEqualTo(1);
  }

  @Test
  void ticksAndRecordsOfNobodyGoNowhere() throws Exception {
    ingest.processElement(Input.tick(T), 0);
    take(Sample.of(Topic.PRODUCTS, "p", T).with("productId", "tent"));
    assertThat(said()).isEmpty();
    assertThat(purchases()).isEmpty();
    assertThat(letters()).isEmpty();
    assertThat(count(IngestFunction.UNUSED)).isEqualTo(1);
  }

  private void take(Sample sample) throws Exception {
    ingest.processElement(sample.input(), sample.occurredAt().toEpochMilli());
  }

  /** What was sent to the tiers, the strongest first. */
  private List<String> said() {
    return Arrays.stream(IdentifierKind.values())
        .flatMap(
            kind ->
                told(SideOutputs.to(kind)).stream()
                    .map(input -> kind.field() + ": " + Told.inWords(input, T)))
        .toList();
  }

  private List<String> changes() {
    return told(SideOutputs.IDENTITY_CHANGES).stream()
        .map(change -> Told.inWords(change, T))
        .toList();
  }

  private List<DeadLetter> letters() {
    return told(SideOutputs.DEAD_LETTERS);
  }

  private List<String> purchases() {
    return ingest.extractOutputValues().stream()
        .map(
            input ->
                input instanceof PurchaseInput.Snapshot snapshot
                    ? snapshot.event().id().id()
                    : "forget " + input.purchase().text())
        .toList();
  }

  private Event onlyPut(IdentifierKind to) {
    List<KeeperInput> sent = told(SideOutputs.to(to));
    assertThat(sent).hasSize(1);
    return ((Change.Put) ((Message.Moved) sent.get(0).message()).change()).event();
  }

  private <T> List<T> told(OutputTag<T> tag) {
    List<T> all = new ArrayList<>();
    Queue<StreamRecord<T>> side = ingest.getSideOutput(tag);
    if (side != null) {
      side.forEach(record -> all.add(record.getValue()));
    }
    return all;
  }

  private long count(String name) {
    return ((ProcessOperator<?, ?>) ingest.getOperator())
        .getRuntimeContext()
        .<Long, Long>getAccumulator(name)
        .getLocalValue();
  }

  /** What the letter's bytes say, read as an input of the topic it came from. */
  private static SpecificRecord read(DeadLetter letter) throws RejectedException {
    ByteBuffer payload = letter.getPayload().duplicate();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    String topic = letter.getSource().substring(0, letter.getSource().indexOf(':'));
    return new InputDecoder().json(Topic.named(topic).orElseThrow(), bytes);
  }
}
