package dev.kilde.profile.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.Catalogue;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.segment.Membership;
import dev.kilde.profile.Sample;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownPersonTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  private static final KnownPerson ANNA =
      new KnownPerson(
          "shop",
          "abc",
          List.of(new Membership("quiet", 7, T), new Membership("vip", 1, T.plusSeconds(1))),
          SomeFacts.of(
              Sample.viewed("e", T, "tent").byContact("anna"),
              Sample.order("o", T, "1").byContact("anna")));

  @Test
  void aLineHoldsEveryFact() throws IOException {
    KnownPerson read = KnownPerson.read(ANNA.line());

    assertThat(read.tenant()).isEqualTo("shop");
    assertThat(read.profileId()).isEqualTo("abc");
    assertThat(read.memberships()).isEqualTo(ANNA.memberships());
    for (Fact<?> fact : Catalogue.FACTS) {
      assertThat((Object) read.facts().get(fact)).as(fact.name()).isEqualTo(ANNA.facts().get(fact));
    }
    assertThat(read.facts().get(Visits.FACT)).isNotEqualTo(Visits.FACT.empty());
    assertThat(read.facts().get(Purchases.FACT)).isNotEqualTo(Purchases.FACT.empty());
  }

  @Test
  void aLineIsFoundByItsBeginning() {
    assertThat(ANNA.line()).startsWith(KnownPerson.beginning("abc"));
    assertThat(ANNA.line()).doesNotStartWith(KnownPerson.beginning("ab"));
  }

  @Test
  void whatIsCutShortIsRefused() {
    assertThatThrownBy(() -> KnownPerson.read(knowing("AQ=="))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> KnownPerson.read(knowing("*"))).hasMessageContaining("base 64");
  }

  private static String knowing(String known) {
    return ANNA.line().replaceFirst("\"known\":.*", "\"known\":\"" + known + "\"}");
  }
}
