package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/** Pointers taken link by link say what the written rules say of all links at once. */
class PointersPropertyTest {

  private static final IdentifierKind SELF = IdentifierKind.DEVICE_ID;

  /** UTF-16 and UTF-8 disagree on the order of the last two. */
  private static final String[] IDS = {"a", "b", "\uFF5E", "\uD83D\uDE00"};

  private static final List<Stream> STREAMS =
      List.of(Stream.TRACKING, Stream.ORDERS, Stream.CONTACTS);
  private static final List<IdentifierKind> KINDS =
      List.of(IdentifierKind.EMAIL, IdentifierKind.CONTACT_ID, IdentifierKind.PHONE);
  private static final List<Trust> TRUSTS = List.of(Trust.STATED, Trust.INFERRED, Trust.VERIFIED);

  /**
   * @param links each of another event, in any order
   * @param limit null: the identifier is never shared
   */
  record Seen(List<Link> links, List<IdentifierKind> order, @Nullable SharingLimit limit) {

    IdentityRules rules() {
      IdentityRules rules = IdentityRules.DEFAULT;
      return new IdentityRules(
          order,
          limit == null ? Map.of() : Map.of(SELF, limit),
          rules.leastTrust(),
          rules.retention(),
          rules.blocklist(),
          rules.spelling());
    }
  }

  @Provide
  Arbitrary<Seen> seen() {
    return Arbitraries.longs()
        .withDistribution(RandomDistribution.uniform())
        .map(seed -> draw(new Random(seed)));
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void theyPointWhereTheRulesSay(@ForAll("seen") Seen seen) {
    Pointers pointers = Pointers.of(SELF, seen.links(), seen.rules());

    for (Instant at : instants(seen.links())) {
      assertThat(pointers.target(at)).as("at %s", at).isEqualTo(expected(seen, at));
    }
  }

  /**
   * As links arrive: one in order changes the pointers as they are, one out of order makes them
   * anew, one from where it is shared on is not even kept.
   */
  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void inWhichOrderLinksArriveMakesNoDifference(@ForAll("seen") Seen seen) {
    Pointers pointers = Pointers.NONE;
    List<Link> kept = new ArrayList<>();
    for (Link link : seen.links()) {
      if (pointers.isSharedAt(link.since())) {
        continue;
      }
      kept.add(link);
      if (pointers.knows(link)) {
        continue;
      }
      pointers =
          pointers.isNext(link)
              ? pointers.with(SELF, link, seen.rules())
              : Pointers.of(SELF, kept, seen.rules());
    }

    Instant first = seen.links().stream().map(Link::since).min(Instant::compareTo).orElseThrow();
    boolean neverPointed = pointers.isSharedAt(first);
    for (Instant at : instants(seen.links())) {
      if (!neverPointed || !at.isBefore(first)) {
        assertThat(pointers.target(at)).as("at %s", at).isEqualTo(expected(seen, at));
      }
    }
  }

  /** The written rules, by plain loops over everything. */
  private static @Nullable IdentifierKey expected(Seen seen, Instant at) {
    List<Link> standing = new ArrayList<>();
    List<Link> inOrder = new ArrayList<>(seen.links());
    inOrder.sort((a, b) -> compare(a, b));
    Instant sharedSince = null;
    for (int i = 0; i < inOrder.size() && sharedSince == null; i++) {
      Link link = inOrder.get(i);
      Set<IdentifierKey> people = new HashSet<>();
      for (Link other : inOrder.subList(0, i + 1)) {
        boolean within =
            seen.limit() != null
                && other.since().plus(seen.limit().within()).isAfter(link.since())
                && other.target().kind() == link.target().kind();
        if (within) {
          people.add(other.target());
        }
      }
      if (seen.limit() != null && people.size() > seen.limit().atMost()) {
        sharedSince = link.since();
      } else {
        standing.add(link);
      }
    }
    if (standing.isEmpty() || (sharedSince != null && !at.isBefore(sharedSince))) {
      return null;
    }
    Instant first = standing.get(0).since();
    return best(seen, standing, at.isBefore(first) ? first : at);
  }

  private static IdentifierKey best(Seen seen, List<Link> links, Instant at) {
    boolean anyTrusted = false;
    for (Link link : links) {
      anyTrusted |= !link.since().isAfter(at) && link.trust() != Trust.INFERRED;
    }
    Link best = null;
    for (Link link : links) {
      if (link.since().isAfter(at) || (anyTrusted && link.trust() == Trust.INFERRED)) {
        continue;
      }
      int stronger =
          best == null
              ? -1
              : seen.order().indexOf(link.target().kind())
                  - seen.order().indexOf(best.target().kind());
      if (best == null || stronger < 0 || (stronger == 0 && compare(link, best) > 0)) {
        best = link;
      }
    }
    if (best == null) {
      throw new AssertionError("nothing began by " + at);
    }
    return best.target();
  }

  /** By since, then topic, then id, as UTF-8. */
  private static int compare(Link a, Link b) {
    int order = a.since().compareTo(b.since());
    order = order != 0 ? order : utf8(a.cause().stream().topic(), b.cause().stream().topic());
    return order != 0 ? order : utf8(a.cause().id(), b.cause().id());
  }

  private static int utf8(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<Instant> instants(List<Link> links) {
    Set<Instant> instants = new TreeSet<>();
    for (Link link : links) {
      instants.add(link.since().minusMillis(1));
      instants.add(link.since());
      instants.add(link.since().plusMillis(1));
    }
    return instants;
  }

  /** From small domains, so that links meet: equal instants, the same target again. */
  private static Seen draw(Random random) {
    Map<EventId, Link> links = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    int kinds = 1 + random.nextInt(3);
    int trusts = 1 + random.nextInt(3);
    int people = 1 + random.nextInt(4);
    for (int i = 1 + random.nextInt(14); i > 0; i--) {
      Stream stream = STREAMS.get(random.nextInt(3));
      EventId cause = new EventId(stream, IDS[random.nextInt(IDS.length)] + random.nextInt(4));
      IdentifierKind kind = KINDS.get(random.nextInt(kinds));
      IdentifierKey target = new IdentifierKey(kind, "person-" + random.nextInt(people));
      Instant since = Told.minute(random.nextInt(12));
      links.put(cause, new Link(target, since, cause, TRUSTS.get(random.nextInt(trusts))));
    }
    List<Link> arriving = new ArrayList<>(links.values());
    Collections.shuffle(arriving, random);
    List<IdentifierKind> order = new ArrayList<>(List.of(IdentifierKind.values()));
    if (random.nextBoolean()) {
      Collections.swap(order, 0, 1);
    }
    SharingLimit limit =
        random.nextInt(3) == 0
            ? null
            : new SharingLimit(1 + random.nextInt(3), Duration.ofMinutes(1 + random.nextInt(12)));
    return new Seen(arriving, order, limit);
  }
}
