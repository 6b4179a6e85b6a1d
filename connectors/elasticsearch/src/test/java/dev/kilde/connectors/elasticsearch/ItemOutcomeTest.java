package dev.kilde.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemOutcomeTest {

  @ParameterizedTest(name = "{0} {1} -> {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # status, error type,                      reason,                                    outcome
          200,      -,                               -,                                         Done
          201,      -,                               -,                                         Done
          404,      -,                               -,                                         Done
          409,      version_conflict_engine_exception, current version [7] is higher,           Stale
          408,      -,                               -,                                         Retry
          429,      es_rejected_execution_exception, rejected execution of coordinating op,     Retry
          429,      circuit_breaking_exception,      Data too large,                            Retry
          429,      cluster_block_exception,         index read-only / disk flood stage,        Retry
          403,      cluster_block_exception,         index write (api),                         Retry
          400,      es_rejected_execution_exception, -,                                         Retry
          500,      illegal_state_exception,         -,                                         Retry
          502,      -,                               -,                                         Retry
          503,      unavailable_shards_exception,    primary shard is not active,               Retry
          503,      process_cluster_event_timeout_exception, -,                                 Retry
          504,      -,                               -,                                         Retry
          400,      document_parsing_exception,      failed to parse field [x],                 Reject
          400,      strict_dynamic_mapping_exception, mapping set to strict,                    Reject
          400,      mapper_parsing_exception,        -,                                         Reject
          400,      illegal_argument_exception,      Document contains at least one immense term, Reject
          400,      -,                               -,                                         Reject
          413,      -,                               -,                                         Reject
          401,      security_exception,              missing authentication credentials,        Fatal
          403,      security_exception,              action is unauthorized,                    Fatal
          404,      index_not_found_exception,       no such index,                             Fatal
          400,      index_closed_exception,          closed,                                    Fatal
          400,      illegal_argument_exception,      no write index is defined for alias [a],   Fatal
          400,      illegal_argument_exception,      Alias [a] has more than one index,         Fatal
          405,      -,                               -,                                         Fatal
          302,      -,                               -,                                         Fatal
          """)
  void an_answer_is_one_of_five(int status, String type, String reason, String outcome) {
    assertThat(ItemOutcome.classify(status, type, reason).getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "400, document_parsing_exception, document_parsing_exception",
    "413, , too_large",
    "400, , bad_request"
  })
  void a_rejection_has_a_stable_code(int status, String type, String code) {
    assertThat(ItemOutcome.classify(status, type, "why"))
        .isInstanceOfSatisfying(
            ItemOutcome.Reject.class,
            reject -> {
              assertThat(reject.code()).isEqualTo(code);
              assertThat(reject.detail()).contains("why");
            });
  }
}
