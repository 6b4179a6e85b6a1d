package dev.kilde.local.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.local.shop.SampleShop;
import dev.kilde.local.shop.ShopOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisorderTest {

  private static final ShopOptions SHOP = ShopOptions.DEFAULT.withPeople(100).withDays(20);

  private final List<Playable.Event> played = new ArrayList<>();

  DisorderTest() {
    disorder(1).forEachRemaining(item -> played.add((Playable.Event) item));
  }

  @Test
  void played_time_never_falls_and_no_event_is_later_than_allowed() {
    Instant last = Instant.MIN;
    for (Playable.Event event : played) {
      assertThat(event.at()).isAfterOrEqualTo(last);
      assertThat(Duration.between(event.occurredAt(), event.at()))
          .isBetween(Duration.ZERO, Disorder.LATEST);
      last = event.at();
    }
  }

  @Test
  void every_event_goes_out_once_and_some_again() {
    List<Object> once = new ArrayList<>();
    List<Object> again = new ArrayList<>();
    played.forEach(event -> (event.repeated() ? again : once).add(event.event()));
    List<Object> shop = new ArrayList<>();
    new SampleShop(SHOP).forEach(event -> shop.add(event.event()));
    assertThat(once).containsExactlyInAnyOrderElementsOf(shop);
    assertThat(once).containsAll(again);
    assertThat(again.size()).isBetween(shop.size() / 200, shop.size() / 50);
  }

  @Test
  void some_events_overtake_others() {
    long overtaken = 0;
    for (int i = 1; i < played.size(); i++) {
      if (played.get(i).occurredAt().isBefore(played.get(i - 1).occurredAt())) {
        overtaken++;
      }
    }
    assertThat(overtaken).isGreaterThan(10);
  }

  @Test
  void the_same_seed_makes_the_same_disorder() {
    List<Playable> same = new ArrayList<>();
    disorder(1).forEachRemaining(same::add);
    List<Playable> other = new ArrayList<>();
    disorder(2).forEachRemaining(other::add);
    assertThat(same).isEqualTo(played);
    assertThat(other).isNotEqualTo(played);
  }

  private static Disorder disorder(long seed) {
    return new Disorder(Playable.of(new SampleShop(SHOP).iterator()), seed);
  }
}
