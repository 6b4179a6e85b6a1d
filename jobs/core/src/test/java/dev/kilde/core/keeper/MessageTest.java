package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static final IdentifierKey DEVICE = key(IdentifierKind.DEVICE_ID, "cookie");
  private static final IdentifierKey OTHER = key(IdentifierKind.DEVICE_ID, "other");
  private static final IdentifierKey ADA = key(IdentifierKind.CONTACT_ID, "ada");
  private static final Instant NOW = minute(10);

  private final Event early = Told.ofEmail("ada@example.com").viewed("z", minute(1), "tent");
  private final Event late = Told.ofEmail("ada@example.com").viewed("a", minute(2), "tent");

  /** Each before the next. */
  private final List<Message> inOrder =
      List.of(
          new Message.Erase("r", List.of(), false, minute(9)),
          new Message.Retracted(new Link(ADA, NOW, id("a"), Trust.STATED), id("c"), NOW),
          linked("a", ADA),
          linked("b", ADA),
          new Message.Moved(new Change.Drop(null, id("q"), NOW)),
          new Message.Moved(new Change.Drop(DEVICE, id("q"), NOW)),
          put(early, null),
          put(late, null),
          put(late, DEVICE),
          new Message.Contested(DEVICE, ADA, OTHER, id("v"), minute(9), NOW),
          new Message.HandedOver(DEVICE, Ledger.EMPTY, NOW),
          new Message.Unlink(ADA, "r", NOW),
          new Message.Export("r", NOW),
          new Message.Erase("r", List.of(), false, NOW),
          new Message.EraseTies("r", ADA, List.of(), NOW),
          linked("a", ADA, minute(11)));

  @Test
  void whatIsDueIsTakenByInstantThenLinksThenEventsThenHandOversThenRequests() {
    for (int seed = 0; seed < 100; seed++) {
      List<Message> mixed = new ArrayList<>(inOrder);
      Collections.shuffle(mixed, new Random(seed));
      mixed.sort(Message.IN_ORDER);
      assertThat(mixed).isEqualTo(inOrder);
    }
  }

  @Test
  void theSameMessageHasTheSamePlaceAndAnotherHasAnother() {
    TreeSet<Message> each = new TreeSet<>(Message.IN_ORDER);
    each.addAll(inOrder);
    each.addAll(inOrder);

    assertThat(each).hasSameSizeAs(inOrder);
  }

  @Test
  void ofOneRequestThoseToDifferentTargetsAreDifferent() {
    TreeSet<Message> each = new TreeSet<>(Message.IN_ORDER);
    each.add(new Message.EraseTies("r", ADA, List.of(), NOW));
    each.add(new Message.EraseTies("r", OTHER, List.of(), NOW));
    each.add(new Message.Unlink(ADA, "r", NOW));
    each.add(new Message.Unlink(OTHER, "r", NOW));
    each.add(linked("a", ADA));
    each.add(linked("a", OTHER));
    each.add(new Message.HandedOver(DEVICE, Ledger.EMPTY, NOW));
    each.add(new Message.HandedOver(OTHER, Ledger.EMPTY, NOW));
    each.add(new Message.Contested(DEVICE, ADA, OTHER, id("v"), NOW, NOW));
    each.add(new Message.Contested(DEVICE, OTHER, ADA, id("v"), NOW, NOW));

    assertThat(each).hasSize(10);
  }

  @Test
  void onlyAMovedEventHasASource() {
    assertThat(put(early, DEVICE).source()).isEqualTo(DEVICE);
    assertThat(put(early, null).source()).isNull();
    assertThat(linked("a", ADA).source()).isNull();
  }

  private static Message put(Event event, @Nullable IdentifierKey source) {
    return new Message.Moved(new Change.Put(new Claim(source, event, false), NOW));
  }

  private static Message linked(String cause, IdentifierKey target) {
    return linked(cause, target, NOW);
  }

  private static Message linked(String cause, IdentifierKey target, Instant since) {
    return new Message.Linked(new Link(target, since, id(cause), Trust.STATED), true);
  }

  private static EventId id(String id) {
    return new EventId(Stream.TRACKING, id);
  }

  private static IdentifierKey key(IdentifierKind kind, String value) {
    return Story.key(new Identifier(kind, value));
  }
}
