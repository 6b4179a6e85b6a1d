package dev.kilde.local.runtime;

import java.util.Map;

/**
 * Ports and sizes of a {@link LocalStack}.
 *
 * @param kafkaPort the broker's; {@link Ports#ANY} for a free one
 * @param elasticsearchPort the HTTP port; {@link Ports#ANY} for a free one
 * @param flinkPort of the REST API and web UI; {@link Ports#ANY} for a free one
 * @param kafkaHeapMegabytes at most this much heap
 * @param elasticsearchHeapMegabytes exactly this much heap
 * @param taskManagerMegabytes the whole process of one TaskManager, at least 1024
 * @param taskManagers how many are started
 * @param slotsPerTaskManager the sum over all must hold every job's parallelism
 * @param flink further Flink options, stronger than everything else
 */
public record LocalStackOptions(
    int kafkaPort,
    int elasticsearchPort,
    int flinkPort,
    int kafkaHeapMegabytes,
    int elasticsearchHeapMegabytes,
    int taskManagerMegabytes,
    int taskManagers,
    int slotsPerTaskManager,
    Map<String, String> flink) {

  // Beyond the heap: metaspace, code, threads, direct buffers.
  private static final int KAFKA_EXTRA = 256;
  private static final int ELASTICSEARCH_EXTRA = 384;
  private static final int JOB_MANAGER = 1088;

  /** Copies the map; checks what has a smallest value. */
  public LocalStackOptions {
    if (taskManagerMegabytes < 1024 || taskManagers < 1 || slotsPerTaskManager < 1) {
      throw new IllegalArgumentException(
          "a stack needs at least one TaskManager of 1024 MB with one slot");
    }
    flink = Map.copyOf(flink);
  }

  /** Free ports; one TaskManager of 1.5 GB with six slots. */
  public static LocalStackOptions defaults() {
    return new LocalStackOptions(Ports.ANY, Ports.ANY, Ports.ANY, 512, 512, 1536, 1, 6, Map.of());
  }

  /** These options on the given ports; each may be {@link Ports#ANY}. */
  public LocalStackOptions withPorts(int kafka, int elasticsearch, int flinkRest) {
    return new LocalStackOptions(
        kafka,
        elasticsearch,
        flinkRest,
        kafkaHeapMegabytes,
        elasticsearchHeapMegabytes,
        taskManagerMegabytes,
        taskManagers,
        slotsPerTaskManager,
        flink);
  }

  /** These options with other TaskManagers. */
  public LocalStackOptions withTaskManagers(int count, int slotsEach, int megabytesEach) {
    return new LocalStackOptions(
        kafkaPort,
        elasticsearchPort,
        flinkPort,
        kafkaHeapMegabytes,
        elasticsearchHeapMegabytes,
        megabytesEach,
        count,
        slotsEach,
        flink);
  }

  /** These options with further Flink options in place of those given before. */
  public LocalStackOptions withFlink(Map<String, String> options) {
    return new LocalStackOptions(
        kafkaPort,
        elasticsearchPort,
        flinkPort,
        kafkaHeapMegabytes,
        elasticsearchHeapMegabytes,
        taskManagerMegabytes,
        taskManagers,
        slotsPerTaskManager,
        options);
  }

  /** What all processes together may come to, in megabytes. */
  public long neededMegabytes() {
    return kafkaHeapMegabytes
        + KAFKA_EXTRA
        + elasticsearchHeapMegabytes
        + ELASTICSEARCH_EXTRA
        + JOB_MANAGER
        + (long) taskManagers * taskManagerMegabytes;
  }
}
