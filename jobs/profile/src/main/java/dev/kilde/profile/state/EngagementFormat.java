package dev.kilde.profile.state;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Engagement.Response;
import java.io.IOException;
import java.util.TreeSet;

/** {@link Engagement}. */
public final class EngagementFormat implements Format<Engagement> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Engagement engagement, StateWriter out) throws IOException {
    out.list(
        engagement.responses(),
        response -> {
          out.instant(response.at());
          out.text(response.channel());
          out.constant(response.kind());
          out.text(response.messageId());
        });
    out.list(engagement.unreachable(), out::text);
  }

  @Override
  public Engagement read(int version, StateReader in) throws IOException {
    return new Engagement(
        in.list(
            () ->
                new Response(
                    in.instant(),
                    in.text(),
                    in.constant(EngagementKind.values()),
                    in.optionalText())),
        new TreeSet<>(in.list(in::text)));
  }
}
