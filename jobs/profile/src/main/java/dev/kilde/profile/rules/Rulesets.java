package dev.kilde.profile.rules;

import dev.kilde.core.definition.Limits;
import dev.kilde.core.score.Scoring;
import dev.kilde.core.score.Terms;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.SegmentSet;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles rules, each set of them once, whoever's they are. */
final class Rulesets {

  /** Kept of what was compiled last; whoever goes by a ruleset holds on to it. */
  private static final int MOST = 2_000;

  private final ZoneId zone;
  private final Map<String, BigDecimal> rates;
  private final Map<Long, Ruleset> compiled = new Recent<>(MOST);

  /** What texts say; of a hundred segments published together each is read once. */
  private final Map<RuleUpdate, Object> read = new Recent<>(MOST);

  /**
   * @param zone where no limits say another
   * @param rates likewise
   */
  Rulesets(ZoneId zone, Map<String, BigDecimal> rates) {
    this.zone = zone;
    this.rates = rates;
  }

  /**
   * The ruleset of these, one a subject.
   *
   * <p>A segment that refers to one there is none of is left out, and so is one that refers to
   * itself by way of others.
   */
  Ruleset of(Collection<RuleUpdate> winners, Instant from) {
    List<RuleUpdate> those =
        winners.stream()
            .filter(each -> each.text() != null)
            .sorted(Comparator.comparing(RuleUpdate::subject))
            .toList();
    return compiled.computeIfAbsent(revision(those), key -> compile(those, key)).from(from);
  }

  private Ruleset compile(List<RuleUpdate> those, long revision) {
    List<Segment> segments = new ArrayList<>();
    Scoring scoring = Scoring.DEFAULT;
    Limits limits = null;
    BreakPoints population = null;
    for (RuleUpdate each : those) {
      Object says = read.computeIfAbsent(each.from(Instant.EPOCH), RuleTexts::read);
      if (says instanceof Segment segment) {
        segments.add(segment);
      } else if (says instanceof Scoring plan) {
        scoring = plan;
      } else if (says instanceof Limits own) {
        limits = own;
      } else if (says instanceof BreakPoints learned) {
        population = learned;
      }
    }
    return new Ruleset(
        SegmentSet.of(segments).set(), terms(scoring, limits, population), revision, Instant.EPOCH);
  }

  private Terms terms(Scoring scoring, @Nullable Limits limits, @Nullable BreakPoints population) {
    return new Terms(
        limits == null ? zone : limits.timeZone(),
        limits == null ? rates : limits.rates(),
        scoring.leadScore(),
        scoring.rfm(),
        scoring.mailRating(),
        population);
  }

  /** The first 64 bits of SHA-256 over all of it; never 0. */
  private long revision(List<RuleUpdate> those) {
    MessageDigest digest = sha256();
    digest.update((zone + " " + new TreeMap<>(rates)).getBytes(StandardCharsets.UTF_8));
    for (RuleUpdate each : those) {
      for (String part :
          List.of(each.subject(), Long.toString(each.version()), String.valueOf(each.text()))) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
    }
    long revision = ByteBuffer.wrap(digest.digest()).getLong();
    return revision == 0 ? 1 : revision;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
