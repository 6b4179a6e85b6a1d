package dev.kilde.core.event;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The identifiers on one event, at most one of a kind, strongest first. */
public record Identifiers(List<Identifier> all) {

  public static final Identifiers NONE = new Identifiers(List.of());

  public Identifiers {
    all = List.copyOf(all);
  }

  public static Identifiers of(Collection<Identifier> identifiers) {
    return new Identifiers(
        identifiers.stream().sorted(Comparator.comparing(Identifier::kind)).toList());
  }

  /** The one that names the person; empty on an anonymous receipt. */
  public Optional<Identifier> strongest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }
}
