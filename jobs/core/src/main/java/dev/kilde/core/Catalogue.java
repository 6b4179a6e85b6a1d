package dev.kilde.core;

import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.lead.LeadScoreJudgement;
import dev.kilde.core.score.mail.MailRatingJudgement;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.rule.AnsweredAForm;
import dev.kilde.core.score.mail.rule.AskedForFewerMails;
import dev.kilde.core.score.mail.rule.BoughtAfterAClick;
import dev.kilde.core.score.mail.rule.BouncedSoftlyInARow;
import dev.kilde.core.score.mail.rule.ClickedWithinThirtyDays;
import dev.kilde.core.score.mail.rule.ClicksManyOfTheLastTwenty;
import dev.kilde.core.score.mail.rule.ClicksManyOfThoseOpened;
import dev.kilde.core.score.mail.rule.ConfirmedByDoubleOptIn;
import dev.kilde.core.score.mail.rule.EngagedLately;
import dev.kilde.core.score.mail.rule.HasLongSubscribed;
import dev.kilde.core.score.mail.rule.IgnoredTheLastMails;
import dev.kilde.core.score.mail.rule.LeftOrCannotBeReached;
import dev.kilde.core.score.mail.rule.OpenedWithinThirtyDays;
import dev.kilde.core.score.mail.rule.OpensManyOfTheLastTwenty;
import dev.kilde.core.score.mail.rule.RepliedOrForwarded;
import dev.kilde.core.score.mail.rule.VisitedAfterAClick;
import dev.kilde.core.score.rfm.RfmJudgement;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.condition.All;
import dev.kilde.core.segment.condition.Anniversary;
import dev.kilde.core.segment.condition.Any;
import dev.kilde.core.segment.condition.CartHolds;
import dev.kilde.core.segment.condition.ContactSays;
import dev.kilde.core.segment.condition.Did;
import dev.kilde.core.segment.condition.HasLeadScore;
import dev.kilde.core.segment.condition.HasRfm;
import dev.kilde.core.segment.condition.HasStars;
import dev.kilde.core.segment.condition.InSegment;
import dev.kilde.core.segment.condition.LastPurchase;
import dev.kilde.core.segment.condition.Loyalty;
import dev.kilde.core.segment.condition.Not;
import dev.kilde.core.segment.condition.Permitted;
import dev.kilde.core.segment.condition.Purchased;
import dev.kilde.core.segment.condition.Reachable;
import dev.kilde.core.segment.condition.Responded;
import dev.kilde.core.shape.Kind;
import java.util.List;

/** What Kilde knows and judges of a person, each in one list. Read this first. */
public final class Catalogue {

  /** Facts: folds of events. */
  public static final List<Fact<?>> FACTS =
      List.of(
          Seen.FACT, // when first and last
          KnownIdentifiers.FACT, // under which names
          Contact.FACT, // name, birthday, address, interests
          Permissions.FACT, // what may be sent
          Engagement.FACT, // what became of messages
          Visits.FACT, // what was looked at
          Cart.FACT, // what lies in the cart
          Purchases.FACT); // what was bought, online and in stores

  /** Judgements: computed from facts, never stored as truth. */
  public static final List<Judgement<?>> JUDGEMENTS =
      List.of(
          LeadScoreJudgement.JUDGEMENT, // how near to buying
          RfmJudgement.JUDGEMENT, // how recently, how often and for how much somebody bought
          MailRatingJudgement.JUDGEMENT); // how loyal a reader of mail

  /** Rules of MailRating, by code. */
  public static final List<MailRule> MAIL_RULES =
      List.of(
          new OpenedWithinThirtyDays(), // MR-01
          new ClickedWithinThirtyDays(), // MR-02
          new OpensManyOfTheLastTwenty(), // MR-03
          new ClicksManyOfTheLastTwenty(), // MR-04
          new ClicksManyOfThoseOpened(), // MR-05
          new IgnoredTheLastMails(), // MR-06
          new EngagedLately(), // MR-07
          new VisitedAfterAClick(), // MR-08
          new BoughtAfterAClick(), // MR-09
          new HasLongSubscribed(), // MR-10
          new ConfirmedByDoubleOptIn(), // MR-11
          new RepliedOrForwarded(), // MR-12
          new AnsweredAForm(), // MR-13
          new AskedForFewerMails(), // MR-14
          new BouncedSoftlyInARow(), // MR-15
          new LeftOrCannotBeReached()); // MR-16

  /** Conditions of segments and flows, by the key they stand under. */
  public static final List<Kind<Condition>> CONDITIONS =
      List.of(
          All.KIND, // every one is true
          Any.KIND, // one at least is
          Not.KIND, // it is not
          ContactSays.KIND, // a field of the contact
          Anniversary.KIND, // a yearly day is near
          Did.KIND, // something on the site, so many times
          Purchased.KIND, // so many purchases, deep into their lines
          LastPurchase.KIND, // has not bought for so long
          Responded.KIND, // to messages
          Permitted.KIND, // may be sent something
          Reachable.KIND, // would receive it
          HasLeadScore.KIND, // is so near to buying
          HasRfm.KIND, // buys so recently, so often and for so much
          HasStars.KIND, // reads mail so loyally
          CartHolds.KIND, // what lies in the cart
          InSegment.KIND, // belongs to another segment
          Loyalty.KIND); // tier and points

  private Catalogue() {}
}
