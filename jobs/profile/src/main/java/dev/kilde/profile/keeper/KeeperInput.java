package dev.kilde.profile.keeper;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Message;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.MessageFormat;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;

/**
 * A message on its way to the identifier it concerns; the stage it goes to tells the kind.
 *
 * @param key the identifier's hash
 */
public record KeeperInput(String tenant, String key, Message message) {

  /** Flink's view. */
  public static final FormatTypeInfo<KeeperInput> TYPE =
      FormatTypeInfo.of(KeeperInput.class, new WireFormat());

  /** To an identifier. */
  public static KeeperInput to(String tenant, Identifier identifier, Message message) {
    return to(tenant, IdentifierKey.of(tenant, identifier), message);
  }

  /** To an identifier known by its hash. */
  public static KeeperInput to(String tenant, IdentifierKey key, Message message) {
    return new KeeperInput(tenant, key.hash(), message);
  }

  /** How it travels. */
  public static final class WireFormat implements Format<KeeperInput> {

    private static final long serialVersionUID = 1;

    private final MessageFormat messages = new MessageFormat();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(KeeperInput input, StateWriter out) throws IOException {
      out.text(input.tenant());
      out.text(input.key());
      messages.write(input.message(), out);
    }

    @Override
    public KeeperInput read(int version, StateReader in) throws IOException {
      return new KeeperInput(in.text(), in.text(), messages.read(1, in));
    }

    @Override
    public Format<KeeperInput> duplicate() {
      return new WireFormat();
    }
  }
}
