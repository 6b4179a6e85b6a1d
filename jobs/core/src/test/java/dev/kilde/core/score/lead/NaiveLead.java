package dev.kilde.core.score.lead;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lead score as the specification words it, in floating point, everything anew each time. */
final class NaiveLead {

  private NaiveLead() {}

  private record Candidate(Instant at, BigDecimal points) {}

  static double at(Shopper shopper, Instant now) {
    double score = 0;
    for (LeadRule rule : shopper.scoring.rules()) {
      Map<LocalDate, BigDecimal> byDay = new HashMap<>();
      for (Candidate candidate : candidates(shopper, rule)) {
        LocalDate day = candidate.at.atZone(Shopper.COPENHAGEN).toLocalDate();
        BigDecimal before = byDay.getOrDefault(day, BigDecimal.ZERO);
        BigDecimal after = before.add(candidate.points);
        BigDecimal cap = rule.dailyCap();
        after = cap == null ? after : after.min(cap);
        byDay.put(day, after);
        if (!candidate.at.isAfter(now)) {
          score += left(shopper, after.subtract(before).doubleValue(), candidate.at, now);
        }
      }
    }
    return score;
  }

  private static double left(Shopper shopper, double points, Instant at, Instant now) {
    long later =
        shopper.purchases.stream().filter(sold -> sold.isAfter(at) && !sold.isAfter(now)).count();
    double age = now.toEpochMilli() - at.toEpochMilli();
    return points
        * Math.pow(shopper.scoring.purchaseKeeps().doubleValue(), (double) later)
        * Math.pow(0.5, age / shopper.scoring.halfLife().toMillis());
  }

  private static List<Candidate> candidates(Shopper shopper, LeadRule rule) {
    List<Candidate> candidates = new ArrayList<>();
    if (rule.on().equals("mail_clicked")) {
      shopper.responses.stream()
          .filter(each -> each.kind() == EngagementKind.CLICKED && each.channel().equals("email"))
          .forEach(each -> candidates.add(new Candidate(each.at(), rule.points())));
      return candidates;
    }
    List<Visit> matching = shopper.visits.stream().filter(visit -> matches(rule, visit)).toList();
    for (int i = 0; i < matching.size(); i++) {
      Visit visit = matching.get(i);
      boolean again =
          visit.productId() != null
              && matching.subList(0, i).stream()
                  .anyMatch(before -> visit.productId().equals(before.productId()));
      BigDecimal repeat = Objects.requireNonNullElse(rule.repeatPoints(), rule.points());
      candidates.add(new Candidate(visit.at(), again ? repeat : rule.points()));
    }
    return candidates;
  }

  private static boolean matches(LeadRule rule, Visit visit) {
    String page = Objects.requireNonNullElse(visit.pageType(), "");
    return rule.on().equals("page_type")
        ? rule.pageTypes().contains(page)
        : rule.on().equals(visit.name())
            && (rule.pageTypes().isEmpty() || rule.pageTypes().contains(page));
  }
}
