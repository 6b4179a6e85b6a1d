package dev.kilde.profile.rules;

import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One definition or model of a tenant, on its way to everybody who judges.
 *
 * @param kind {@code segment}, {@code scoring}, {@code limits}, or {@code model}
 * @param id of the definition; of a model its kind
 * @param version the greater one counts; of a model the instant it holds from in milliseconds
 * @param effectiveAt from when it holds
 * @param text YAML of a definition, JSON form of a model; null: it no longer holds
 */
public record RuleUpdate(
    String tenant, String kind, String id, long version, Instant effectiveAt, @Nullable String text)
    implements Serializable {

  /** A segment's kind. */
  public static final String SEGMENT = "segment";

  /** A scoring plan's kind. */
  public static final String SCORING = "scoring";

  /** The kind of a tenant's limits. */
  public static final String LIMITS = "limits";

  /** A model's kind. */
  public static final String MODEL = "model";

  /** Flink's view. */
  public static final FormatTypeInfo<RuleUpdate> TYPE =
      FormatTypeInfo.of(RuleUpdate.class, new StateFormat());

  /** What it is a version of, within its tenant. */
  public String subject() {
    return kind + "/" + id;
  }

  /** The same, from another instant on. */
  RuleUpdate from(Instant instant) {
    return new RuleUpdate(tenant, kind, id, version, instant, text);
  }

  /** How it travels and is kept. */
  public static final class StateFormat implements Format<RuleUpdate> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(RuleUpdate update, StateWriter out) throws IOException {
      out.text(update.tenant());
      out.text(update.kind());
      out.text(update.id());
      out.fixed(update.version());
      out.instant(update.effectiveAt());
      out.text(update.text());
    }

    @Override
    public RuleUpdate read(int version, StateReader in) throws IOException {
      return new RuleUpdate(
          in.text(), in.text(), in.text(), in.fixed(), in.instant(), in.optionalText());
    }
  }
}
