package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.connectors.input.TickWatermarks;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * One run of the topology on a cluster, to its end.
 *
 * @param updates of each person, in order, by profile id
 * @param identityChanges in words, sorted
 * @param segmentChanges in words, sorted
 * @param exports sorted by request
 * @param erasures asked of weaker identifiers, sorted by event id
 * @param counts the job's own
 */
record ProfileRun(
    Map<String, List<ProfileUpdate>> updates,
    List<String> identityChanges,
    List<String> segmentChanges,
    List<ProfileExport> exports,
    List<PrivacyRequest> erasures,
    Map<String, Long> counts) {

  /** Of each stream that is looked at an iterator, to be read by a thread of its own. */
  private static final class Collected implements ProfileTopology.Sinks {
    private @Nullable CloseableIterator<ProfileUpdate> profiles;
    private @Nullable CloseableIterator<IdentityChange> identityChanges;
    private @Nullable CloseableIterator<SegmentChange> segmentChanges;
    private @Nullable CloseableIterator<ProfileExport> exports;
    private @Nullable CloseableIterator<PrivacyRequest> erasures;

    @Override
    public void profiles(DataStream<ProfileUpdate> updates) {
      profiles = updates.collectAsync();
    }

    @Override
    public void identityChanges(DataStream<IdentityChange> changes) {
      identityChanges = changes.collectAsync();
    }

    @Override
    public void segmentChanges(DataStream<SegmentChange> changes) {
      segmentChanges = changes.collectAsync();
    }

    @Override
    public void exports(DataStream<ProfileExport> exported) {
      exports = exported.collectAsync();
    }

    @Override
    public void erasures(DataStream<PrivacyRequest> requests) {
      erasures = requests.collectAsync();
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> letters) {
      letters.sinkTo(new DiscardingSink<>());
    }
  }

  static ProfileRun of(Schedule schedule, int parallelism) throws Exception {
    return of(schedule, parallelism, TestSettings.plain());
  }

  static ProfileRun of(Schedule schedule, int parallelism, ProfileSettings settings)
      throws Exception {
    return of(
        schedule,
        parallelism,
        settings,
        new Configuration(),
        source -> source.map(new Paced(), InputTypeInfo.INSTANCE));
  }

  /**
   * @param behind what stands behind each source
   */
  static ProfileRun of(
      Schedule schedule,
      int parallelism,
      ProfileSettings settings,
      Configuration configuration,
      UnaryOperator<SingleOutputStreamOperator<Input>> behind)
      throws Exception {
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    env.setBufferTimeout(0);
    DataStream<Input> inputs = null;
    for (List<Input> partition : schedule.partitions()) {
      DataStream<Input> source =
          behind
              .apply(env.fromData(partition, InputTypeInfo.INSTANCE).setParallelism(1))
              .setParallelism(1)
              .assignTimestampsAndWatermarks(TickWatermarks.strategy(Schedule.BOUND))
              .setParallelism(1);
      inputs = inputs == null ? source : inputs.union(source);
    }
    Collected sinks = new Collected();
    ProfileTopology.define(Objects.requireNonNull(inputs), settings, sinks);
    JobClient job = env.executeAsync();
    CompletableFuture<List<IdentityChange>> identityChanges = all(sinks.identityChanges);
    CompletableFuture<List<SegmentChange>> segmentChanges = all(sinks.segmentChanges);
    CompletableFuture<List<ProfileExport>> exports = all(sinks.exports);
    CompletableFuture<List<PrivacyRequest>> erasures = all(sinks.erasures);
    Map<String, List<ProfileUpdate>> updates = new TreeMap<>();
    for (ProfileUpdate update : all(sinks.profiles).get()) {
      updates.computeIfAbsent(update.profileId(), id -> new ArrayList<>()).add(update);
    }
    Map<String, Long> counts = new TreeMap<>();
    job.getJobExecutionResult()
        .get()
        .getAllAccumulatorResults()
        .forEach(
            (name, count) -> {
              if (count instanceof Long tally) {
                counts.put(name, tally);
              }
            });
    return new ProfileRun(
        updates,
        identityChanges.get().stream().map(IdentityChange::toString).sorted().toList(),
        segmentChanges.get().stream().map(SegmentChange::toString).sorted().toList(),
        sorted(exports.get(), ProfileExport::getEventId),
        sorted(erasures.get(), PrivacyRequest::getEventId),
        counts);
  }

  private static <T> CompletableFuture<List<T>> all(@Nullable CloseableIterator<T> stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<T> all = new ArrayList<>();
          try (CloseableIterator<T> elements = Objects.requireNonNull(stream)) {
            elements.forEachRemaining(all::add);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return all;
        });
  }

  private static <T> List<T> sorted(List<T> all, Function<T, String> by) {
    return all.stream().sorted(Comparator.comparing(by)).toList();
  }

  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** The last document of everybody who has one, but for when it was told. */
  Map<String, ProfileDocument> documents() {
    Map<String, ProfileDocument> documents = new TreeMap<>();
    updates.forEach(
        (id, told) -> {
          ProfileDocument document = told.get(told.size() - 1).document();
          if (document != null) {
            documents.put(id, document);
          }
        });
    return untimed(documents);
  }

  /** The documents without what depends on when they were told. */
  static Map<String, ProfileDocument> untimed(Map<String, ProfileDocument> documents) {
    Map<String, ProfileDocument> untimed = new TreeMap<>();
    documents.forEach(
        (id, document) ->
            untimed.put(
                id,
                ProfileDocument.newBuilder(document)
                    .setAsOf(World.START)
                    .setRevision(0)
                    .setLeadScore(null)
                    .setRfm(null)
                    .setMailRating(null)
                    .build()));
    return untimed;
  }
}
