package dev.kilde.profile.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.RuleUpdate;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleLinesTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00.001Z");

  private static final RuleLines.Header HEADER =
      new RuleLines.Header(
          T,
          new BaseRules(
              ZoneId.of("Europe/Oslo"),
              Map.of("EUR", new BigDecimal("11.70"), "SEK", new BigDecimal("1E-2")),
              List.of(
                  new RuleUpdate("", RuleUpdate.SEGMENT, "a", 3, Instant.EPOCH, "segment: a\n"),
                  new RuleUpdate("shop", RuleUpdate.SEGMENT, "b", 4, T, null))));

  @Test
  void whatIsWrittenIsRead() throws IOException {
    RuleLines.Header read = RuleLines.header(RuleLines.write(HEADER));

    assertThat(read.asOf()).isEqualTo(T);
    assertThat(read.rules().zone()).isEqualTo(HEADER.rules().zone());
    assertThat(read.rules().rates())
        .isEqualTo(Map.of("EUR", new BigDecimal("11.70"), "SEK", new BigDecimal("0.01")));
    assertThat(read.rules().updates()).isEqualTo(HEADER.rules().updates());
  }

  @Test
  void whatIsNotIsRefused() {
    for (String line :
        List.of("{\"asOf\":\"never\",\"zone\":\"UTC\"}", "{\"zone\":\"UTC\"}", "nonsense")) {
      assertThatThrownBy(() -> RuleLines.header(List.of(line))).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> RuleLines.header(List.of())).hasMessage("it is empty");
    List<String> update =
        List.of(RuleLines.write(HEADER.rules().updates().get(0)).replace("\"3\"", "\"three\""));
    assertThatThrownBy(() -> RuleLines.updates(update)).isInstanceOf(IOException.class);
  }
}
