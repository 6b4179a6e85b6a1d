package dev.kilde.connectors.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DocumentWriteTest {

  @Test
  void a_line_break_between_tokens_becomes_a_space_and_the_given_bytes_stay() {
    byte[] given = "{\r\n\"a\": \"x\\ny\"\n}".getBytes(UTF_8);
    byte[] before = given.clone();
    assertThat(DocumentWrite.put("people", "1", null, 1, given).json())
        .asString(UTF_8)
        .isEqualTo("{  \"a\": \"x\\ny\" }");
    assertThat(given).isEqualTo(before);
  }

  @Test
  void what_it_prints_holds_no_personal_data() {
    byte[] json = "{\"email\":\"anna@example.com\"}".getBytes(UTF_8);
    assertThat(DocumentWrite.put("people", "1", null, 7, json))
        .hasToString("put people/1 version 7");
  }

  @Test
  void a_write_without_target_id_or_version_is_refused() {
    assertThatThrownBy(() -> DocumentWrite.delete("", "1", null, 1)).hasMessageContaining("alias");
    assertThatThrownBy(() -> DocumentWrite.delete("people", "", null, 1))
        .hasMessageContaining("needs an id");
    assertThatThrownBy(() -> DocumentWrite.delete("people", "1", null, -1))
        .hasMessageContaining("version -1");
  }
}
