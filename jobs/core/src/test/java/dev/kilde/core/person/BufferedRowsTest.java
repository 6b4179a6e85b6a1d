package dev.kilde.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BufferedRowsTest {

  private record Row(EventId id, String text) {}

  /** Rows that count what is asked of them. */
  private static final class Counted implements Rows<Row> {
    private final Map<EventId, Row> rows = new HashMap<>();
    private int reads;
    private int writes;

    @Override
    public @Nullable Row get(EventId id) {
      reads++;
      return rows.get(id);
    }

    @Override
    public List<Row> all() {
      return List.copyOf(rows.values());
    }

    @Override
    public void put(EventId id, Row value) {
      writes++;
      rows.put(id, value);
    }

    @Override
    public void remove(EventId id) {
      writes++;
      rows.remove(id);
    }
  }

  private final Counted store = new Counted();
  private final BufferedRows<Row> rows =
      new BufferedRows<>(store, Row::id, row -> row.text().length());

  @Test
  void whatIsPutIsSeenAtOnceAndWrittenOnceLater() {
    rows.put(row("a", "1"));
    rows.put(row("a", "2"));
    assertThat(rows.get(id("a"))).isEqualTo(row("a", "2"));
    assertThat(rows.all()).containsExactly(row("a", "2"));
    assertThat(store.writes + store.reads).isZero();

    rows.flush();
    assertThat(store.rows).containsExactly(Map.entry(id("a"), row("a", "2")));
    assertThat(store.writes).isEqualTo(1);
    rows.flush();
    assertThat(store.writes).isEqualTo(1);
  }

  @Test
  void whatIsRemovedIsGoneAtOnceWhereverItWas() {
    rows.put(row("written", "1"));
    rows.flush();
    rows.put(row("unwritten", "2"));
    rows.remove(id("written"));
    rows.remove(id("unwritten"));
    assertThat(rows.get(id("written"))).isNull();
    assertThat(rows.get(id("unwritten"))).isNull();
    assertThat(rows.all()).isEmpty();
    assertThat(store.rows).hasSize(1);

    rows.flush();
    assertThat(store.rows).isEmpty();
  }

  @Test
  void whatIsRemovedAndPutAgainIsThere() {
    rows.put(row("a", "1"));
    rows.flush();
    rows.remove(id("a"));
    rows.put(row("a", "2"));

    assertThat(rows.all()).containsExactly(row("a", "2"));
    rows.flush();
    assertThat(store.rows).containsEntry(id("a"), row("a", "2"));
  }

  @Test
  void whatIsWrittenAndWhatIsNotAreOne() {
    rows.put(row("a", "1"));
    rows.put(row("b", "1"));
    rows.flush();
    rows.put(row("b", "2"));
    rows.put(row("c", "2"));

    List<Row> all = new ArrayList<>(rows.all());
    assertThat(all).containsExactlyInAnyOrder(row("a", "1"), row("b", "2"), row("c", "2"));
    assertThat(rows.get(id("a"))).isEqualTo(row("a", "1"));
    assertThat(rows.get(id("none"))).isNull();
  }

  @Test
  void bytesAreCountedUntilTheyAreWritten() {
    rows.put(row("a", "12345"));
    rows.put(row("b", "123"));
    assertThat(rows.unwrittenBytes()).isEqualTo(8);

    rows.flush();
    assertThat(rows.unwrittenBytes()).isZero();
  }

  private static Row row(String id, String text) {
    return new Row(id(id), text);
  }

  private static EventId id(String id) {
    return new EventId(Stream.TRACKING, id);
  }
}
