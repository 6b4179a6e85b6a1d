package dev.kilde.core.score.mail;

import dev.kilde.core.Told;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.RfmPlan;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One person's mails and what became of them, told in any order: short spellings for tables. */
public final class Mailbox {

  private static final Pattern MOMENT = Pattern.compile("(\\d+)([dh])([+-]1)?");

  private final Told ada = Told.ofEmail("ada@example.com");
  private final List<Event> events = new ArrayList<>();
  private MailRatingPlan plan = MailRatingPlan.DEFAULT;

  /**
   * So many days or hours into the story, a millisecond more or less: {@code 30d}, {@code 24h-1}.
   */
  public static Instant moment(String text) {
    Matcher said = MOMENT.matcher(text);
    if (!said.matches()) {
      throw new IllegalArgumentException(text);
    }
    long number = Long.parseLong(said.group(1));
    Duration into = said.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    Instant whole = Told.START.plus(into);
    return said.group(3) == null ? whole : whole.plusMillis(said.group(3).equals("+1") ? 1 : -1);
  }

  public Mailbox rated(MailRatingPlan by) {
    plan = by;
    return this;
  }

  public Mailbox mail(EngagementKind kind, @Nullable String messageId, String at) {
    return mail("email", kind, messageId, false, moment(at));
  }

  public Mailbox mail(
      String channel,
      EngagementKind kind,
      @Nullable String messageId,
      boolean machine,
      Instant at) {
    events.add(ada.engaged(id(), at, channel, kind, messageId, machine));
    return this;
  }

  public Mailbox delivered(String messageId, String at) {
    return mail(EngagementKind.DELIVERED, messageId, at);
  }

  public Mailbox opened(String messageId, String at) {
    return mail(EngagementKind.OPENED, messageId, at);
  }

  public Mailbox clicked(String messageId, String at) {
    return mail(EngagementKind.CLICKED, messageId, at);
  }

  public Mailbox said(PermissionStatus status, String at) {
    return said("newsletter", status, moment(at));
  }

  public Mailbox said(String purpose, PermissionStatus status, Instant at) {
    events.add(ada.said(id(), at, "email", purpose, status));
    return this;
  }

  public Mailbox confirmed(String at) {
    events.add(ada.confirmed(id(), moment(at), "email", "newsletter"));
    return this;
  }

  public Mailbox visited(String name, Instant at) {
    events.add(ada.tracked(id(), at, name, null, null, null));
    return this;
  }

  public Mailbox ordered(OrderStatus status, Instant at) {
    events.add(ada.order(id(), at, "order" + events.size(), status, Told.line("tent", "1", "900")));
    return this;
  }

  public Mailbox asked(String attribute, String value, Instant at) {
    events.add(ada.contact(id(), at, null, null, null, Map.of(attribute, value)));
    return this;
  }

  /** When anything happened. */
  public List<Instant> times() {
    return events.stream().map(Event::occurredAt).toList();
  }

  public Subject subject() {
    Terms terms =
        new Terms(
            ZoneOffset.UTC,
            Map.of(),
            new LeadScoring(
                Duration.ofDays(7), List.of(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE),
            new RfmPlan(false, Duration.ofDays(730), new BreakPoints(NONE, NONE, NONE)),
            plan,
            null);
    return new Subject(facts(), terms, segment -> Verdict.lasting(false));
  }

  private static final List<BigDecimal> NONE =
      List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

  public MailReader reader() {
    return MailReader.of(subject());
  }

  private Facts facts() {
    List<Event> ordered = events.stream().sorted(CanonicalOrder.OF_EVENTS).toList();
    Map<Fact<?>, Object> known = new HashMap<>();
    return new Facts() {
      @Override
      @SuppressWarnings("unchecked") // a fact's value is only ever kept under that fact
      public <F> F get(Fact<F> fact) {
        return (F) known.computeIfAbsent(fact, unknown -> folded(fact, ordered));
      }
    };
  }

  private static <F> F folded(Fact<F> fact, List<Event> ordered) {
    F value = fact.empty();
    for (Event event : ordered) {
      value = fact.concerns(event) ? fact.fold(value, event) : value;
    }
    return value;
  }

  private String id() {
    return String.format("%05d", events.size());
  }
}
