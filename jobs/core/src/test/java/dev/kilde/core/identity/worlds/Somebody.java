package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A person, and the identifiers that are nobody else's.
 *
 * <p>Each of them but the strongest is sooner or later seen beside a stronger one of the same
 * person; so whatever names one of them is this person's, whenever it happens.
 */
final class Somebody {

  private static final List<IdentifierKind> OWN_KINDS =
      List.of(
          IdentifierKind.LOYALTY_NUMBER,
          IdentifierKind.PHONE,
          IdentifierKind.EMAIL,
          IdentifierKind.CONTACT_ID);

  /** From the weakest to the strongest. */
  final List<Identifier> own = new ArrayList<>();

  private final Set<Identifier> seenAlone = new HashSet<>();
  private final Set<Identifier> tied = new HashSet<>();

  /** At least an e-mail address. */
  Somebody(String name, SplittableRandom random) {
    for (IdentifierKind kind : OWN_KINDS) {
      if (kind == IdentifierKind.EMAIL || random.nextInt(3) == 0) {
        own.add(new Identifier(kind, name + "-" + kind.field()));
      }
    }
  }

  Identifier strongest() {
    return own.get(own.size() - 1);
  }

  /** Some of the own identifiers, of which one at least is stronger than another's kind. */
  List<Identifier> beside(IdentifierKind other, SplittableRandom random) {
    List<Identifier> eligible = own.stream().filter(o -> o.kind().compareTo(other) < 0).toList();
    Identifier sure = eligible.get(random.nextInt(eligible.size()));
    List<Identifier> some =
        own.stream()
            .filter(o -> o.kind() != other && (o.equals(sure) || random.nextInt(3) == 0))
            .toList();
    seenAlone.addAll(some);
    tied.addAll(some.subList(0, some.size() - 1));
    return some;
  }

  /** Identifiers that were used, and never beside a stronger one. */
  List<Identifier> loose() {
    return own.stream()
        .filter(o -> seenAlone.contains(o) && !tied.contains(o) && !o.equals(strongest()))
        .toList();
  }

  /** The identifier and a stronger one. */
  List<Identifier> tie(Identifier loose, SplittableRandom random) {
    int at = own.indexOf(loose);
    Identifier stronger = own.get(at + 1 + random.nextInt(own.size() - at - 1));
    tied.add(loose);
    seenAlone.add(stronger);
    return List.of(loose, stronger);
  }
}
