package dev.kilde.profile.state;

import dev.kilde.core.event.Content;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Stream;
import dev.kilde.profile.ingest.Events;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An event as its own wire form, which any later version still reads: state evolves as the wire
 * does.
 */
public final class EventFormat implements Format<Event> {

  private static final long serialVersionUID = 1;

  private transient @Nullable WireForm wire;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Event event, StateWriter out) throws IOException {
    out.constant(event.id().stream());
    out.bytes(event.envelope().content().bytes());
  }

  @Override
  public Event read(int version, StateReader in) throws IOException {
    Stream stream = in.constant(Stream.values());
    byte[] bytes = in.bytes();
    try {
      return Events.of(wire().decode(topicOf(stream), bytes), Content.of(bytes))
          .orElseThrow(() -> new IOException("an event of " + stream + " is about no person"));
    } catch (RejectedException e) {
      throw new IOException("an event that was accepted cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Format<Event> duplicate() {
    return new EventFormat();
  }

  private WireForm wire() {
    WireForm ready = wire;
    if (ready == null) {
      ready = new WireForm();
      wire = ready;
    }
    return ready;
  }

  private static Topic topicOf(Stream stream) {
    return switch (stream) {
      case TRACKING -> Topic.TRACKING;
      case ORDERS -> Topic.ORDERS;
      case RECEIPTS -> Topic.RECEIPTS;
      case CONTACTS -> Topic.CONTACTS;
      case PERMISSIONS -> Topic.PERMISSIONS;
      case ENGAGEMENT -> Topic.ENGAGEMENT;
      case PRIVACY -> Topic.PRIVACY;
    };
  }
}
