package dev.kilde.local.demo;

import dev.kilde.local.play.EventProducer;
import dev.kilde.local.play.Pacer;
import dev.kilde.local.play.PlayOptions;
import dev.kilde.local.play.Playable;
import dev.kilde.local.play.Played;
import dev.kilde.local.play.Player;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;

/** Events being played into Kafka by a thread of their own. */
public final class Play implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final Player player;
  private final CompletableFuture<Played> end = new CompletableFuture<>();
  private final Thread thread;

  /** Starts playing. */
  public Play(
      String bootstrapServers, PlayOptions options, Pacer pacer, Iterator<Playable> events) {
    producer = EventProducer.connect(bootstrapServers);
    player = new Player(producer, options, pacer);
    thread = new Thread(() -> run(events), "player");
    thread.setDaemon(true);
    thread.start();
  }

  /** How far it is. */
  public Played progress() {
    return player.progress();
  }

  /**
   * Whether the last event and its ticks are written.
   *
   * @throws IOException if playing failed
   */
  public boolean isOver() throws IOException {
    try {
      return end.getNow(null) != null;
    } catch (CompletionException failed) {
      throw new IOException("playing stopped: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    producer.close(Duration.ofSeconds(5));
  }

  private void run(Iterator<Playable> events) {
    try {
      end.complete(player.play(events));
    } catch (IOException | InterruptedException | RuntimeException e) {
      end.completeExceptionally(e);
    }
  }
}
