package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentStandingFormTest {
  private static final SegmentTally TALLY =
      new SegmentTally(
          new Crossings(16, 1, 2, 3, 4, 5),
          new Crossings(11, 6, 1, 1, 1, 2),
          7,
          1_700_000_000_000L);
  private static final SegmentStanding FULL =
      new SegmentStanding(
          TALLY, new SegmentDefinition(8, 9, 10, true, "Bøger"), 1_700_000_000_001L, 12);

  static Stream<SegmentStanding> standings() {
    return Stream.of(
        SegmentStanding.UNKNOWN,
        SegmentStanding.UNKNOWN.with(TALLY),
        FULL,
        FULL.with(new SegmentDefinition(8, 9, 10, false, null)),
        FULL.with(new SegmentDefinition(8, 9, 10, false, "x".repeat(100_000))));
  }

  @ParameterizedTest
  @MethodSource("standings")
  void what_is_written_is_read(SegmentStanding standing) throws IOException {
    assertThat(SegmentStandingForm.read(SegmentStandingForm.write(standing))).isEqualTo(standing);
  }

  @Test
  void a_savepoint_of_form_1_is_read_for_good() throws IOException {
    String golden =
        "01"
            + "0000000000000010000000000000000100000000000000020000000000000003"
            + "00000000000000040000000000000005"
            + "000000000000000b000000000000000600000000000000010000000000000001"
            + "00000000000000010000000000000002"
            + "00000007"
            + "0000018bcfe56800"
            + "020000000000000008000000000000000900"
            + "00000a01"
            + "0000000642c3b8676572"
            + "0000018bcfe56801"
            + "000000000000000c";
    assertThat(HexFormat.of().formatHex(SegmentStandingForm.write(FULL))).isEqualTo(golden);
    assertThat(SegmentStandingForm.read(HexFormat.of().parseHex(golden))).isEqualTo(FULL);
  }

  @Test
  void a_younger_form_is_refused() {
    assertThatThrownBy(() -> SegmentStandingForm.read(new byte[] {2, 0}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("form 2");
  }
}
