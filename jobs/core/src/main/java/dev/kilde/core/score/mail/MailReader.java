package dev.kilde.core.score.mail;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Bought;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Engagement.Response;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Permissions.Permission;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person as a reader of e-mail: what the rules look at, put together once for all of them.
 *
 * <p>It knows no now: what it lists may be later than the instant a rule is asked about.
 */
public final class MailReader {

  /** What a person does with a message that was read. */
  static final Set<EngagementKind> ENGAGED =
      EnumSet.of(
          EngagementKind.OPENED,
          EngagementKind.CLICKED,
          EngagementKind.REPLIED,
          EngagementKind.FORWARDED);

  private static final Set<EngagementKind> MESSAGE =
      EnumSet.of(EngagementKind.SENT, EngagementKind.DELIVERED);

  private static final String CHANNEL = "email";

  private final Subject who;
  private final List<Response> responses;
  private final List<Letter> letters;
  private final List<Instant> clicks;
  private final List<Permission> permissions;

  private MailReader(Subject who) {
    this.who = who;
    responses =
        who.get(Engagement.FACT).responses().stream()
            .filter(response -> response.channel().equals(CHANNEL))
            .toList();
    letters = Letters.of(responses);
    clicks = times(EngagementKind.CLICKED);
    permissions =
        who.get(Permissions.FACT).all().stream()
            .filter(said -> said.channel().equals(CHANNEL) && said.isForMessages())
            .toList();
  }

  public static MailReader of(Subject who) {
    return new MailReader(who);
  }

  /** What became of e-mails, oldest first; what machines opened and clicked is left out. */
  public List<Response> responses() {
    return responses;
  }

  /** Delivered messages of which the id is known, newest delivery first. */
  public List<Letter> letters() {
    return letters;
  }

  /** The newest of them as of an instant, newest first. */
  public List<Letter> letters(int atMost, Instant now) {
    return letters.stream()
        .filter(letter -> !letter.deliveredAt().isAfter(now))
        .limit(atMost)
        .toList();
  }

  /** Permissions of e-mail for anything that is written to somebody. */
  public List<Permission> permissions() {
    return permissions;
  }

  /** Whether any of them was ever granted or asked for. */
  public boolean isSubscriber() {
    return permissions.stream().anyMatch(Permission::subscribed);
  }

  /** Whether a grant that stands is a double opt-in. */
  public boolean isConfirmed() {
    return permissions.stream().anyMatch(Permission::confirmed);
  }

  /** Since when any of them has been granted without having been revoked; null: none is. */
  public @Nullable Instant grantedSince() {
    return permissions.stream()
        .flatMap(said -> Stream.ofNullable(said.grantedSince()))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Whether there was something to revoke and all of it is. */
  public boolean hasRevokedAll() {
    return isSubscriber()
        && permissions.stream()
            .filter(Permission::subscribed)
            .allMatch(said -> said.status() == PermissionStatus.REVOKED);
  }

  /** When e-mails met one of these fates, oldest first. */
  public List<Instant> times(EngagementKind... kinds) {
    Set<EngagementKind> wanted = Set.of(kinds);
    return times(wanted);
  }

  /** When the person did something with an e-mail, oldest first. */
  public List<Instant> engaged() {
    return times(ENGAGED);
  }

  /** When messages were sent or delivered, oldest first. */
  public List<Instant> messages() {
    return times(MESSAGE);
  }

  /** What was done on the site or in the app after an instant, newest first. */
  public List<Visit> visitsAfter(Instant instant) {
    List<Visit> all = who.get(Visits.FACT).all();
    List<Visit> after = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0 && all.get(i).at().isAfter(instant); i--) {
      after.add(all.get(i));
    }
    return after;
  }

  /** Counting purchases, oldest first. */
  public List<Bought> bought() {
    return who.buying().counting();
  }

  /** The tenant's own field of the contact; null: never given. */
  public @Nullable String attribute(String name) {
    return who.get(Contact.FACT).attributes().get(name);
  }

  /** Whether an e-mail was clicked at {@code at}, or before it by less than a span. */
  public boolean clickedBefore(Instant at, Duration lessThan) {
    Instant click = newest(clicks, at);
    return click != null && at.isBefore(click.plus(lessThan));
  }

  /** When anything becomes of an e-mail after an instant. */
  public Stream<Instant> ahead(Instant now) {
    return responses.stream().map(Response::at).filter(at -> at.isAfter(now));
  }

  /**
   * The newest at or before an instant; null: none.
   *
   * @param times oldest first
   */
  public static @Nullable Instant newest(List<Instant> times, Instant now) {
    for (int i = times.size() - 1; i >= 0; i--) {
      if (!times.get(i).isAfter(now)) {
        return times.get(i);
      }
    }
    return null;
  }

  private List<Instant> times(Set<EngagementKind> kinds) {
    return responses.stream()
        .filter(response -> kinds.contains(response.kind()))
        .map(Response::at)
        .toList();
  }
}
