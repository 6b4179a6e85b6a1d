package dev.kilde.profile.explain;

import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.RuleUpdate;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people were judged by, in lines: the terms of everybody, then each definition and model. */
final class RuleLines {

  private static final String AS_OF = "asOf";
  private static final String ZONE = "zone";

  /** Followed by the currency. */
  private static final String RATE = "rate.";

  private static final String TEXT = "text";

  private RuleLines() {}

  /**
   * What a replay judged by.
   *
   * @param asOf where its event time ended
   */
  record Header(Instant asOf, BaseRules rules) {}

  static List<String> write(Header header) {
    Map<String, String> terms = new LinkedHashMap<>();
    terms.put(AS_OF, header.asOf().toString());
    terms.put(ZONE, header.rules().zone().getId());
    header.rules().rates().forEach((code, rate) -> terms.put(RATE + code, rate.toPlainString()));
    List<String> lines = new ArrayList<>(List.of(FlatLine.write(terms)));
    header.rules().updates().forEach(update -> lines.add(write(update)));
    return lines;
  }

  static String write(RuleUpdate update) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tenant", update.tenant());
    fields.put("kind", update.kind());
    fields.put("id", update.id());
    fields.put("version", Long.toString(update.version()));
    fields.put("effectiveAt", update.effectiveAt().toString());
    String text = update.text();
    if (text != null) {
      fields.put(TEXT, text);
    }
    return FlatLine.write(fields);
  }

  /**
   * Reads what {@link #write(Header)} wrote.
   *
   * @throws IOException if it did not
   */
  static Header header(List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      throw new IOException("it is empty");
    }
    FlatLine terms = FlatLine.read(lines.get(0));
    try {
      Map<String, BigDecimal> rates = new LinkedHashMap<>();
      terms
          .fields()
          .forEach(
              (name, value) -> {
                if (name.startsWith(RATE)) {
                  rates.put(name.substring(RATE.length()), new BigDecimal(value));
                }
              });
      return new Header(
          Instant.parse(terms.need(AS_OF)),
          new BaseRules(
              ZoneId.of(terms.need(ZONE)), rates, updates(lines.subList(1, lines.size()))));
    } catch (DateTimeException | NumberFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Reads what {@link #write(RuleUpdate)} wrote, line by line.
   *
   * @throws IOException if it did not
   */
  static List<RuleUpdate> updates(List<String> lines) throws IOException {
    List<RuleUpdate> updates = new ArrayList<>();
    for (String line : lines) {
      FlatLine fields = FlatLine.read(line);
      try {
        updates.add(
            new RuleUpdate(
                fields.need("tenant"),
                fields.need("kind"),
                fields.need("id"),
                Long.parseLong(fields.need("version")),
                Instant.parse(fields.need("effectiveAt")),
                fields.fields().get(TEXT)));
      } catch (DateTimeException | NumberFormatException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return updates;
  }
}
