package dev.kilde.core.segment.condition;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Engagement.Response;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code engaged: { kind, .. }}: this became of messages so many times. Opens and clicks of
 * machines do not count.
 *
 * @param channel null: any
 */
public record Responded(EngagementKind kind, @Nullable String channel, HowOften often)
    implements Condition {

  private static final Field<String> WHAT =
      Field.required(
          "kind",
          new Shape.Word(
              Arrays.stream(EngagementKind.values())
                  .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                  .toList()),
          "What became of the message; opens and clicks of machines do not count.");

  private static final Field<String> CHANNEL =
      Field.optional("channel", Channels.SHAPE, "On which channel; any if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "engaged",
          "True of whoever opened, clicked or otherwise responded to messages so many times.",
          new Shape.Mapping(
                  "what became of messages",
                  List.of(WHAT, CHANNEL, HowOften.AT_LEAST, HowOften.AT_MOST, HowOften.WITHIN))
              .as(Responded::new));

  private Responded(Arguments given) {
    this(
        EngagementKind.valueOf(given.need(WHAT).toUpperCase(Locale.ROOT)),
        given.get(CHANNEL),
        HowOften.of(given));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return often.judge(responses(who), Response::at, this::isMeant, who, now);
  }

  private static List<Response> responses(Subject who) {
    return who.get(Engagement.FACT).responses();
  }

  private boolean isMeant(Response response) {
    return response.kind() == kind && (channel == null || channel.equals(response.channel()));
  }

  @Override
  public Reads reads() {
    return Reads.of(Engagement.FACT);
  }

  /** The same responses, so many and fewer. */
  @Override
  public boolean excludes(Condition other) {
    return other instanceof Responded that
        && kind == that.kind
        && Objects.equals(channel, that.channel)
        && often.excludes(that.often);
  }

  @Override
  public String words() {
    return Wording.sentence(
        "message " + Wording.spoken(kind.name().toLowerCase(Locale.ROOT)),
        channel == null ? "" : "by " + channel,
        often.words());
  }

  @Override
  public String actual(Subject who, Instant now) {
    return often.actual(responses(who), Response::at, this::isMeant, who, now);
  }
}
