package dev.kilde.core.segment.history;

import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.Trust;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of contact data and permissions. */
final class AskedOfContact {

  private AskedOfContact() {}

  /**
   * {@code contact: { field, .. }}.
   *
   * @param how {@code is}, {@code isNot}, {@code in}, {@code exists} or {@code atLeast}
   */
  record Says(String field, String how, String value) implements Asked {
    @Override
    public String text() {
      String right = how.equals("in") ? "[" + value + "]" : value;
      return "contact: { field: " + field + ", " + how + ": " + right + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      List<String> values = who.contact(field);
      return switch (how) {
        case "is" -> values.contains(value);
        case "isNot" -> !values.contains(value);
        case "in" -> values.stream().anyMatch(List.of(value.split(", "))::contains);
        case "exists" -> values.isEmpty() != Boolean.parseBoolean(value);
        case "atLeast" ->
            values.stream()
                .anyMatch(
                    is -> is.matches("[0-9]+") && Long.parseLong(is) >= Long.parseLong(value));
        default -> throw new AssertionError(how);
      };
    }
  }

  /** {@code anniversary: { .. }}. */
  record Anniversary(String field, Duration within) implements Asked {
    @Override
    public String text() {
      return "anniversary: { field: " + field + ", within: " + Times.span(within) + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      LocalDate date = date(who);
      if (date == null) {
        return false;
      }
      ZoneId zone = zone(who);
      int thisYear = LocalDate.ofInstant(now, zone).getYear();
      for (int year = Math.max(date.getYear(), thisYear - 1); year <= thisYear + 1; year++) {
        boolean march = date.getDayOfYear() == 60 && date.isLeapYear() && !Year.isLeap(year);
        LocalDate day =
            march
                ? LocalDate.of(year, 3, 1)
                : LocalDate.of(year, date.getMonth(), date.getDayOfMonth());
        Instant begins = day.atStartOfDay(zone).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (!now.isBefore(begins.minus(within)) && now.isBefore(ends)) {
          return true;
        }
      }
      return false;
    }

    private @Nullable LocalDate date(Known who) {
      List<String> values = who.contact(field);
      try {
        return values.isEmpty() ? null : LocalDate.parse(values.get(0));
      } catch (DateTimeException noDate) {
        return null;
      }
    }

    private static ZoneId zone(Known who) {
      List<String> own = who.contact("timeZone");
      return own.isEmpty() || own.get(0).equals("nowhere")
          ? who.edition().zone()
          : ZoneId.of(own.get(0));
    }
  }

  /** {@code permission: { .. }}. */
  record Permission(String channel, String purpose, PermissionStatus status) implements Asked {
    @Override
    public String text() {
      String word = status.name().toLowerCase(Locale.ROOT);
      return "permission: { channel: "
          + channel
          + ", purpose: "
          + purpose
          + ", status: "
          + word
          + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      Map<String, PermissionStatus> said = said(who);
      PermissionStatus own = said.get(purpose);
      if (status != PermissionStatus.GRANTED) {
        return own == status;
      }
      boolean covered =
          said.get("marketing") == PermissionStatus.GRANTED && !purpose.equals("profiling");
      return own == PermissionStatus.GRANTED || (own != PermissionStatus.REVOKED && covered);
    }

    /** The newest word on each purpose of the channel. */
    private Map<String, PermissionStatus> said(Known who) {
      Map<String, PermissionStatus> said = new HashMap<>();
      for (Event event : who.events()) {
        if (event instanceof PermissionChanged change && change.channel().equals(channel)) {
          boolean doubtful =
              change.status() == PermissionStatus.GRANTED
                  && change.envelope().trust() == Trust.INFERRED;
          if (!doubtful) {
            said.put(change.purpose(), change.status());
          } else if (said.get(change.purpose()) != PermissionStatus.GRANTED) {
            said.put(change.purpose(), PermissionStatus.PENDING);
          }
        }
        if (event instanceof Engaged engaged
            && engaged.channel().equals(channel)
            && (engaged.kind() == EngagementKind.UNSUBSCRIBED
                || engaged.kind() == EngagementKind.COMPLAINED)) {
          said.replaceAll(
              (each, word) -> each.equals("profiling") ? word : PermissionStatus.REVOKED);
        }
      }
      return said;
    }
  }
}
