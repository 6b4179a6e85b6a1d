package dev.kilde.core.segment.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilde.core.Written;
import dev.kilde.core.shape.Mistake;

/** What cannot mean anything. */
final class Mistakes {

  private Mistakes() {}

  /**
   * @param field under which key; {@code -}: the whole
   */
  static void in(String condition, String field, String what) {
    Mistake mistake = catchThrowableOfType(Mistake.class, () -> Written.condition(condition));
    assertThat(mistake).as(condition).isNotNull().hasMessage(what);
    assertThat(mistake.field()).as(condition).isEqualTo(field.equals("-") ? null : field);
    assertThat(mistake.remedy()).as(condition).isNotBlank();
  }
}
