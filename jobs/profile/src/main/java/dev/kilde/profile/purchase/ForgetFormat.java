package dev.kilde.profile.purchase;

import dev.kilde.core.event.PurchaseKey;
import dev.kilde.profile.purchase.PurchaseInput.Forget;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.IdentifierKeyFormat;
import dev.kilde.profile.state.SpanFormat;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;

/** {@link Forget}, on its way or waiting for its instant. */
final class ForgetFormat implements Format<Forget> {

  private static final long serialVersionUID = 1;

  private final SpanFormat spans = new SpanFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Forget forget, StateWriter out) throws IOException {
    out.text(forget.tenant());
    out.text(forget.purchase().text());
    IdentifierKeyFormat.write(forget.owner(), out);
    out.list(forget.spans(), span -> spans.write(span, out));
    out.instant(forget.at());
    out.text(forget.request());
  }

  @Override
  public Forget read(int version, StateReader in) throws IOException {
    return new Forget(
        in.text(),
        new PurchaseKey(in.text()),
        IdentifierKeyFormat.read(in),
        in.list(() -> spans.read(1, in)),
        in.instant(),
        in.text());
  }
}
