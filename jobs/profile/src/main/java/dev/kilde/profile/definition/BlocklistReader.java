package dev.kilde.profile.definition;

import static java.util.Objects.requireNonNullElse;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.BlockedValues;
import dev.kilde.core.identity.Blocklist;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part {@code block} of {@code identity.yaml}: added to the built-in list, or in its place. */
final class BlocklistReader {

  private BlocklistReader() {}

  /** The list; null after telling that it is no mapping. */
  static @Nullable Blocklist blocklist(Value value) {
    Fields fields = value.mapping(Kinds.namesAfter("builtIn", "any"));
    if (fields == null) {
      return null;
    }
    Boolean builtIn = fields.optional("builtIn", Value::flag);
    BlockedValues any = fields.optional("any", each -> values(each, BlocklistReader::entry));
    Map<IdentifierKind, BlockedValues> ofKind = new EnumMap<>(IdentifierKind.class);
    Kinds.in(fields)
        .forEach(
            (kind, each) -> {
              BlockedValues values =
                  kind == IdentifierKind.EMAIL
                      ? values(each, BlocklistReader::address)
                      : values(each, BlocklistReader::entry);
              ofKind.put(kind, requireNonNullElse(values, BlockedValues.NONE));
            });
    Blocklist given = new Blocklist(requireNonNullElse(any, BlockedValues.NONE), ofKind);
    return Boolean.FALSE.equals(builtIn) ? given : Blocklist.DEFAULT.and(given);
  }

  private static @Nullable BlockedValues values(
      Value value, Function<Value, @Nullable String> entry) {
    List<String> entries = value.list(entry);
    return entries == null ? null : BlockedValues.of(entries);
  }

  private static @Nullable String entry(Value value) {
    String text = value.text();
    return text != null && text.strip().matches("\\*+")
        ? value.wrong(
            value.name() + " is " + Quoted.of(text) + ", which blocks everything",
            "write what stands before or after the *")
        : text;
  }

  /** An address or a pattern of one: what is neither would never match. */
  private static @Nullable String address(Value value) {
    String text = entry(value);
    if (text == null || text.contains("*") || text.strip().indexOf('@') > 0) {
      return text;
    }
    String domain = text.strip().replaceFirst("^@", "");
    return value.wrong(
        value.name() + " is " + Quoted.of(text) + ", which is no address",
        domain.contains(".")
            ? "did you mean \"*@" + Quoted.plain(domain) + "\"?"
            : "write an address, or a pattern such as \"*@shop.example\"");
  }
}
