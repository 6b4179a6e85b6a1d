package dev.kilde.core.score;

import dev.kilde.core.facts.Buying;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.lead.LeadCurve;
import dev.kilde.core.verdict.Verdict;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One person as judged: the facts, and the terms on which they are. Good for as long as neither
 * changes.
 */
public final class Subject {

  private final Facts facts;
  private final Terms terms;
  private final Function<String, Verdict<Boolean>> segments;
  private @Nullable Buying buying;
  private @Nullable LeadCurve leadCurve;

  /**
   * @param segments whether the person is in the segment with an id, and until when
   */
  public Subject(Facts facts, Terms terms, Function<String, Verdict<Boolean>> segments) {
    this.facts = facts;
    this.terms = terms;
    this.segments = segments;
  }

  public <F> F get(Fact<F> fact) {
    return facts.get(fact);
  }

  public Terms terms() {
    return terms;
  }

  /** The counting purchases. */
  public Buying buying() {
    Buying known = buying;
    if (known == null) {
      known = Buying.of(facts.get(Purchases.FACT), terms.rates());
      buying = known;
    }
    return known;
  }

  /** The lead score as time goes by. */
  public LeadCurve leadCurve() {
    LeadCurve known = leadCurve;
    if (known == null) {
      known = LeadCurve.of(this);
      leadCurve = known;
    }
    return known;
  }

  /** The person's own time zone where it is known, else the tenant's. */
  public ZoneId ownZone() {
    String own = facts.get(Contact.FACT).timeZone();
    if (own == null) {
      return terms.zone();
    }
    try {
      return ZoneId.of(own);
    } catch (DateTimeException noSuchZone) {
      return terms.zone();
    }
  }

  /** Whether the person is in another segment. */
  public Verdict<Boolean> in(String segment) {
    return segments.apply(segment);
  }
}
