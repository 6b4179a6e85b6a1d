package dev.kilde.insight;

import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.schemas.record.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What was learned, as the jobs that use it read it. */
final class Models {

  /** Kind of the break points of RFM. */
  static final String RFM = "rfm";

  private Models() {}

  /** The break points of RFM that hold from a midnight on; one day has one such model. */
  static Model rfm(String tenant, Instant midnight, BreakPoints points) {
    return Model.newBuilder()
        .setTenant(tenant)
        .setEventId(RFM + "@" + midnight)
        .setOccurredAt(midnight)
        .setKind(RFM)
        .setEffectiveAt(midnight)
        .setValues(
            Map.of(
                "recencyDays", numbers(points.recencyDays()),
                "frequency", numbers(points.frequency()),
                "monetary", numbers(points.monetary())))
        .build();
  }

  private static List<Double> numbers(List<BigDecimal> points) {
    return points.stream().map(BigDecimal::doubleValue).toList();
  }
}
