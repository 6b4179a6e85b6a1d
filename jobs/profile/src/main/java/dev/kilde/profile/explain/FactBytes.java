package dev.kilde.profile.explain;

import dev.kilde.core.Catalogue;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.score.FactValues;
import dev.kilde.core.score.Facts;
import dev.kilde.profile.States;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Facts as they are kept in state, each with its name and the version of its format. */
final class FactBytes {

  private FactBytes() {}

  /** Writes all there are. */
  static void write(Facts facts, StateWriter out) throws IOException {
    out.unsigned(Catalogue.FACTS.size());
    for (Fact<?> fact : Catalogue.FACTS) {
      write(facts, fact, out);
    }
  }

  private static <F> void write(Facts facts, Fact<F> fact, StateWriter out) throws IOException {
    Format<F> format = States.format(fact);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(facts.get(fact), new StateWriter(new DataOutputStream(bytes)));
    out.text(fact.name());
    out.unsigned(format.version());
    out.bytes(bytes.toByteArray());
  }

  /** Reads what was written; a fact that is no longer one is passed over. */
  static FactValues read(StateReader in) throws IOException {
    FactValues facts = FactValues.NONE;
    for (long left = in.unsigned(); left > 0; left--) {
      String name = in.text();
      int version = (int) in.unsigned();
      byte[] bytes = in.bytes();
      for (Fact<?> fact : Catalogue.FACTS) {
        facts = fact.name().equals(name) ? with(facts, fact, version, bytes) : facts;
      }
    }
    return facts;
  }

  private static <F> FactValues with(FactValues facts, Fact<F> fact, int version, byte[] bytes)
      throws IOException {
    Format<F> format = States.format(fact);
    if (version < 1 || version > format.version()) {
      throw new IOException(fact.name() + " was written by a newer version of Kilde");
    }
    StateReader in = new StateReader(new DataInputStream(new ByteArrayInputStream(bytes)));
    return facts.with(fact, format.read(version, in));
  }
}
