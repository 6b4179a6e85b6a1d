package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class IndexTopologyTest {

  @Test
  void every_stage_has_the_uid_savepoints_know() throws Exception {
    IndexOptions options =
        IndexOptions.parse(
            new String[] {
              "--kafka.bootstrap-servers", "k:1", "--elasticsearch.hosts", "http://e:1"
            },
            Map.of());
    StreamExecutionEnvironment flink = IndexJob.environment(options);
    IndexJob.define(flink, options);
    // Throws where a uid is missing or a type falls to Kryo.
    List<StreamNode> nodes = List.copyOf(flink.getStreamGraph().getStreamNodes());
    Set<String> uids =
        nodes.stream()
            .map(StreamNode::getTransformationUID)
            .collect(Collectors.toUnmodifiableSet());
    assertThat(uids)
        .contains(
            "index-profiles",
            "index-split",
            "index-documents",
            "index-dead-letters",
            "index-segment-news",
            "index-segment-split",
            "index-segments",
            "index-segment-documents");
    assertThat(nodes).extracting(StreamNode::getTransformationUID).doesNotContainNull();
  }
}
