package dev.kilde.profile.ingest;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.connectors.input.Input;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Normalisation;
import dev.kilde.core.identity.Refused;
import dev.kilde.core.identity.Sightings;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.Tally;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.output.IdentityChanges;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Sends each input on its way, its identifiers normalised: orders and receipts to the purchase
 * stage, everything else to the tier of its strongest identifier, a link to the tier of each weaker
 * one, definitions and models to all tiers, dead letters aside; ticks have done their work.
 */
public final class IngestFunction extends ProcessFunction<Input, PurchaseInput> {

  /** Receipts that name nobody; those of a known original still find its owner. */
  public static final String ANONYMOUS = "receipts-anonymous";

  /** Records of topics no stage of this job uses. */
  public static final String UNUSED = "records-unused";

  /** Inputs that could not be used. */
  public static final String DEAD_LETTERS = "dead-letters";

  /** Inputs that were read but name nobody who may be meant; among the dead letters. */
  public static final String NAMELESS = "inputs-of-nobody";

  /** Identifiers taken off their event because they name nobody. */
  public static final String BLOCKED = "identifiers-blocked";

  private static final String STAGE = "ingest";
  private static final long serialVersionUID = 1;

  private final ProfileSettings settings;

  private transient @Nullable Naming naming;
  private transient @Nullable Petitions petitions;
  private transient @Nullable WireForm wire;
  private transient @Nullable Tally anonymous;
  private transient @Nullable Tally unused;
  private transient @Nullable Tally deadLetters;
  private transient @Nullable Tally nameless;
  private transient @Nullable Tally blocked;

  /** By a job's rules of identity. */
  public IngestFunction(ProfileSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    var metrics = getRuntimeContext().getMetricGroup();
    Normalisation normalisation =
        new Normalisation(settings.identity(), new GooglePhoneNumbers(), settings.country());
    naming = new Naming(normalisation);
    petitions = new Petitions(settings.identity(), normalisation);
    wire = new WireForm();
    anonymous = new Tally(getRuntimeContext(), metrics, ANONYMOUS);
    unused = new Tally(getRuntimeContext(), metrics, UNUSED);
    deadLetters = new Tally(getRuntimeContext(), metrics, DEAD_LETTERS);
    nameless = new Tally(getRuntimeContext(), metrics, NAMELESS);
    blocked = new Tally(getRuntimeContext(), metrics, BLOCKED);
  }

  @Override
  public void processElement(Input input, Context context, Collector<PurchaseInput> out) {
    switch (input.kind()) {
      case RECORD -> {
        SpecificRecord record = input.record();
        dev.kilde.schemas.record.Identifiers given = Envelopes.identifiers(record);
        try {
          route(record, context, out);
        } catch (RejectedException refused) {
          Naming.restore(record, given);
          refuse(input, refused.rejection(), context);
        }
      }
      case DEAD_LETTER -> {
        count(deadLetters);
        context.output(SideOutputs.DEAD_LETTERS, input.deadLetter());
      }
      case TICK -> {
        // it has moved the watermark at the source
      }
    }
  }

  private void route(SpecificRecord record, Context context, Collector<PurchaseInput> out)
      throws RejectedException {
    normalise(record, context);
    if (record instanceof PrivacyRequest request) {
      ask(request, context, out);
      return;
    }
    if (record instanceof Definition || record instanceof Model) {
      publish(record, context);
      return;
    }
    byte[] content = Objects.requireNonNull(wire).encode(record);
    Optional<Event> translated = Events.of(record, Content.of(content));
    if (translated.isEmpty()) {
      count(unused);
      return;
    }
    Event event = translated.get();
    if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
      if (event.envelope().identifiers().all().isEmpty()) {
        count(anonymous);
      }
      out.collect(new PurchaseInput.Snapshot(event));
    } else {
      behave(event, context);
    }
  }

  private void publish(SpecificRecord record, Context context) throws RejectedException {
    Publications.of(record)
        .ifPresentOrElse(update -> context.output(SideOutputs.RULES, update), () -> count(unused));
  }

  private void normalise(SpecificRecord record, Context context) throws RejectedException {
    List<Refused> refused = Objects.requireNonNull(naming).normalise(record);
    for (Refused each : refused) {
      count(blocked);
      context.output(
          SideOutputs.IDENTITY_CHANGES,
          IdentityChanges.blocked(
              Envelopes.tenant(record),
              each.identifier(),
              Envelopes.eventId(record),
              Envelopes.occurredAt(record)));
    }
    if (!refused.isEmpty()
        && Envelopes.identifiers(record) == null
        && !(record instanceof Receipt)) {
      count(nameless);
      throw new RejectedException(
          Rejection.Reason.NO_IDENTIFIER,
          "every identifier names nobody: "
              + refused.stream().map(each -> each.identifier().kind().field()).toList()
              + " are blocked; see block in identity.yaml");
    }
  }

  /** To the strongest identifier the event, to each weaker one the link. */
  private void behave(Event event, Context context) {
    IdentityRules rules = settings.identity();
    String tenant = event.envelope().tenant();
    Identifiers identifiers = event.envelope().identifiers();
    Optional<Identifier> strongest = rules.strongest(identifiers);
    if (strongest.isEmpty()) {
      return;
    }
    send(
        context,
        strongest.get(),
        tenant,
        new Message.Moved(Change.Put.of(event, event.occurredAt())));
    Trust trust = event.envelope().trust();
    for (Identifier weaker : rules.weaker(identifiers)) {
      Link link =
          new Link(
              IdentifierKey.of(tenant, strongest.get()), event.occurredAt(), event.id(), trust);
      send(
          context,
          weaker,
          tenant,
          new Message.Linked(
              link, Sightings.links(event) && rules.isTrusted(weaker.kind(), trust)));
    }
  }

  private void ask(PrivacyRequest request, Context context, Collector<PurchaseInput> out)
      throws RejectedException {
    Identifiers identifiers = Events.identifiers(request.getIdentifiers());
    Petitions asked = Objects.requireNonNull(petitions);
    asked.ofPurchases(request, identifiers).forEach(out::collect);
    for (Petitions.Addressed addressed : asked.of(request, identifiers)) {
      context.output(SideOutputs.to(addressed.to()), addressed.input());
    }
  }

  private static void send(Context context, Identifier to, String tenant, Message message) {
    context.output(SideOutputs.to(to.kind()), KeeperInput.to(tenant, to, message));
  }

  private void refuse(Input input, Rejection rejection, Context context) {
    count(deadLetters);
    context.output(
        SideOutputs.DEAD_LETTERS,
        DeadLetters.letter(
            input.source(),
            STAGE,
            rejection,
            new JsonForm().write(input.record()),
            Instant.ofEpochMilli(context.timerService().currentProcessingTime())));
  }

  private static void count(@Nullable Tally tally) {
    Objects.requireNonNull(tally, "not open").increment();
  }
}
