package dev.kilde.core.person;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldTest {

  static final IdentifierKey DEVICE =
      IdentifierKey.of("shop", Identifier.of(IdentifierKind.DEVICE_ID, "cookie"));
  private static final IdentifierKey CARD =
      IdentifierKey.of("shop", Identifier.of(IdentifierKind.CARD_TOKEN, "card"));

  private final Told ada = Told.ofEmail("ada@example.com");
  private final Event earlier = ada.viewed("v", minute(1), "tent");
  private final Event later = ada.viewed("v", minute(2), "lamp");

  @Test
  void ofSeveralContentsTheLaterCountsWhoeverSaysSo() {
    Held one = Held.of(claim(DEVICE, later)).with(claim(CARD, earlier));
    Held other = Held.of(claim(CARD, earlier)).with(claim(DEVICE, later));

    assertThat(one.event()).isEqualTo(later);
    assertThat(other.event()).isEqualTo(later);
    assertThat(one.occurredAt()).isEqualTo(minute(2));
    assertThat(one.id()).isEqualTo(later.id());
  }

  @Test
  void ofOneContentAsOnesOwnAndAsSomebodyElsesItIsOnesOwn() {
    Claim foreign = new Claim(CARD, earlier, true);
    Claim own = new Claim(DEVICE, earlier, false);

    assertThat(Held.of(foreign).with(own).counting()).isEqualTo(own);
    assertThat(Held.of(own).with(foreign).counting()).isEqualTo(own);
  }

  @Test
  void aSourceHasOneWordAndItIsTheLastOne() {
    Held held = Held.of(claim(DEVICE, later)).with(claim(null, earlier)).with(claim(DEVICE, later));

    assertThat(held.claims()).containsExactly(claim(null, earlier), claim(DEVICE, later));
    assertThat(held.with(claim(DEVICE, earlier)).event()).isEqualTo(earlier);
    assertThat(held.from(DEVICE)).isEqualTo(claim(DEVICE, later));
    assertThat(held.from(null)).isEqualTo(claim(null, earlier));
    assertThat(held.from(CARD)).isNull();
  }

  @Test
  void whatASourceTakesBackLeavesWhatOthersSay() {
    Held both = Held.of(claim(null, earlier)).with(claim(DEVICE, later));

    assertThat(both.without(DEVICE)).isEqualTo(Held.of(claim(null, earlier)));
    assertThat(both.without(null)).isEqualTo(Held.of(claim(DEVICE, later)));
    assertThat(both.without(CARD)).isEqualTo(both);
    assertThat(Held.of(claim(DEVICE, later)).without(DEVICE)).isNull();
  }

  @Test
  void itIsAsLargeAsAllItsContents() {
    long one = earlier.envelope().content().bytes().length;
    long other = later.envelope().content().bytes().length;

    assertThat(Held.of(claim(null, earlier)).with(claim(DEVICE, later)).bytes())
        .isEqualTo(one + other);
  }

  @Test
  void nothingIsNotHeld() {
    assertThatThrownBy(() -> new Held(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static Claim claim(@Nullable IdentifierKey source, Event event) {
    return new Claim(source, event, false);
  }
}
