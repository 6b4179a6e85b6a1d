package dev.kilde.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void theNamesAreThoseOfTheContract() {
    assertThat(Arrays.stream(Topic.values()).map(Topic::topicName))
        .containsExactly(
            "tracking",
            "orders",
            "receipts",
            "contacts",
            "permissions",
            "engagement",
            "products",
            "privacy",
            "definitions",
            "models",
            "profiles",
            "segment-changes",
            "triggers",
            "decisions",
            "identity-changes",
            "exports",
            "dead-letters");
  }

  @Test
  void aTopicIsFoundByItsExactName() {
    for (Topic topic : Topic.values()) {
      assertThat(Topic.named(topic.topicName())).contains(topic);
    }
    assertThat(Topic.named("Orders")).isEmpty();
  }

  @Test
  void inputsAreWhatOthersWrite() {
    assertThat(Topic.inputs()).startsWith(Topic.TRACKING).endsWith(Topic.MODELS).hasSize(10);
  }

  @Test
  void reasonsHaveTheCodesOfTheContract() {
    assertThat(Arrays.stream(Rejection.Reason.values()).map(Rejection.Reason::code))
        .containsExactly(
            "not_json",
            "not_an_object",
            "wrong_type",
            "missing_field",
            "empty_field",
            "unknown_enum",
            "no_identifier",
            "invalid_link",
            "time_out_of_range",
            "number_out_of_range",
            "too_large",
            "identifier_too_long",
            "too_deep",
            "invalid_definition",
            "not_avro",
            "unknown_schema");
  }
}
