package dev.kilde.profile.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatLineTest {

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("b", "line\nfeed \"quoted\" æøå");
    fields.put("a", "");

    String line = FlatLine.write(fields);

    assertThat(line).doesNotContain("\n").startsWith("{\"b\":");
    assertThat(FlatLine.read(line).fields()).containsExactlyEntriesOf(fields);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":1}", "{\"a\":{}}", "{\"a\":\"b\"", "nonsense"})
  void whatIsNoSuchLineIsRefused(String line) {
    assertThatThrownBy(() -> FlatLine.read(line)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    FlatLine line = FlatLine.read("{\"a\":\"b\"}");
    assertThat(line.need("a")).isEqualTo("b");
    assertThatThrownBy(() -> line.need("c")).hasMessage("c is missing");
  }
}
