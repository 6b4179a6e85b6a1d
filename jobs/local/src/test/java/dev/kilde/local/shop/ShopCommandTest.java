package dev.kilde.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ShopCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writes_one_file_a_topic_with_the_shops_events_line_by_line() throws IOException {
    assertThat(shop("--out", folder + "/a/b", "--people", "20", "--days", "5", "--seed", "3"))
        .isZero();
    JsonForm json = new JsonForm();
    Map<Topic, ByteArrayOutputStream> expected = new EnumMap<>(Topic.class);
    ShopOptions options = ShopOptions.DEFAULT.withPeople(20).withDays(5).withSeed(3);
    for (ShopEvent event : new SampleShop(options)) {
      ByteArrayOutputStream file =
          expected.computeIfAbsent(event.topic(), key -> new ByteArrayOutputStream());
      file.write(json.write(event.event()));
      file.write('\n');
    }
    try (var files = Files.list(folder.resolve("a/b"))) {
      assertThat(files).hasSize(expected.size());
    }
    for (Map.Entry<Topic, ByteArrayOutputStream> file : expected.entrySet()) {
      assertThat(folder.resolve("a/b/" + file.getKey().topicName() + ".jsonl"))
          .hasBinaryContent(file.getValue().toByteArray());
    }
    assertThat(out.toString()).contains("of 20 people");
  }

  @Test
  void a_folder_that_is_a_file_is_one_line_and_exit_code_2() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(shop("--out", file.toString(), "--people", "1")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("not a folder", "--out");
  }

  @Test
  void an_option_out_of_range_is_named() {
    assertThat(shop("--out", folder.toString(), "--people", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("people is 0");
  }

  private int shop(String... arguments) {
    return new CommandLine(new ShopCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
