package dev.kilde.connectors.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.elasticsearch.FakeElasticsearch.Held;
import dev.kilde.connectors.elasticsearch.FakeElasticsearch.Odd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sink inside a Flink cluster: outage, poison, restart. */
class ElasticsearchSinkITCase {
  private static final long DOCUMENTS = 2_000;

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;
  private FakeElasticsearch server;

  @BeforeEach
  void open() throws IOException {
    server = FakeElasticsearch.started();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void after_an_outage_every_document_arrives_and_the_job_never_failed() throws Exception {
    server.answerAlwaysWith(Odd.html(503));
    StreamExecutionEnvironment flink = flink(0);
    stream(flink, healthy(), sink(Duration.ofMillis(50)));
    JobClient job = flink.executeAsync();
    await(() -> server.requests() >= 3);
    server.stop();
    assertThat(server.documents()).isEmpty();
    server.answerAlwaysWith(null);
    server.start();
    job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
    assertThat(server.documents()).hasSize((int) DOCUMENTS);
    assertThat(server.documents()).containsEntry("people/7", new Held(8, "{\"n\":7}"));
  }

  @Test
  void a_document_that_does_not_fit_goes_to_the_rejected_and_all_others_arrive() throws Exception {
    StreamExecutionEnvironment flink = flink(0);
    GeneratorFunction<Long, DocumentWrite> oneInAHundred =
        n -> write((n % 100 == 0 ? "poison" : "") + n, n);
    stream(flink, oneInAHundred, sink(Duration.ofMillis(50)));
    flink.execute();
    assertThat(server.documents()).hasSize((int) DOCUMENTS * 99 / 100);
    assertThat(Files.readAllLines(folder.resolve("rejected")))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.iterate(0, n -> n < DOCUMENTS, n -> n + 100)
                .mapToObj(n -> "document_parsing_exception poison" + n + " {\"n\":" + n + "}")
                .toList());
  }

  @Test
  void a_document_too_large_is_rejected_unsent() throws Exception {
    StreamExecutionEnvironment flink = flink(0);
    String large = "{\"x\":\"" + "x".repeat(1 << 20) + "\"}";
    GeneratorFunction<Long, DocumentWrite> one =
        n ->
            n == 5
                ? DocumentWrite.put("people", "large", null, 1, large.getBytes(UTF_8))
                : write("" + n, n);
    stream(flink, one, sink(Duration.ofMillis(50)));
    flink.execute();
    assertThat(server.documents()).hasSize((int) DOCUMENTS - 1);
    assertThat(Files.readAllLines(folder.resolve("rejected")))
        .containsExactly("too_large large " + large);
  }

  @Test
  @SuppressWarnings("unchecked") // Flink's rate limits are raw types
  void what_was_buffered_at_the_checkpoint_arrives_after_a_restart() throws Exception {
    // Nothing is sent before the end: what precedes the checkpoint lives in the sink's state alone.
    StreamExecutionEnvironment flink = flink(1);
    flink.enableCheckpointing(100);
    Path failed = folder.resolve("failed");
    flink
        .fromSource(
            new DataGeneratorSource<>(
                healthy(),
                400,
                RateLimiterStrategy.perCheckpoint(100),
                new DocumentWriteTypeInfo()),
            WatermarkStrategy.noWatermarks(),
            "documents")
        .map(new FailsOnceAfterCheckpoint(failed))
        .returns(new DocumentWriteTypeInfo())
        .sinkTo(sink(Duration.ofHours(1)));
    flink.execute();
    assertThat(failed).exists();
    assertThat(server.documents()).hasSize(400);
  }

  @Test
  void a_refusal_that_no_retry_mends_fails_the_job_with_address_target_and_remedy() {
    server.answerAlwaysWith(
        Odd.json(401, "{\"error\":{\"type\":\"security_exception\"},\"status\":401}"));
    StreamExecutionEnvironment flink = flink(0);
    stream(flink, healthy(), sink(Duration.ofMillis(50)));
    assertThatThrownBy(flink::execute)
        .rootCause()
        .hasMessageContaining(server.address())
        .hasMessageContaining("people")
        .hasMessageContaining("401 security_exception")
        .hasMessageContaining("Remedy: check user and password");
  }

  private static GeneratorFunction<Long, DocumentWrite> healthy() {
    return n -> write("" + n, n);
  }

  private static DocumentWrite write(String id, long n) {
    return DocumentWrite.put("people", id, null, n + 1, ("{\"n\":" + n + "}").getBytes(UTF_8));
  }

  private static StreamExecutionEnvironment flink(int restarts) {
    Configuration configuration = new Configuration();
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY, restarts == 0 ? "none" : "fixed-delay");
    if (restarts > 0) {
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restarts);
      configuration.set(
          RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    }
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration).setParallelism(1);
  }

  private static void stream(
      StreamExecutionEnvironment flink,
      GeneratorFunction<Long, DocumentWrite> documents,
      ElasticsearchSink sink) {
    flink
        .fromSource(
            new DataGeneratorSource<>(documents, DOCUMENTS, new DocumentWriteTypeInfo()),
            WatermarkStrategy.noWatermarks(),
            "documents")
        .sinkTo(sink);
  }

  private ElasticsearchSink sink(Duration maxWait) {
    return new ElasticsearchSink(
        ElasticsearchConnection.to(server.address()),
        new WriteLimits(
            500,
            1 << 20,
            1 << 20,
            2,
            1_000,
            maxWait,
            new BackOff(Duration.ofMillis(20), Duration.ofMillis(200))),
        false,
        TargetPreparation.none(),
        new RejectedToFile(folder.resolve("rejected").toString()));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 60 s").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
