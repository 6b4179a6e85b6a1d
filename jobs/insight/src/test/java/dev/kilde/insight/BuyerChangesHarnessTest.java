package dev.kilde.insight;

import static dev.kilde.insight.Buyers.MIDNIGHT;
import static dev.kilde.insight.Buyers.NEXT;
import static dev.kilde.insight.Buyers.buyer;
import static dev.kilde.insight.Buyers.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kilde.core.score.rfm.Buyer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuyerChangesHarnessTest {

  private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
  private static final Buyer ONCE = buyer("2026-02-27T10:00:00Z", 1, "100");
  private static final Buyer TWICE = buyer("2026-03-01T10:59:00Z", 2, "250.5");

  private StageHarness<String, BuyerNews, BuyerChange> people;

  @BeforeEach
  void start() throws Exception {
    people =
        new StageHarness<>(
            () -> new BuyerChanges(Buyers.ZONES),
            BuyerNews::person,
            Types.STRING,
            BuyerChange.TYPE,
            new EmbeddedRocksDBStateBackend());
  }

  @AfterEach
  void stop() throws Exception {
    people.close();
  }

  @Test
  void whoChangesIsTakenOutAsBeforeAndPutInAsNow() throws Exception {
    people.process(news(1, NOON, ONCE));
    people.process(news(1, NOON.plusSeconds(1), TWICE));
    people.restart(3);
    people.process(news(1, NOON.plusSeconds(2), null));
    assertThat(people.told())
        .extracting(BuyerChange::before, BuyerChange::after)
        .containsExactly(tuple(null, ONCE), tuple(ONCE, TWICE), tuple(TWICE, null));
    people.restart(2);
    assertThat(people.rows()).as("of who is no buyer nothing is kept").isZero();
  }

  @Test
  void newsThatSayTheSameOfTheBuyerSayNothing() throws Exception {
    people.process(news(1, NOON, null));
    people.process(news(1, NOON, ONCE));
    people.told();
    people.process(news(1, NOON.plusSeconds(1), buyer("2026-02-27T10:00:00Z", 1, "100.000000")));
    people.restart(1);
    people.process(news(1, NEXT, ONCE));
    assertThat(people.told()).isEmpty();
  }

  @Test
  void aChangeCountsFromTheFirstMidnightNotBeforeIt() throws Exception {
    people.process(news(1, MIDNIGHT, ONCE));
    people.process(news(2, MIDNIGHT.plusMillis(1), ONCE));
    assertThat(people.told()).extracting(BuyerChange::midnight).containsExactly(MIDNIGHT, NEXT);
  }

  @Test
  void aChangeWhoseMidnightHasPassedCountsFromTheNextOne() throws Exception {
    people.watermark(MIDNIGHT.minusMillis(1));
    people.process(news(1, NOON, ONCE));
    people.watermark(MIDNIGHT);
    people.process(news(2, NOON, ONCE));
    assertThat(people.told()).extracting(BuyerChange::midnight).containsExactly(MIDNIGHT, NEXT);
  }

  @Test
  void nobodyIsTakenOutBeforeBeingPutInThoughDocumentsComeAgain() throws Exception {
    people.process(news(1, NOON, ONCE));
    people.process(news(1, NEXT, TWICE));
    people.restart(2);
    people.process(news(1, NOON, ONCE));
    people.process(news(1, NEXT, TWICE));
    assertThat(people.told())
        .extracting(BuyerChange::midnight)
        .containsExactly(MIDNIGHT, NEXT, NEXT, NEXT);
  }

  @Test
  void theLargestTenantIsSpreadOverAllShards() throws Exception {
    Set<Integer> shards = new HashSet<>();
    for (int person = 0; person < 1_000; person++) {
      people.process(news(person, NOON, ONCE));
    }
    people.told().forEach(change -> shards.add(change.shard()));
    assertThat(shards).hasSize(BuyerChanges.SHARDS);
  }

  @Test
  void ofTwoTenantsTheSameIdIsTwoPeople() throws Exception {
    people.process(new BuyerNews("a", Buyers.id(1), NOON, ONCE));
    people.process(new BuyerNews("b", Buyers.id(1), NOON, ONCE));
    assertThat(people.told())
        .extracting(BuyerChange::tenant, BuyerChange::before)
        .containsExactly(tuple("a", null), tuple("b", null));
  }
}
