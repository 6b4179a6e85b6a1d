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
import java.util.OptionalInt;
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

  /** Runs until everything played has arrived, and unless only once is asked for, on. */
  void run() throws Exception {
    Instant started = Instant.now();
    try (Source source = open();
        LocalStack stack =
            LocalStack.start(installation, options.folder(), options.stack(), terminal::println)) {
      new Topics("", PARTITIONS).create(stack.kafka().address());
      LocalJobs jobs = new LocalJobs(installation, stack, "");
      List<String> ids =
          List.of(
              jobs.startProfile(CHECKPOINTS),
              jobs.startIndex(CHECKPOINTS),
              jobs.startInsight(CHECKPOINTS));
      terminal.printf(
          "Up after %d s. Flink: %s  Elasticsearch: %s  Kafka: %s%n",
          Duration.between(started, Instant.now()).toSeconds(),
          stack.flink().address(),
          stack.elasticsearch().address(),
          stack.kafka().address());
      terminal.println("Logs: " + stack.logs());
      play(source, jobs, ids);
      if (!options.once()) {
        terminal.println("Everything runs on; Ctrl-C stops all of it.");
        hold(stack);
      }
    }
  }

  private void play(Source source, LocalJobs jobs, List<String> ids)
      throws IOException, InterruptedException, ExecutionException {
    try (Arrival arrival = new Arrival(jobs);
        Play play =
            new Play(
                jobs.stack().kafka().address(),
                PlayOptions.DEFAULT,
                Pacer.atRate(options.rate()),
                source.events())) {
      awaitArrival(source, new Watchdog(jobs, ids, STANDSTILL), play, arrival);
      conclude(source, jobs, arrival, play.progress());
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

  private void conclude(Source source, LocalJobs jobs, Arrival arrival, Played played)
      throws IOException {
    terminal.printf(
        "Played %,d events (%,d of them twice); %,d dead letters.%n",
        played.total(), played.repeated(), arrival.deadLetters());
    source.people().ifPresent(people -> terminal.printf("%,d people came to the shop.%n", people));
    terminal.printf(
        "%,d profiles, and the same %,d in Elasticsearch: a device that nobody signed in on is one"
            + " of its own, who asked to be forgotten is none.%n",
        arrival.people(), arrival.indexed().count());
    new MarketersQuestions(jobs.stack().elasticsearch().address(), arrival.tenants())
        .lines()
        .forEach(terminal::println);
    terminal.println("Flink's web UI: " + jobs.stack().flink().address());
  }

  private Source open() throws IOException {
    if (options.events() == null) {
      SampleShop shop = new SampleShop(options.shop());
      Iterator<Playable> events = new Disorder(Playable.of(shop.iterator()), options.shop().seed());
      return new Source(events, 0, OptionalInt.of(shop.people()), () -> {});
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
        OptionalInt.empty(),
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
   * @param people how many there are in it, however many profiles they make; empty: not known
   */
  private record Source(
      Iterator<Playable> events, long expected, OptionalInt people, Closeable onClose)
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
