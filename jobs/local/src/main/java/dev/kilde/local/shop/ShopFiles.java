package dev.kilde.local.shop;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a shop as a folder of JSON lines, one file a topic, as {@code kilde replay} and {@code
 * kilde demo --events} read it.
 */
public final class ShopFiles {

  private ShopFiles() {}

  /**
   * Writes all events; a file of the same name is replaced, other files in the folder stay.
   *
   * @param folder made if it is not there
   * @return how many events were written, by topic
   * @throws IOException if the folder cannot be written
   */
  public static Map<Topic, Long> write(SampleShop shop, Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Files.createDirectories(folder);
    JsonForm json = new JsonForm();
    Map<Topic, Long> written = new EnumMap<>(Topic.class);
    Map<Topic, OutputStream> files = new EnumMap<>(Topic.class);
    try {
      for (ShopEvent event : shop) {
        OutputStream file = files.get(event.topic());
        if (file == null) {
          file = open(folder, event.topic());
          files.put(event.topic(), file);
        }
        file.write(json.write(event.event()));
        file.write('\n');
        written.merge(event.topic(), 1L, Long::sum);
      }
    } finally {
      close(List.copyOf(files.values()));
    }
    return written;
  }

  private static OutputStream open(Path folder, Topic topic) throws IOException {
    Path path = folder.resolve(topic.topicName() + ".jsonl");
    return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
  }

  /** Closes all of them, also if one fails. */
  private static void close(List<OutputStream> files) throws IOException {
    List<IOException> failures = new ArrayList<>();
    for (OutputStream file : files) {
      try {
        file.close();
      } catch (IOException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
