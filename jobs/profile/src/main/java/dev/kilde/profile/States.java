package dev.kilde.profile;

import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Head;
import dev.kilde.profile.purchase.PurchaseGroup;
import dev.kilde.profile.state.CartFormat;
import dev.kilde.profile.state.ChangeFormat;
import dev.kilde.profile.state.ContactFormat;
import dev.kilde.profile.state.EngagementFormat;
import dev.kilde.profile.state.EventFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatSerializer;
import dev.kilde.profile.state.HeadFormat;
import dev.kilde.profile.state.KnownIdentifiersFormat;
import dev.kilde.profile.state.PermissionsFormat;
import dev.kilde.profile.state.PurchasesFormat;
import dev.kilde.profile.state.SeenFormat;
import dev.kilde.profile.state.VisitsFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** Every keyed state of the job. A released name is never reused or renamed. */
public final class States {

  /** The hot state every event touches. */
  public static final ValueStateDescriptor<Head> HEAD = value("head", new HeadFormat());

  /** Changes that wait for their instant. */
  public static final ListStateDescriptor<Change> PENDING =
      new ListStateDescriptor<>("pending", new FormatSerializer<>(new ChangeFormat()));

  /** The events of a person, by stream and id. */
  public static final MapStateDescriptor<String, Event> LOG =
      new MapStateDescriptor<>(
          "log", StringSerializer.INSTANCE, new FormatSerializer<>(new EventFormat()));

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

  private static <T> ValueStateDescriptor<T> value(String name, Format<T> format) {
    return new ValueStateDescriptor<>(name, new FormatSerializer<>(format));
  }
}
