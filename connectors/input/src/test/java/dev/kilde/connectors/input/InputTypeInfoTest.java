package dev.kilde.connectors.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class InputTypeInfoTest {

  @Test
  void flinkFindsItByItself() {
    assertThat(TypeInformation.of(Input.class)).isSameAs(InputTypeInfo.INSTANCE);
  }

  @Test
  void aGraphWithoutGenericTypesTakesInputs() {
    Configuration strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(strict);
    env.fromData(Input.tick(Instant.EPOCH), Samples.viewed("e", "2026-01-01T00:00:00Z"))
        .rebalance()
        .sinkTo(new DiscardingSink<>());
    assertThat(env.getStreamGraph().getStreamNodes())
        .anySatisfy(
            node -> assertThat(node.getTypeSerializerOut()).isInstanceOf(InputSerializer.class));
  }
}
