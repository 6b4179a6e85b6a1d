package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.Topic;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Map<String, NewTopic> topics =
      new Topics("shop-", 3)
          .all().stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

  @Test
  void everyTopicOfTheContractIsThereAndTriggersOncePerChannel() {
    for (Topic topic : Topic.values()) {
      if (topic != Topic.TRIGGERS) {
        assertThat(topics).containsKey("shop-" + topic.topicName());
      }
    }
    assertThat(topics).containsKeys("shop-triggers-email", "shop-triggers-webhook");
    assertThat(topics).hasSize(Topic.values().length - 1 + 6);
  }

  @Test
  void whatIsAboutTheLatestOfAKeyIsCompactedAndNothingElse() {
    assertThat(topics.values())
        .filteredOn(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
        .extracting(NewTopic::name)
        .containsExactlyInAnyOrder("shop-profiles", "shop-definitions", "shop-models");
  }

  @Test
  void nothingIsDeletedForItsAge() {
    assertThat(topics.values())
        .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("retention.ms", "-1"));
  }

  @Test
  void eachHasThePartitionsAskedFor() {
    assertThat(topics.values()).allMatch(topic -> topic.numPartitions() == 3);
  }
}
