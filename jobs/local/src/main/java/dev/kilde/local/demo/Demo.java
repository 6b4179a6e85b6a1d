package dev.kilde.local.demo;

import dev.kilde.local.command.TemporaryFolder;
import dev.kilde.local.play.Disorder;
import dev.kilde.local.play.FolderEvents;
import dev.kilde.local.play.Pacer;
import dev.kilde.local.play.PlayOptions;
import dev.kilde.local.play.Playable;
import dev.kilde.local.play.Played;
import dev.kilde.local.progress.Progress;
import dev.kilde.local.progress.Standing;
import dev.kilde.local.runtime.Installation;
import dev.kilde.local.runtime.LocalServerException;
import dev.kilde.local.runtime.LocalStack;
import dev.kilde.local.runtime.Topics;
import dev.kilde.local.shop.SampleShop;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The demo: servers, topics, jobs, then a shop.
 *
 * <p>With {@code --once} it ends when Elasticsearch holds the latest document of every person, and
 * nothing else.
 */
final class Demo {

  private static final int PARTITIONS = 2;
  private static final Duration CHECKPOINTS = Duration.ofSeconds(2);

  /** How long nothing may change before the demo gives up. */
  private static final Duration STANDSTILL = Duration.ofMinutes(3);

  private final Installation installation;
  private final DemoOptions options;
  private final PrintStream terminal;

  Demo(Installation installation, DemoOptions options, PrintStream terminal) {
    this.installation = installation;
    this.options = options;
    this.terminal = terminal;
  }

  /** Runs to the end; 0 if everybody arrived. */
  int run() throws Exception {
    Instant started = Instant.now();
    try (Source source = open();
        LocalStack stack =
            LocalStack.start(installation, options.folder(), options.stack(), terminal::println)) {
      new Topics("", PARTITIONS).create(stack.kafka().address());
      LocalJobs jobs = new LocalJobs(installation, stack, "");
      List<String> ids = List.of(jobs.startProfile(CHECKPOINTS), jobs.startIndex(CHECKPOINTS));
      terminal.printf(
          "Up after %d s. Flink: %s  Elasticsearch: %s  Kafka: %s%n",
          Duration.between(started, Instant.now()).toSeconds(),
          stack.flink().address(),
          stack.elasticsearch().address(),
          stack.kafka().address());
      terminal.println("Logs: " + stack.logs());
      boolean everybody = play(source, jobs, ids);
      if (!options.once()) {
        terminal.println("Everything runs on; Ctrl-C stops all of it.");
        hold(stack);
      }
      return everybody ? 0 : 1;
    }
  }

  private boolean play(Source source, LocalJobs jobs, List<String> ids)
      throws IOException, InterruptedException, ExecutionException {
    try (Arrival arrival = new Arrival(jobs);
        Play play =
            new Play(
                jobs.stack().kafka().address(),
                PlayOptions.DEFAULT,
                Pacer.atRate(options.rate()),
                source.events())) {
      awaitArrival(source, new Watchdog(jobs, ids, STANDSTILL), play, arrival);
      return conclude(source, jobs, arrival, play.progress());
    }
  }

  private void awaitArrival(Source source, Watchdog watchdog, Play play, Arrival arrival)
      throws IOException, InterruptedException, ExecutionException {
    try (Progress progress = new Progress(terminal, columns(), System::nanoTime)) {
      boolean complete = false;
      while (!complete) {
        boolean over = play.isOver();
        Played played = play.progress();
        Standing standing = arrival.standing(played.total(), source.expected(), played.at());
        progress.show(standing);
        watchdog.check(standing);
        complete = over && arrival.isComplete();
      }
    }
  }

  private boolean conclude(Source source, LocalJobs jobs, Arrival arrival, Played played)
      throws IOException {
    long documents = arrival.indexed().count();
    terminal.printf(
        "Played %,d events (%,d of them twice); %,d dead letters.%n",
        played.total(), played.repeated(), arrival.deadLetters());
    terminal.printf(
        "%,d people, %,d profiles in Elasticsearch.%n",
        source.people().orElse(arrival.people()), documents);
    new MarketersQuestions(jobs.stack().elasticsearch().address(), arrival.tenants())
        .lines()
        .forEach(terminal::println);
    terminal.println("Flink's web UI: " + jobs.stack().flink().address());
    return source.people().map(people -> people == documents).orElse(true);
  }

  private Source open() throws IOException {
    if (options.events() == null) {
      SampleShop shop = new SampleShop(options.shop());
      Iterator<Playable> events = new Disorder(Playable.of(shop.iterator()), options.shop().seed());
      return new Source(events, 0, Optional.of(shop.people()), () -> {});
    }
    TemporaryFolder work = TemporaryFolder.create();
    FolderEvents folder;
    try {
      folder = FolderEvents.open(options.events(), work.path(), Instant.now());
    } catch (IOException unreadable) {
      work.close();
      throw unreadable;
    }
    return new Source(
        folder,
        folder.total(),
        Optional.empty(),
        () -> {
          folder.close();
          work.close();
        });
  }

  private static void hold(LocalStack stack) throws InterruptedException {
    while (true) {
      stack.requireAlive();
      Thread.sleep(500);
    }
  }

  /** Of the terminal; 0 where output goes elsewhere. */
  @SuppressWarnings("SystemConsoleNull") // newer JDKs answer isTerminal, this one with null
  private static int columns() {
    if (System.console() == null) {
      return 0;
    }
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[2-9]\\d|\\d{3}") ? Integer.parseInt(columns) : 80;
  }

  /**
   * What is played.
   *
   * @param expected how many events, 0 if not known before
   * @param people how many there are in it, empty if only the jobs can tell
   */
  private record Source(
      Iterator<Playable> events, long expected, Optional<Integer> people, Closeable onClose)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      onClose.close();
    }
  }

  /** Notices a server that died, a job that ended, and a standstill. */
  private static final class Watchdog {
    private final LocalJobs jobs;
    private final List<String> ids;
    private final Duration patience;
    private Standing last = new Standing(0, 0, 0, 0, 0, null);
    private long changedAt = System.nanoTime();

    Watchdog(LocalJobs jobs, List<String> ids, Duration patience) {
      this.jobs = jobs;
      this.ids = ids;
      this.patience = patience;
    }

    void check(Standing standing) throws IOException, InterruptedException {
      jobs.stack().requireAlive();
      for (String id : ids) {
        Optional<String> failure = jobs.stack().flink().jobs().failure(id);
        if (failure.isPresent()) {
          throw new LocalServerException("A job failed: " + failure.get());
        }
      }
      if (!standing.equals(last)) {
        last = standing;
        changedAt = System.nanoTime();
      } else if (System.nanoTime() - changedAt > patience.toNanos()) {
        throw new LocalServerException(
            "Nothing has moved for "
                + patience.toMinutes()
                + " minutes. Look at "
                + jobs.stack().flink().address()
                + " and into "
                + jobs.stack().logs());
      }
    }
  }
}
