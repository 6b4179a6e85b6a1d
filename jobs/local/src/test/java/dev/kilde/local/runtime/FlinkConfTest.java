package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.executiongraph.failover.ExponentialDelayRestartBackoffTimeStrategy;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompressionType;

class FlinkConfTest {

  @TempDir Path folder;
  private FlinkConf conf;

  @BeforeEach
  void write() {
    conf =
        FlinkConf.write(
            Installation.find().flinkConf(),
            Map.of(
                "rest.port", "12345",
                "taskmanager.memory.process.size", "1536m",
                "jobmanager.memory.process.size", "1088m",
                "io.tmp.dirs", folder.resolve("it's tmp: #1").toString()),
            folder.resolve("conf"));
  }

  @Test
  void theWrittenFolderSaysTheBaseAndTheChanges() {
    Configuration read = GlobalConfiguration.loadConfiguration(conf.folder().toString());

    assertThat(read.toMap()).isEqualTo(conf.options().toMap());
    assertThat(read.get(RestOptions.PORT)).isEqualTo(12345);
    assertThat(read.toMap())
        .containsEntry("io.tmp.dirs", folder.resolve("it's tmp: #1").toString());
  }

  @Test
  void flinkUnderstandsWhatTheBaseMeans() {
    Configuration read = GlobalConfiguration.loadConfiguration(conf.folder().toString());

    assertThat(read.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(read.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
    assertThat(read.get(PipelineOptions.OBJECT_REUSE)).isTrue();
    assertThat(read.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(512);
    assertThat(read.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(read.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
    assertThat(read.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(read.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
        .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    assertThat(read.get(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL))
        .first()
        .isEqualTo(CompressionType.NO_COMPRESSION);
    assertThat(read.get(RocksDBConfigurableOptions.USE_BLOOM_FILTER)).isTrue();
    assertThat(read.get(RocksDBOptions.TIMER_SERVICE_FACTORY)).hasToString("ROCKSDB");
    assertThat(read.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
    assertThat(ExponentialDelayRestartBackoffTimeStrategy.createFactory(read)).isNotNull();
  }

  @Test
  void theTaskManagersShareFollowsFromItsProcessSize() {
    List<String> flags = conf.taskManagerFlags();

    assertThat(flags).anyMatch(flag -> flag.startsWith("-Xmx"));
    assertThat(flags).contains("--add-opens=java.base/java.util=ALL-UNNAMED");
    assertThat(conf.taskManagerArguments("tm"))
        .contains("taskmanager.resource-id=tm")
        .anyMatch(argument -> argument.startsWith("taskmanager.memory.managed.size="));
  }

  @Test
  void theJobManagerGetsAboutHalfAGigabyteOfHeap() {
    assertThat(conf.jobManagerFlags()).contains("-Xmx536870912");
  }
}
