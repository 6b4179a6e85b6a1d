package dev.kilde.profile.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.keeper.Span;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.ingest.IngestFunction;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop: what an erasure asks of a weaker identifier is what that identifier is asked. */
class ErasureRequestsTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Map<IdentifierKind, String> VALUES =
      Map.of(
          IdentifierKind.CONTACT_ID, "anna: 7",
          IdentifierKind.EMAIL, "anna@x.dk",
          IdentifierKind.PHONE, "+4532123456",
          IdentifierKind.LOYALTY_NUMBER, "0012:34",
          IdentifierKind.CARD_TOKEN, "tok_æ/1",
          IdentifierKind.DEVICE_ID, "urn:app:7");
  private static final List<List<Span>> SPANS =
      List.of(
          List.of(),
          List.of(new Span(null, T.minusMillis(1))),
          List.of(new Span(T.minusSeconds(9), T.minusSeconds(3)), new Span(T, null)));

  static Stream<Arguments> pairs() {
    List<IdentifierKind> order = IdentityRules.DEFAULT.order();
    return order.stream()
        .flatMap(
            stronger ->
                order.subList(order.indexOf(stronger) + 1, order.size()).stream()
                    .map(weaker -> Arguments.of(weaker, stronger)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("pairs")
  void whatIsAskedOverTheTopicArrives(IdentifierKind weaker, IdentifierKind stronger)
      throws Exception {
    for (List<Span> spans : SPANS) {
      Effect.Spread spread = spread(weaker, stronger, spans);
      PrivacyRequest request = ErasureRequests.of(spread);
      WireForm wire = new WireForm();
      assertThat(asked(weaker, wire.decode(Topic.PRIVACY, wire.encode(request))))
          .isEqualTo(meant(spread));
      assertThat(
              asked(weaker, new InputDecoder().json(Topic.PRIVACY, new JsonForm().write(request))))
          .as("in a replay it goes through a file")
          .isEqualTo(meant(spread));
    }
  }

  @Test
  void purchasesThatAreToBeForgottenAreForgotten() throws Exception {
    List<PurchaseKey> purchases =
        List.of(new PurchaseKey("order:æ:1\n"), PurchaseKey.receipt("s:1", "r"));
    for (List<Span> spans : SPANS) {
      for (IdentifierKind kind : IdentifierKind.values()) {
        PrivacyRequest request =
            ErasureRequests.of(
                new Effect.PurchasesErased(
                    "shop", "erase-1", identifier(kind), purchases, spans, T));
        IdentifierKey owner = IdentifierKey.of("shop", identifier(kind));
        List<PurchaseInput> meant =
            purchases.stream()
                .<PurchaseInput>map(
                    each -> new PurchaseInput.Forget("shop", each, owner, spans, T, "erase-1"))
                .toList();
        WireForm wire = new WireForm();
        assertThat(forgotten(wire.decode(Topic.PRIVACY, wire.encode(request)))).isEqualTo(meant);
        assertThat(forgotten(new InputDecoder().json(Topic.PRIVACY, new JsonForm().write(request))))
            .isEqualTo(meant);
      }
    }
  }

  /** What reaches the purchases when the request is read; no tier hears of it. */
  private static List<PurchaseInput> forgotten(SpecificRecord request) throws Exception {
    try (OneInputStreamOperatorTestHarness<Input, PurchaseInput> ingest =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new IngestFunction(TestSettings.plain())))) {
      ingest.setup(PurchaseInput.TYPE.createSerializer(new SerializerConfigImpl()));
      ingest.open();
      ingest.processElement(Input.record(Topic.PRIVACY, request, "privacy:1"), 0);
      for (IdentifierKind tier : IdentifierKind.values()) {
        assertThat(ingest.getSideOutput(SideOutputs.to(tier))).isNull();
      }
      return ingest.extractOutputValues();
    }
  }

  @Test
  void theSameErasureIsTheSameRequest() {
    assertThat(
            ErasureRequests.of(
                spread(IdentifierKind.DEVICE_ID, IdentifierKind.EMAIL, SPANS.get(2))))
        .isEqualTo(
            ErasureRequests.of(
                spread(IdentifierKind.DEVICE_ID, IdentifierKind.EMAIL, SPANS.get(2))));
  }

  private static Effect.Spread spread(
      IdentifierKind weaker, IdentifierKind stronger, List<Span> spans) {
    return new Effect.Spread("shop", "erase-1", identifier(weaker), identifier(stronger), spans, T);
  }

  private static KeeperInput meant(Effect.Spread spread) {
    return KeeperInput.to(
        "shop",
        spread.weaker(),
        new Message.EraseTies(
            "erase-1", IdentifierKey.of("shop", spread.target()), spread.spans(), T));
  }

  /** What reaches the tier when the request is read with the other inputs. */
  private static KeeperInput asked(IdentifierKind tier, SpecificRecord request) throws Exception {
    try (OneInputStreamOperatorTestHarness<Input, PurchaseInput> ingest =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new IngestFunction(TestSettings.plain())))) {
      ingest.setup(PurchaseInput.TYPE.createSerializer(new SerializerConfigImpl()));
      ingest.open();
      ingest.processElement(Input.record(Topic.PRIVACY, request, "privacy:1"), 0);
      List<KeeperInput> sent =
          ingest.getSideOutput(SideOutputs.to(tier)).stream().map(StreamRecord::getValue).toList();
      assertThat(sent).hasSize(1);
      return sent.get(0);
    }
  }

  private static Identifier identifier(IdentifierKind kind) {
    return Identifier.of(kind, VALUES.getOrDefault(kind, ""));
  }
}
