package dev.kilde.local.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.local.shop.SampleShop;
import dev.kilde.local.shop.ShopEvent;
import dev.kilde.local.shop.ShopFiles;
import dev.kilde.local.shop.ShopOptions;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @TempDir private Path temporary;

  private final SampleShop shop = new SampleShop(ShopOptions.DEFAULT.withPeople(30).withDays(20));
  private final JsonForm json = new JsonForm();
  private Path folder;
  private Path work;

  @BeforeEach
  void folders() throws IOException {
    folder = Files.createDirectory(temporary.resolve("events"));
    work = Files.createDirectory(temporary.resolve("work"));
  }

  @Test
  void a_shop_written_as_files_plays_the_same_events_in_order_of_time() throws IOException {
    ShopFiles.write(shop, folder);
    List<String> expected = new ArrayList<>();
    for (ShopEvent event : shop) {
      expected.add(event.topic() + " " + text(event.event()));
    }
    List<String> played = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Playable item : read()) {
      Playable.Event event = (Playable.Event) item;
      played.add(event.topic() + " " + text(event.event()));
      assertThat(event.at()).isEqualTo(event.occurredAt()).isAfterOrEqualTo(last);
      last = event.at();
    }
    assertThat(played).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void lines_that_are_not_valid_come_first_as_they_are_each_for_its_own_topic() throws IOException {
    ShopFiles.write(shop, folder);
    append("orders.jsonl", "{\"tenant\":");
    append("tracking.jsonl", "not even that");
    long good;
    try (FolderEvents events = FolderEvents.open(folder, work, NOW)) {
      good = events.total() - 2;
    }
    List<Playable> played = read();
    assertThat(played).hasSize((int) good + 2);
    assertThat(played.subList(0, 2))
        .extracting(item -> item.topic() + " " + bytes(item))
        .containsExactly(Topic.ORDERS + " {\"tenant\":", Topic.TRACKING + " not even that");
    assertThat(played.get(0).at()).isEqualTo(played.get(2).at());
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    ShopFiles.write(shop, folder);
    read();
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void a_missing_folder_is_one_line() {
    assertThatThrownBy(() -> FolderEvents.open(temporary.resolve("nowhere"), work, NOW))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere")
        .message()
        .doesNotContain("\n");
  }

  private List<Playable> read() throws IOException {
    try (FolderEvents events = FolderEvents.open(folder, work, NOW)) {
      List<Playable> all = new ArrayList<>();
      events.forEachRemaining(all::add);
      assertThat(events.total()).isEqualTo(all.size());
      return all;
    }
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(folder.resolve(file), line + "\n", StandardOpenOption.APPEND);
  }

  private String text(SpecificRecord event) {
    return new String(json.write(event), StandardCharsets.UTF_8);
  }

  private static String bytes(Playable item) {
    return new String(((Playable.Invalid) item).bytes(), StandardCharsets.UTF_8);
  }
}
