package dev.kilde.profile.definition;

import static java.util.Objects.requireNonNullElse;

import dev.kilde.core.definition.Cap;
import dev.kilde.core.definition.Limits;
import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.definition.QuietHours;
import dev.kilde.core.definition.Retention;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code limits.yaml}; what it does not say is as built in. */
final class LimitsReader {

  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);
  private static final int MOST_MESSAGES = 10_000;

  /** A cap's channel; empty: any. */
  private static final Map<String, Optional<String>> CHANNELS =
      new TreeMap<>(
          Map.of(
              "email", Optional.of("email"),
              "sms", Optional.of("sms"),
              "push", Optional.of("push"),
              "any", Optional.empty()));

  private static final Map<String, MessageClass> MESSAGE_CLASSES =
      new TreeMap<>(Map.of("marketing", MessageClass.MARKETING, "service", MessageClass.SERVICE));

  private LimitsReader() {}

  /** The limits; where something was wrong, the default, after telling the problem. */
  static Limits read(Value root) {
    Limits defaults = Limits.DEFAULT;
    Fields fields =
        root.mapping(
            "caps", "quietHours", "timeZone", "defaultCountry", "currency", "rates", "retention");
    if (fields == null) {
      return defaults;
    }
    String currency =
        requireNonNullElse(
            fields.optional("currency", CurrencyReader::currency), defaults.currency());
    return new Limits(
        requireNonNullElse(
            fields.optional("caps", value -> value.list(LimitsReader::cap)), defaults.caps()),
        fields.optional("quietHours", LimitsReader::quietHours),
        requireNonNullElse(
            fields.optional("timeZone", LimitsReader::timeZone), defaults.timeZone()),
        requireNonNullElse(
            fields.optional("defaultCountry", LimitsReader::country), defaults.defaultCountry()),
        currency,
        requireNonNullElse(
            fields.optional("rates", value -> CurrencyReader.rates(value, currency)),
            defaults.rates()),
        fields.optional("retention", LimitsReader::retention));
  }

  private static @Nullable Cap cap(Value value) {
    Fields fields = value.mapping("channel", "messageClass", "atMost", "within");
    if (fields == null) {
      return null;
    }
    Optional<String> channel = fields.optional("channel", each -> each.oneOf(CHANNELS));
    MessageClass messageClass = fields.optional("messageClass", LimitsReader::messageClass);
    Integer atMost =
        fields.required("atMost", "atMost: 1", each -> each.wholeNumber(0, MOST_MESSAGES));
    Duration within =
        fields.required(
            "within", "within: 24h", each -> each.duration(Duration.ofMinutes(1), LONGEST));
    return atMost == null || within == null
        ? null
        : new Cap(
            channel == null ? null : channel.orElse(null),
            requireNonNullElse(messageClass, MessageClass.MARKETING),
            atMost,
            within);
  }

  private static @Nullable MessageClass messageClass(Value value) {
    return "transactional".equals(value.text())
        ? value.wrong(
            "transactional messages are never capped", "remove this cap, or cap marketing")
        : value.oneOf(MESSAGE_CLASSES);
  }

  private static @Nullable QuietHours quietHours(Value value) {
    Fields fields = value.mapping("from", "to");
    if (fields == null) {
      return null;
    }
    LocalTime from = fields.required("from", "from: \"21:00\"", Value::timeOfDay);
    LocalTime to = fields.required("to", "to: \"08:00\"", Value::timeOfDay);
    if (from == null || to == null) {
      return null;
    }
    return from.equals(to)
        ? value.wrong(
            "quietHours begin and end at " + from,
            "remove quietHours for none, or give them a length")
        : new QuietHours(from, to);
  }

  private static @Nullable ZoneId timeZone(Value value) {
    String text = value.text();
    if (text == null) {
      return null;
    }
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    String nearest = Nearest.to(text, ZoneId.getAvailableZoneIds());
    return value.wrong(
        "timeZone cannot be " + Quoted.of(text),
        nearest == null
            ? "write a region of the IANA list, such as Europe/Copenhagen"
            : "did you mean " + nearest + "?");
  }

  private static @Nullable String country(Value value) {
    String text = value.text();
    if (text == null || List.of(Locale.getISOCountries()).contains(text)) {
      return text;
    }
    for (String code : new TreeSet<>(List.of(Locale.getISOCountries()))) {
      String english = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
      if (code.equalsIgnoreCase(text) || english.equalsIgnoreCase(text)) {
        return value.wrong(
            "defaultCountry cannot be " + Quoted.of(text), "did you mean " + code + "?");
      }
    }
    return value.wrong(
        "defaultCountry cannot be " + Quoted.of(text),
        "write the two letters of ISO 3166, such as DK");
  }

  private static @Nullable Retention retention(Value value) {
    Fields fields = value.mapping("behaviour", "purchases");
    if (fields == null) {
      return null;
    }
    Duration behaviour = fields.optional("behaviour", LimitsReader::kept);
    Duration purchases = fields.optional("purchases", LimitsReader::kept);
    return behaviour == null && purchases == null ? null : new Retention(behaviour, purchases);
  }

  private static @Nullable Duration kept(Value value) {
    return value.duration(Duration.ofDays(1), LONGEST_RETENTION);
  }
}
