package dev.kilde.core.identity;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.Trust;
import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How identifiers become people: {@code identity.yaml}.
 *
 * @param order every kind once, the strongest first; weaker identifiers point to stronger ones
 * @param limits how many people a weaker identifier may be seen with; a kind without one is never
 *     shared
 * @param leastTrust what an event must be trusted for its weaker identifier of this kind to be
 *     linked; a kind without an entry is linked whatever the trust
 * @param retention how long a kind keeps events and links for corrections; a kind without an entry
 *     keeps them as people do
 * @param blocklist values that name nobody
 * @param spelling how values of a kind are brought into one form; a kind without an entry is taken
 *     as given; e-mail and phone have a form of their own
 */
public record IdentityRules(
    List<IdentifierKind> order,
    Map<IdentifierKind, SharingLimit> limits,
    Map<IdentifierKind, Trust> leastTrust,
    Map<IdentifierKind, Retention> retention,
    Blocklist blocklist,
    Map<IdentifierKind, Spelling> spelling)
    implements Serializable {

  /** Built in: right for a shop. */
  public static final IdentityRules DEFAULT =
      new IdentityRules(
          List.of(IdentifierKind.values()),
          Map.of(
              IdentifierKind.DEVICE_ID, new SharingLimit(5, Duration.ofDays(30)),
              IdentifierKind.CARD_TOKEN, new SharingLimit(5, Duration.ofDays(90)),
              IdentifierKind.LOYALTY_NUMBER, new SharingLimit(10, Duration.ofDays(90)),
              IdentifierKind.PHONE, new SharingLimit(5, Duration.ofDays(90)),
              IdentifierKind.EMAIL, new SharingLimit(5, Duration.ofDays(90))),
          Map.of(IdentifierKind.DEVICE_ID, Trust.STATED),
          Map.of(IdentifierKind.DEVICE_ID, new Retention(Duration.ofDays(90), Duration.ofDays(90))),
          Blocklist.DEFAULT,
          Map.of());

  /**
   * @throws IllegalArgumentException if {@code order} does not name every kind exactly once, the
   *     strongest kind has a limit, or e-mail or phone a spelling
   */
  public IdentityRules {
    order = List.copyOf(order);
    if (order.size() != IdentifierKind.values().length
        || !EnumSet.copyOf(order).equals(EnumSet.allOf(IdentifierKind.class))) {
      throw new IllegalArgumentException("order does not name every kind once: " + order);
    }
    if (limits.containsKey(order.get(0))) {
      throw new IllegalArgumentException("nothing is stronger than " + order.get(0));
    }
    if (spelling.containsKey(IdentifierKind.EMAIL) || spelling.containsKey(IdentifierKind.PHONE)) {
      throw new IllegalArgumentException("e-mail and phone have a form of their own");
    }
    limits = Map.copyOf(limits);
    leastTrust = Map.copyOf(leastTrust);
    retention = Map.copyOf(retention);
    spelling = Map.copyOf(spelling);
  }

  /** The one that names the person; empty where nothing does. */
  public Optional<Identifier> strongest(Identifiers identifiers) {
    return identifiers.all().stream().min(byStrength());
  }

  /** All but the one that names the person, the strongest first. */
  public List<Identifier> weaker(Identifiers identifiers) {
    return identifiers.all().size() < 2
        ? List.of()
        : identifiers.all().stream().sorted(byStrength()).skip(1).toList();
  }

  /** How strong a kind is: the greater, the stronger. */
  public int strength(IdentifierKind kind) {
    return order.size() - order.indexOf(kind);
  }

  /** Whether an event trusted so far links its weaker identifier of this kind. */
  public boolean isTrusted(IdentifierKind weaker, Trust trust) {
    Trust least = leastTrust.get(weaker);
    return least == null || trust.compareTo(least) <= 0;
  }

  /** How many people an identifier of this kind may be seen with; null: any number. */
  public @Nullable SharingLimit limit(IdentifierKind kind) {
    return limits.get(kind);
  }

  /**
   * How long the stage of a kind keeps what it may have to correct.
   *
   * @param people how long people are kept
   */
  public Retention retention(IdentifierKind kind, Retention people) {
    return retention.getOrDefault(kind, people);
  }

  /** The same, with every kind kept as people are. */
  public IdentityRules keptAsPeople() {
    return new IdentityRules(order, limits, leastTrust, Map.of(), blocklist, spelling);
  }

  private Comparator<Identifier> byStrength() {
    return Comparator.comparingInt(identifier -> order.indexOf(identifier.kind()));
  }
}
