package dev.kilde.local.demo;

import dev.kilde.local.progress.Standing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far what was played has come on its way to Elasticsearch.
 *
 * <p>All of it has arrived when the profile job's checkpoints cover every input, those it asked of
 * itself included, no output's transaction is open, this consumer has taken every profile, and
 * Elasticsearch holds exactly the latest revision of each living person: nobody who became another
 * or was erased.
 */
public final class Arrival implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final OutputFeed feed;
  private final InputLag lag;
  private final IndexedProfiles indexed;

  /** Of what goes through these jobs. */
  public Arrival(LocalJobs jobs) {
    String kafka = jobs.stack().kafka().address();
    feed = new OutputFeed(kafka, jobs.topicPrefix());
    lag = new InputLag(kafka, jobs.topicPrefix(), jobs.group());
    indexed = new IndexedProfiles(jobs.stack().elasticsearch().address());
  }

  /** Takes what has come and says where things stand. */
  public Standing standing(long events, long expected, @Nullable Instant playedUntil)
      throws IOException, InterruptedException, ExecutionException {
    feed.poll(POLL);
    return new Standing(
        events, expected, indexed.count(), feed.deadLetters(), lag.records(), playedUntil);
  }

  /** Whether everything has arrived; to be asked after the last input was written. */
  public boolean isComplete() throws IOException, InterruptedException, ExecutionException {
    return isPublished()
        && indexed.count() == feed.people()
        && indexed.revisions().equals(feed.revisions());
  }

  /** Whether every output of what was played is on Kafka, committed, and taken by this consumer. */
  public boolean isPublished() throws InterruptedException, ExecutionException {
    if (lag.records() > 0 || lag.transactionsOpen()) {
      return false;
    }
    feed.poll(POLL);
    return feed.isDrained();
  }

  /** Living people on topic {@code profiles}. */
  public int people() {
    return feed.people();
  }

  /** Tenants of the people seen. */
  public Set<String> tenants() {
    return feed.revisions().keySet().stream()
        .map(key -> key.substring(0, key.lastIndexOf('/')))
        .collect(Collectors.toSet());
  }

  /** Dead letters so far. */
  public long deadLetters() {
    return feed.deadLetters();
  }

  /** What Elasticsearch holds. */
  public IndexedProfiles indexed() {
    return indexed;
  }

  @Override
  public void close() throws IOException {
    feed.close();
    lag.close();
    indexed.close();
  }
}
