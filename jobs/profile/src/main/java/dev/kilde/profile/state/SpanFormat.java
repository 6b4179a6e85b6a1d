package dev.kilde.profile.state;

import dev.kilde.core.keeper.Span;
import java.io.IOException;

/** {@link Span}. */
public final class SpanFormat implements Format<Span> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Span span, StateWriter out) throws IOException {
    out.instant(span.from());
    out.instant(span.to());
  }

  @Override
  public Span read(int version, StateReader in) throws IOException {
    return new Span(in.optionalInstant(), in.optionalInstant());
  }
}
