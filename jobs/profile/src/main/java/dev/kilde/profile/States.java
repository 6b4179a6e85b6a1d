package dev.kilde.profile;

import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.Link;
import dev.kilde.core.keeper.Acquaintance;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.keeper.Standing;
import dev.kilde.core.keeper.Ties;
import dev.kilde.core.person.Held;
import dev.kilde.profile.purchase.PurchaseGroup;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.profile.state.AcquaintanceFormat;
import dev.kilde.profile.state.CartFormat;
import dev.kilde.profile.state.ContactFormat;
import dev.kilde.profile.state.EngagementFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatSerializer;
import dev.kilde.profile.state.HeldFormat;
import dev.kilde.profile.state.KnownIdentifiersFormat;
import dev.kilde.profile.state.LedgerFormat;
import dev.kilde.profile.state.LinkFormat;
import dev.kilde.profile.state.MessageFormat;
import dev.kilde.profile.state.PermissionsFormat;
import dev.kilde.profile.state.PurchasesFormat;
import dev.kilde.profile.state.SeenFormat;
import dev.kilde.profile.state.StandingFormat;
import dev.kilde.profile.state.TiesFormat;
import dev.kilde.profile.state.VisitsFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** Every keyed state of the job. A released name is never reused or renamed. */
public final class States {

  /** The hot state every message touches. */
  public static final ValueStateDescriptor<Standing> STANDING =
      value("standing", new StandingFormat());

  /** Messages that wait for their instant. */
  public static final ListStateDescriptor<Message> PENDING =
      new ListStateDescriptor<>("pending", new FormatSerializer<>(new MessageFormat()));

  /** The events of a person, by stream and id. */
  public static final MapStateDescriptor<String, Held> LOG = rows("log", new HeldFormat());

  /** The events an identifier passed on, by stream and id. */
  public static final MapStateDescriptor<String, Held> PASSED = rows("passed", new HeldFormat());

  /** The links an identifier was seen with, by stream and id of the event. */
  public static final MapStateDescriptor<String, Link> LINKS = rows("links", new LinkFormat());

  /** Whom an identifier points to, and no longer may. */
  public static final ValueStateDescriptor<Ties> TIES = value("ties", new TiesFormat());

  /** Which weaker identifiers came with one. */
  public static final ValueStateDescriptor<Acquaintance> ACQUAINTANCE =
      value("acquaintance", new AcquaintanceFormat());

  /** What a person is in the middle of. */
  public static final ValueStateDescriptor<Ledger> LEDGER = value("ledger", new LedgerFormat());

  /** Definitions and models as published, the same at every subtask. */
  public static final MapStateDescriptor<String, RuleUpdate> RULES =
      rows("rules", new RuleUpdate.StateFormat());

  /** Tenants whose people are being judged anew, of every subtask. */
  public static final ListStateDescriptor<String> SWEEPS =
      new ListStateDescriptor<>("sweeps", StringSerializer.INSTANCE);

  /** The snapshots and returns of one purchase. */
  public static final ValueStateDescriptor<PurchaseGroup> PURCHASE_GROUP =
      value("purchase-group", new PurchaseGroup.StateFormat());

  private static final Map<Fact<?>, ValueStateDescriptor<?>> FACTS = facts();

  private States() {}

  /**
   * Where a fact is kept.
   *
   * @throws IllegalArgumentException if the fact has no format here
   */
  @SuppressWarnings("unchecked") // entries are only made by entry(), which pairs the types
  public static <F> ValueStateDescriptor<F> of(Fact<F> fact) {
    ValueStateDescriptor<?> descriptor = FACTS.get(fact);
    if (descriptor == null) {
      throw new IllegalArgumentException("add a format for fact " + fact.name() + " to States");
    }
    return (ValueStateDescriptor<F>) descriptor;
  }

  /**
   * How a fact is written.
   *
   * @throws IllegalArgumentException if the fact has no format here
   */
  public static <F> Format<F> format(Fact<F> fact) {
    return ((FormatSerializer<F>) of(fact).getSerializer()).format();
  }

  private static Map<Fact<?>, ValueStateDescriptor<?>> facts() {
    Map<Fact<?>, ValueStateDescriptor<?>> facts = new LinkedHashMap<>();
    entry(facts, Seen.FACT, new SeenFormat());
    entry(facts, KnownIdentifiers.FACT, new KnownIdentifiersFormat());
    entry(facts, Contact.FACT, new ContactFormat());
    entry(facts, Permissions.FACT, new PermissionsFormat());
    entry(facts, Engagement.FACT, new EngagementFormat());
    entry(facts, Visits.FACT, new VisitsFormat());
    entry(facts, Cart.FACT, new CartFormat());
    entry(facts, Purchases.FACT, new PurchasesFormat());
    return Map.copyOf(facts);
  }

  private static <F> void entry(
      Map<Fact<?>, ValueStateDescriptor<?>> facts, Fact<F> fact, Format<F> format) {
    facts.put(fact, value("fact-" + fact.name(), format));
  }

  private static <T> MapStateDescriptor<String, T> rows(String name, Format<T> format) {
    return new MapStateDescriptor<>(
        name, StringSerializer.INSTANCE, new FormatSerializer<>(format));
  }

  private static <T> ValueStateDescriptor<T> value(String name, Format<T> format) {
    return new ValueStateDescriptor<>(name, new FormatSerializer<>(format));
  }
}
