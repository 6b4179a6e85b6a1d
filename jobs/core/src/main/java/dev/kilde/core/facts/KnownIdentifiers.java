package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every identifier the person was seen with; of each kind the most recently seen last.
 *
 * @param all at most {@value #MOST_PER_KIND} of a kind; the least recently seen gives way
 */
public record KnownIdentifiers(List<Identifier> all) {

  /** Of one kind; a profile does not grow with every cleared cookie. */
  public static final int MOST_PER_KIND = 100;

  public static final KnownIdentifiers NONE = new KnownIdentifiers(List.of());

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
            after = after.with(seen);
          }
          return after;
        }
      };

  public KnownIdentifiers {
    all = List.copyOf(all);
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

  private KnownIdentifiers with(Identifier seen) {
    if (isLatest(seen)) {
      return this;
    }
    List<Identifier> next = new ArrayList<>(all);
    next.remove(seen);
    next.add(seen);
    if (next.stream().filter(known -> known.kind() == seen.kind()).count() > MOST_PER_KIND) {
      next.remove(
          next.stream().filter(known -> known.kind() == seen.kind()).findFirst().orElseThrow());
    }
    return new KnownIdentifiers(next);
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
