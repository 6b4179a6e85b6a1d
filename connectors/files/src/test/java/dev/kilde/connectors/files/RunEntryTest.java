package dev.kilde.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.Topic;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RunEntryTest {

  @Property
  void givesBackWhatItWasMadeOf(
      @ForAll long at,
      @ForAll Topic topic,
      @ForAll @StringLength(max = 20) @Chars({0, 1, 'a', 0xff}) String id,
      @ForAll byte[] wire,
      @ForAll @LongRange(min = 0) long line) {
    if (!topic.isInput()) {
      return;
    }
    byte[] entry = RunEntry.encode(at, topic, id, wire, 40_000, line);
    assertThat(RunEntry.occurredAtMillis(entry)).isEqualTo(at);
    assertThat(RunEntry.topic(entry)).isEqualTo(topic);
    assertThat(RunEntry.wire(entry)).isEqualTo(wire);
    assertThat(RunEntry.file(entry)).isEqualTo(40_000);
    assertThat(RunEntry.line(entry)).isEqualTo(line);
  }

  @Property
  void eventIdsOfOneInstantAndTopicCompareAsUtf8(
      @ForAll
          @StringLength(max = 4)
          @Chars({0, 'a', 'b'})
          @CharRange(from = '\u00e0', to = '\uffff')
          String one,
      @ForAll
          @StringLength(max = 4)
          @Chars({0, 'a', 'b'})
          @CharRange(from = '\u00e0', to = '\uffff')
          String other) {
    int expected = Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    int actual =
        RunEntry.ORDER.compare(
            RunEntry.encode(5, Topic.ORDERS, one, new byte[] {1}, 0, 1),
            RunEntry.encode(5, Topic.ORDERS, other, new byte[] {1}, 0, 1));
    assertThat(Integer.signum(actual)).isEqualTo(Integer.signum(expected));
  }

  @Test
  void timeComesFirstThenTheTopicsNameThenTheIdThenTheRecord() {
    byte[] wire = {1};
    assertThat(
            List.<byte[]>of(
                RunEntry.encode(-1, Topic.TRACKING, "z", wire, 0, 1),
                RunEntry.encode(1, Topic.TRACKING, "z", wire, 0, 1),
                RunEntry.encode(256, Topic.CONTACTS, "b", wire, 0, 1),
                RunEntry.encode(256, Topic.ORDERS, "a", wire, 9, 9),
                RunEntry.encode(256, Topic.ORDERS, "a", new byte[] {2}, 0, 1),
                RunEntry.encode(256, Topic.ORDERS, "aa", wire, 0, 1),
                RunEntry.encode(256, Topic.PERMISSIONS, "a", wire, 0, 1),
                RunEntry.encode(256, Topic.TRACKING, "a", wire, 0, 1),
                RunEntry.encode(256, Topic.TRACKING, "a", wire, 0, 2),
                RunEntry.encode(256, Topic.TRACKING, "a", wire, 1, 0),
                RunEntry.encode(4_102_444_800_000L, Topic.CONTACTS, "a", wire, 0, 1)))
        .isSortedAccordingTo(RunEntry.ORDER);
  }
}
