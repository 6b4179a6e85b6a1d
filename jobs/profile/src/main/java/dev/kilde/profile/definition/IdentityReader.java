package dev.kilde.profile.definition;

import static java.util.Objects.requireNonNullElse;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.Blocklist;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Spelling;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code identity.yaml}; what it does not say is as built in, kind by kind. */
final class IdentityReader {

  private static final Map<String, Trust> TRUST =
      new TreeMap<>(
          Map.of(
              "verified", Trust.VERIFIED,
              "stated", Trust.STATED,
              "inferred", Trust.INFERRED));

  private IdentityReader() {}

  /** The rules; the built-in ones after telling any problem. */
  static IdentityRules read(Value root) {
    IdentityRules defaults = IdentityRules.DEFAULT;
    Fields fields = root.mapping("order", "limits", "trust", "block", "spelling", "retention");
    if (fields == null) {
      return defaults;
    }
    List<IdentifierKind> given = fields.optional("order", IdentityReader::order);
    List<IdentifierKind> order = requireNonNullElse(given, defaults.order());
    boolean orderIsWrong = given == null && fields.values().containsKey("order");
    IdentifierKind strongest = orderIsWrong ? null : order.get(0);
    SharingReader sharing = SharingReader.read(fields, strongest);
    Map<IdentifierKind, Trust> trust = fields.optional("trust", value -> trust(value, strongest));
    Blocklist blocklist = fields.optional("block", BlocklistReader::blocklist);
    Map<IdentifierKind, Spelling> spelling = fields.optional("spelling", SpellingReader::spelling);
    if (!root.problems().isEmpty()) {
      return defaults;
    }
    return new IdentityRules(
        order,
        sharing.limits(),
        requireNonNullElse(trust, defaults.leastTrust()),
        sharing.retention(),
        requireNonNullElse(blocklist, defaults.blocklist()),
        requireNonNullElse(spelling, defaults.spelling()));
  }

  private static @Nullable List<IdentifierKind> order(Value value) {
    List<Value> entries = value.list(entry -> entry);
    if (entries == null) {
      return null;
    }
    Set<IdentifierKind> order = new LinkedHashSet<>();
    boolean right = true;
    for (Value entry : entries) {
      IdentifierKind kind = entry.oneOf(Kinds.BY_NAME);
      if (kind != null && !order.add(kind)) {
        entry.wrong(kind.field() + " stands here again", "keep one of the two");
        right = false;
      }
      right = right && kind != null;
    }
    List<String> missing =
        Kinds.BY_NAME.entrySet().stream()
            .filter(each -> !order.contains(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (right && !missing.isEmpty()) {
      return value.wrong(
          value.name() + " has no " + String.join(", ", missing),
          "name every kind once, the strongest first");
    }
    return right ? List.copyOf(order) : null;
  }

  private static @Nullable Map<IdentifierKind, Trust> trust(
      Value value, @Nullable IdentifierKind strongest) {
    Map<IdentifierKind, Value> kinds = Kinds.of(value);
    if (kinds == null) {
      return null;
    }
    Map<IdentifierKind, Trust> trust = new EnumMap<>(IdentityRules.DEFAULT.leastTrust());
    kinds.forEach(
        (kind, each) -> {
          Trust least = each.oneOf(TRUST);
          if (kind == strongest) {
            each.wrong(
                each.name() + " is the strongest kind: there is nothing to link it to",
                "remove this line, or put a stronger kind first in order");
          } else if (least != null) {
            trust.put(kind, least);
          }
        });
    return trust;
  }
}
