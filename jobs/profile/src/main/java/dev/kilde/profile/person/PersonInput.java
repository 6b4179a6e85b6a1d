package dev.kilde.profile.person;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Change;
import dev.kilde.profile.state.ChangeFormat;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;

/**
 * A change on its way to the person it concerns.
 *
 * @param profileId the key, hexadecimal
 */
public record PersonInput(String profileId, Change change) {

  /** Flink's view. */
  public static final FormatTypeInfo<PersonInput> TYPE =
      FormatTypeInfo.of(PersonInput.class, new WireFormat());

  /** To the person an identifier names. */
  public static PersonInput to(String tenant, Identifier identifier, Change change) {
    return new PersonInput(ProfileId.of(tenant, identifier).hex(), change);
  }

  /** How it travels. */
  public static final class WireFormat implements Format<PersonInput> {

    private static final long serialVersionUID = 1;

    private final ChangeFormat changes = new ChangeFormat();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PersonInput input, StateWriter out) throws IOException {
      out.text(input.profileId());
      changes.write(input.change(), out);
    }

    @Override
    public PersonInput read(int version, StateReader in) throws IOException {
      return new PersonInput(in.text(), changes.read(1, in));
    }

    @Override
    public Format<PersonInput> duplicate() {
      return new WireFormat();
    }
  }
}
