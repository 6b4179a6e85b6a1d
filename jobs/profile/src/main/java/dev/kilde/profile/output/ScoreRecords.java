package dev.kilde.profile.output;

import dev.kilde.core.person.Profile;
import dev.kilde.core.score.lead.LeadScoreJudgement;
import dev.kilde.core.score.mail.MailRatingJudgement;
import dev.kilde.core.score.rfm.RfmJudgement;
import dev.kilde.schemas.record.LeadScore;
import dev.kilde.schemas.record.MailRating;
import dev.kilde.schemas.record.MailRatingRule;
import dev.kilde.schemas.record.Rfm;
import dev.kilde.schemas.record.ScoreContribution;
import dev.kilde.schemas.record.SegmentMembership;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what somebody was judged to be as parts of the document. */
final class ScoreRecords {

  private ScoreRecords() {}

  static LeadScore leadScore(Profile profile) {
    var score = profile.scores().get(LeadScoreJudgement.JUDGEMENT);
    return new LeadScore(
        score.value().doubleValue(),
        score.band(),
        score.contributions().stream()
            .map(each -> new ScoreContribution(each.rule(), each.points().doubleValue()))
            .toList());
  }

  /** Null without a counting purchase in the window. */
  static @Nullable Rfm rfm(Profile profile) {
    return profile
        .scores()
        .get(RfmJudgement.JUDGEMENT)
        .map(
            rfm ->
                Rfm.newBuilder()
                    .setRecencyDays(Math.toIntExact(rfm.recencyDays()))
                    .setFrequency(rfm.frequency())
                    .setMonetary(ProfileDocuments.scaled(rfm.monetary()))
                    .setR(rfm.r())
                    .setF(rfm.f())
                    .setM(rfm.m())
                    .setGroup(rfm.group().id())
                    .setLastAt(rfm.lastAt())
                    .build())
        .orElse(null);
  }

  static MailRating mailRating(Profile profile) {
    var rating = profile.scores().get(MailRatingJudgement.JUDGEMENT);
    return new MailRating(
        rating.stars(),
        rating.points() == null ? null : rating.points().doubleValue(),
        rating.rules().stream()
            .map(
                each ->
                    new MailRatingRule(each.code(), each.points().doubleValue(), each.because()))
            .toList());
  }

  static List<SegmentMembership> segments(Profile profile) {
    return profile.segments().stream()
        .map(in -> new SegmentMembership(in.segment(), in.version(), in.since()))
        .toList();
  }
}
