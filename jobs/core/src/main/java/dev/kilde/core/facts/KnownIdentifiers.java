package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every identifier the person was seen with; of each kind the most recently seen last.
 *
 * <p>One that was only ever inferred, such as an address typed by a clerk, is unconfirmed: nothing
 * is sent there.
 *
 * @param all at most {@value #MOST_PER_KIND} of a kind; the least recently seen gives way
 * @param unconfirmed those of them that no event of more than inferred trust named
 */
public record KnownIdentifiers(List<Identifier> all, Set<Identifier> unconfirmed) {

  /** Of one kind; a profile does not grow with every cleared cookie. */
  public static final int MOST_PER_KIND = 100;

  public static final KnownIdentifiers NONE = new KnownIdentifiers(List.of(), Set.of());

  /** The fold. */
  public static final Fact<KnownIdentifiers> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "identifiers";
        }

        @Override
        public KnownIdentifiers empty() {
          return NONE;
        }

        @Override
        public boolean concerns(Event event) {
          return !event.envelope().identifiers().all().isEmpty();
        }

        @Override
        public KnownIdentifiers fold(KnownIdentifiers before, Event event) {
          KnownIdentifiers after = before;
          for (Identifier seen : event.envelope().identifiers().all()) {
            after = after.with(seen, event.envelope().trust() != Trust.INFERRED);
          }
          return after;
        }
      };

  public KnownIdentifiers {
    all = List.copyOf(all);
    unconfirmed = Set.copyOf(unconfirmed);
  }

  /** Values of one kind, the most recently seen last. */
  public List<String> of(IdentifierKind kind) {
    return all.stream().filter(known -> known.kind() == kind).map(Identifier::value).toList();
  }

  /** The value of this kind the person was seen with last. */
  public Optional<String> latest(IdentifierKind kind) {
    List<String> values = of(kind);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The confirmed value of this kind the person was seen with last: where messages go. */
  public Optional<String> address(IdentifierKind kind) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Identifier known = all.get(i);
      if (known.kind() == kind && !unconfirmed.contains(known)) {
        return Optional.of(known.value());
      }
    }
    return Optional.empty();
  }

  private KnownIdentifiers with(Identifier seen, boolean confirmed) {
    if (isLatest(seen)) {
      return confirmed && unconfirmed.contains(seen)
          ? new KnownIdentifiers(all, without(seen))
          : this;
    }
    List<Identifier> next = new ArrayList<>(all);
    boolean known = next.remove(seen);
    next.add(seen);
    Set<Identifier> doubtful = confirmed ? without(seen) : known ? unconfirmed : withDoubtful(seen);
    if (next.stream().filter(each -> each.kind() == seen.kind()).count() > MOST_PER_KIND) {
      Identifier eldest =
          next.stream().filter(each -> each.kind() == seen.kind()).findFirst().orElseThrow();
      next.remove(eldest);
      doubtful = new HashSet<>(doubtful);
      doubtful.remove(eldest);
    }
    return new KnownIdentifiers(next, doubtful);
  }

  private Set<Identifier> without(Identifier confirmed) {
    if (!unconfirmed.contains(confirmed)) {
      return unconfirmed;
    }
    Set<Identifier> left = new HashSet<>(unconfirmed);
    left.remove(confirmed);
    return left;
  }

  private Set<Identifier> withDoubtful(Identifier seen) {
    Set<Identifier> more = new HashSet<>(unconfirmed);
    more.add(seen);
    return more;
  }

  /** Asked on every event, and nearly always so. */
  private boolean isLatest(Identifier seen) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Identifier known = all.get(i);
      if (known.kind() == seen.kind()) {
        return known.value().equals(seen.value());
      }
    }
    return false;
  }
}
