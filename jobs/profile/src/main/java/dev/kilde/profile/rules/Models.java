package dev.kilde.profile.rules;

import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.Model;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Models of a population as rules. */
public final class Models {

  /** The kind of model that holds RFM break points. */
  public static final String RFM = "rfm";

  private static final String RECENCY_DAYS = "recencyDays";
  private static final String FREQUENCY = "frequency";
  private static final String MONETARY = "monetary";

  private Models() {}

  /** A model as it was published. */
  public static RuleUpdate of(Model model) throws RejectedException {
    Instant effectiveAt =
        model.getEffectiveAt() == null ? model.getOccurredAt() : model.getEffectiveAt();
    if (effectiveAt == null) {
      throw new RejectedException(
          Rejection.Reason.MISSING_FIELD, "effectiveAt is missing; say from when the model holds");
    }
    String text = new String(new JsonForm().write(model), StandardCharsets.UTF_8);
    return new RuleUpdate(
        model.getTenant(),
        RuleUpdate.MODEL,
        model.getKind(),
        effectiveAt.toEpochMilli(),
        effectiveAt,
        text);
  }

  /** Break points of a tenant's population, from an instant on. */
  public static RuleUpdate rfm(String tenant, BreakPoints points, Instant effectiveAt) {
    Model model =
        Model.newBuilder()
            .setTenant(tenant)
            .setKind(RFM)
            .setEffectiveAt(effectiveAt)
            .setValues(
                Map.of(
                    RECENCY_DAYS, row(points.recencyDays()),
                    FREQUENCY, row(points.frequency()),
                    MONETARY, row(points.monetary())))
            .build();
    try {
      return of(model);
    } catch (RejectedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What is wrong with one, with remedy; empty: nothing is. */
  static Optional<String> mistake(RuleUpdate update) {
    if (!update.id().equals(RFM)) {
      return Optional.of("nothing is judged by this kind of model; " + RFM + " is known");
    }
    try {
      breakPoints(update);
      return Optional.empty();
    } catch (RejectedException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  static BreakPoints breakPoints(RuleUpdate update) throws RejectedException {
    byte[] json = Objects.requireNonNull(update.text()).getBytes(StandardCharsets.UTF_8);
    Map<String, List<Double>> rows =
        ((Model) new InputDecoder().json(Topic.MODELS, json)).getValues();
    return new BreakPoints(row(rows, RECENCY_DAYS), row(rows, FREQUENCY), row(rows, MONETARY));
  }

  private static List<Double> row(List<BigDecimal> points) {
    return points.stream().map(BigDecimal::doubleValue).toList();
  }

  private static List<BigDecimal> row(Map<String, List<Double>> rows, String name) {
    List<Double> row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException("values has no " + name + "; give four ascending numbers");
    }
    return row.stream().map(BigDecimal::valueOf).toList();
  }
}
