package dev.kilde.profile.explain;

import dev.kilde.core.score.Subject;
import dev.kilde.core.score.lead.LeadScore;
import dev.kilde.core.score.lead.LeadScoreJudgement;
import dev.kilde.core.score.mail.MailRating;
import dev.kilde.core.score.mail.MailRatingJudgement;
import dev.kilde.core.score.rfm.Rfm;
import dev.kilde.core.score.rfm.RfmJudgement;
import dev.kilde.core.segment.Explanation;
import dev.kilde.core.segment.Membership;
import dev.kilde.core.segment.Outlook;
import dev.kilde.core.verdict.Verdict;
import dev.kilde.profile.definition.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody's scores and segments, and why, in lines for people. */
public final class ExplainedPerson {

  private static final String INDENT = "  ";

  private final KnownPerson person;
  private final Instant asOf;
  private final Subject subject;
  private final List<Outlook.Of> segments;

  /** As of the replay's instant. */
  public ExplainedPerson(ExplainFolder.Found found) {
    this.person = found.person();
    this.asOf = found.asOf();
    this.subject = new Subject(person.facts(), found.rules().terms(), id -> Verdict.lasting(false));
    this.segments =
        Outlook.of(found.rules().segments(), person.facts(), found.rules().terms(), asOf);
  }

  /** The scores, then every segment. */
  public List<String> all() {
    List<String> lines = heading();
    lines.addAll(leadScore());
    lines.addAll(rfm());
    lines.addAll(mailRating());
    for (Outlook.Of segment : segments) {
      lines.add("");
      lines.addAll(lines(segment));
    }
    return lines;
  }

  /** One segment; empty: there is none with the id. */
  public Optional<List<String>> segment(String id) {
    return segments.stream()
        .filter(each -> each.segment().id().equals(id))
        .findFirst()
        .map(
            segment -> {
              List<String> lines = heading();
              lines.addAll(lines(segment));
              return lines;
            });
  }

  /** What somebody may have meant who named a segment that there is not. */
  public String remedy(String id) {
    List<String> ids = segments.stream().map(each -> each.segment().id()).sorted().toList();
    return ids.isEmpty() ? "none is defined" : Nearest.remedy(id, ids);
  }

  private List<String> heading() {
    return new ArrayList<>(
        List.of("profile " + person.profileId() + " of " + person.tenant() + " as of " + asOf, ""));
  }

  private List<String> leadScore() {
    Verdict<LeadScore> verdict = LeadScoreJudgement.JUDGEMENT.judge(subject, asOf);
    LeadScore score = verdict.value();
    List<String> lines = new ArrayList<>();
    lines.add(
        "leadScore: "
            + score.value().toPlainString()
            + " points, "
            + score.band()
            + " "
            + until(verdict.holdsUntil(), true));
    score
        .contributions()
        .forEach(each -> lines.add(INDENT + each.rule() + " " + each.points().toPlainString()));
    return lines;
  }

  private List<String> rfm() {
    Verdict<Optional<Rfm>> verdict = RfmJudgement.JUDGEMENT.judge(subject, asOf);
    List<String> lines = new ArrayList<>();
    String group =
        verdict.value().map(rfm -> rfm.group().id()).orElse("no counting purchase in the window");
    lines.add("rfm: " + group + ", " + until(verdict.holdsUntil(), false));
    verdict
        .value()
        .ifPresent(
            rfm -> {
              lines.add(INDENT + "r " + rfm.r() + ": last bought " + rfm.recencyDays() + "d ago");
              lines.add(INDENT + "f " + rfm.f() + ": purchases " + rfm.frequency());
              lines.add(INDENT + "m " + rfm.m() + ": spent " + rfm.monetary().toPlainString());
            });
    return lines;
  }

  private List<String> mailRating() {
    Verdict<MailRating> verdict = MailRatingJudgement.JUDGEMENT.judge(subject, asOf);
    MailRating rating = verdict.value();
    List<String> lines = new ArrayList<>();
    String stars =
        rating.stars() == null || rating.points() == null
            ? "not rated"
            : rating.stars() + " of 5 stars, " + rating.points().toPlainString() + " points";
    lines.add("mailRating: " + stars + ", " + until(verdict.holdsUntil(), false));
    rating
        .rules()
        .forEach(
            each ->
                lines.add(
                    INDENT
                        + each.code()
                        + " "
                        + each.points().toPlainString()
                        + ": "
                        + each.because()));
    return lines;
  }

  private List<String> lines(Outlook.Of segment) {
    List<String> lines = new ArrayList<>();
    String id = segment.segment().id();
    lines.add(
        id
            + ": "
            + (segment.in() ? "in it" + since(id) : "not in it")
            + ", "
            + until(segment.until(), segment.exact()));
    add(segment.why(), INDENT, lines);
    return lines;
  }

  private String since(String segment) {
    return person.memberships().stream()
        .filter(each -> each.segment().equals(segment))
        .map(Membership::since)
        .findFirst()
        .map(since -> " since " + since)
        .orElse("");
  }

  private static void add(Explanation why, String indent, List<String> lines) {
    lines.add(
        indent
            + (why.truth() ? "[x] " : "[ ] ")
            + why.words()
            + ": "
            + why.actual()
            + ", "
            + until(why.holdsUntil(), why.isExact()));
    why.parts().forEach(part -> add(part, indent + INDENT, lines));
  }

  private static String until(@Nullable Instant instant, boolean exact) {
    if (instant == null) {
      return "until something happens";
    }
    return (exact ? "until " : "at least until ") + instant;
  }
}
