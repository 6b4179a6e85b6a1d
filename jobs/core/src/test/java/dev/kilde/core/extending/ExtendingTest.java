package dev.kilde.core.extending;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Known;
import dev.kilde.core.SomeTerms;
import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.mail.MailReader;
import dev.kilde.core.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of {@code docs/extending.md}. */
class ExtendingTest {

  private static final Path DOC = Path.of("../../docs/extending.md");
  private static final Path HERE = Path.of("src/test/java/dev/kilde/core/extending");

  /** 1 March 2024 is a Friday. */
  private static final Instant SATURDAY = day(1).plus(Duration.ofHours(12));

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void aWeekendCountsAsLongAsItIsAskedFor() {
    SeenOnAWeekend condition = new SeenOnAWeekend(Duration.ofDays(28));

    assertThat(condition.judge(with(ada.viewed("v", SATURDAY, "tent")), day(3)))
        .isEqualTo(new Verdict<>(true, SATURDAY.plus(Duration.ofDays(28))));
    assertThat(condition.judge(with(ada.viewed("v", day(4), "tent")), day(5)))
        .isEqualTo(Verdict.lasting(false));
  }

  @Test
  void aReplyGivesPointsForAWeek() {
    Subject who = with(ada.engaged("r", day(1), "email", EngagementKind.REPLIED));

    assertThat(new RepliedWithinAWeek().judge(MailReader.of(who), day(2)).holdsUntil())
        .isEqualTo(day(8));
  }

  @Test
  void somebodyIsNewForThirtyDays() {
    Subject who = with(ada.viewed("v", day(0), "tent"));

    assertThat(new Freshness().judge(who, day(29))).isEqualTo(new Verdict<>("new", day(30)));
    assertThat(new Freshness().judge(who, day(30))).isEqualTo(Verdict.lasting("known"));
  }

  /** So what the page shows is compiled. */
  @ParameterizedTest
  @ValueSource(strings = {"SeenOnAWeekend", "RepliedWithinAWeek", "Freshness"})
  void thePageShowsTheseFiles(String name) throws IOException {
    String source = Files.readString(HERE.resolve(name + ".java"));
    String shown = source.substring(source.indexOf("/**"));

    assertThat(Files.readString(DOC)).contains(shown);
  }

  private static Subject with(Event... events) {
    return new Subject(
        Known.of(List.of(events)), SomeTerms.danish(), segment -> Verdict.lasting(false));
  }
}
