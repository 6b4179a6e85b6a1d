package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.device;
import static dev.kilde.core.keeper.cases.Case.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import org.junit.jupiter.api.Test;

/** A shared device by Adobe Customer Journey Analytics. */
class AdobeCasesTest {

  /**
   * "Shared devices": stitching by the last authenticated gives Cassidy everything, Ryan's own
   * sign-in among it; splitting the device gives what is below, and so does Kilde.
   */
  @Test
  void aDeviceIsSplitByWhoSignedInLast() {
    Identifier device = device("1234");
    assertThat(
            Case.of(
                    by(device).viewed("first", at(12, 1), "tent"),
                    by(device).viewed("second", at(12, 2), "tent"),
                    by(device, email("ryan")).signedIn("ryan", at(12, 3)),
                    by(device).viewed("third", at(12, 7), "tent"),
                    by(device, email("cassidy")).signedIn("cassidy", at(12, 8)),
                    by(device).viewed("next day", at(23, 8), "tent"))
                .table())
        .isEqualTo(
            """
            12:01 | first | 1234 | ryan
            12:02 | second | 1234 | ryan
            12:03 | ryan | ryan 1234 | ryan
            12:07 | third | 1234 | ryan
            12:08 | cassidy | cassidy 1234 | cassidy
            23:08 | next day | 1234 | cassidy
            """);
  }
}
