package dev.kilde.profile.output;

import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the profiles topic is told of one person.
 *
 * @param revision grows with every update of this person
 * @param at event time of the update
 * @param document null: the person is no more, a tombstone
 */
public record ProfileUpdate(
    String tenant,
    String profileId,
    long revision,
    Instant at,
    @Nullable ProfileDocument document) {

  /** Flink's view. */
  public static final FormatTypeInfo<ProfileUpdate> TYPE =
      FormatTypeInfo.of(ProfileUpdate.class, new WireFormat());

  /** How it travels. */
  public static final class WireFormat implements Format<ProfileUpdate> {

    private static final long serialVersionUID = 1;

    private transient @Nullable WireForm wire;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ProfileUpdate update, StateWriter out) throws IOException {
      out.text(update.tenant());
      out.text(update.profileId());
      out.fixed(update.revision());
      out.instant(update.at());
      ProfileDocument document = update.document();
      out.flag(document != null);
      if (document != null) {
        out.bytes(wire().encode(document));
      }
    }

    @Override
    public ProfileUpdate read(int version, StateReader in) throws IOException {
      return new ProfileUpdate(
          in.text(), in.text(), in.fixed(), in.instant(), in.flag() ? document(in) : null);
    }

    @Override
    public Format<ProfileUpdate> duplicate() {
      return new WireFormat();
    }

    private ProfileDocument document(StateReader in) throws IOException {
      try {
        return (ProfileDocument) wire().decode(Topic.PROFILES, in.bytes());
      } catch (RejectedException e) {
        throw new IOException("a profile document cannot be read: " + e.getMessage(), e);
      }
    }

    private WireForm wire() {
      WireForm ready = wire;
      if (ready == null) {
        ready = new WireForm();
        wire = ready;
      }
      return ready;
    }
  }
}
