package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Reachability;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/** {@code reachable: { channel }}: a message would arrive there; see {@link Reachability}. */
public record Reachable(String channel) implements Condition {

  private static final Field<String> CHANNEL =
      Field.required("channel", Channels.SHAPE, "On which channel.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "reachable",
          "True of whoever a message would arrive at: an address is known that does not bounce.",
          new Shape.Mapping("a channel", List.of(CHANNEL))
              .as(given -> new Reachable(given.need(CHANNEL))));

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Verdict.lasting(isReachable(who));
  }

  private boolean isReachable(Subject who) {
    return Reachability.of(
            who.get(KnownIdentifiers.FACT),
            who.get(Contact.FACT),
            who.get(Permissions.FACT),
            who.get(Engagement.FACT))
        .getOrDefault(channel, false);
  }

  @Override
  public Reads reads() {
    return Reads.of(KnownIdentifiers.FACT, Contact.FACT, Permissions.FACT, Engagement.FACT);
  }

  @Override
  public String words() {
    return "reachable by " + channel;
  }

  @Override
  public String actual(Subject who, Instant now) {
    return isReachable(who) ? "can be reached" : "no address that can be reached";
  }
}
