package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fifth law of profile ids: the same triple, the same id, for ever; another triple, another.
 */
class ProfileIdTest {

  /** Computed outside Java; these must never change. */
  @ParameterizedTest
  @CsvSource({
    "shop, EMAIL,     ada@example.com, 5bd7bd706585def141d3d1777d55e0a2",
    "shop, DEVICE_ID, ada@example.com, b00296f32e2a6e7479811958be2d4273",
    "butik-\u00E6, CONTACT_ID, \uD83D\uDE00, 3bc0bad93931a3d30cd061661217c1c9",
  })
  void itIsTheSameInEveryRun(String tenant, IdentifierKind kind, String value, String hex) {
    assertThat(ProfileId.of(tenant, new Identifier(kind, value)).hex()).isEqualTo(hex);
  }

  @Test
  void whatIsMovedAcrossABoundaryIsSomebodyElse() {
    assertThat(id("shop", "a")).isNotEqualTo(id("sho", "pa"));
    assertThat(id("shopemail", "a")).isNotEqualTo(id("shop", "emaila"));
    assertThat(id("shop\u0000\u0000\u0000\u0005email", "a"))
        .isNotEqualTo(id("shop", "email\u0000\u0000\u0000\u0001a"));
    assertThat(id("", "shop")).isNotEqualTo(id("shop", ""));
  }

  @Property(tries = 5_000)
  void otherTriplesHaveOtherIds(@ForAll("triples") Triple one, @ForAll("triples") Triple other) {
    assertThat(one.id().equals(other.id())).isEqualTo(one.equals(other));
  }

  @Test
  void itShowsNothingOfThePerson() {
    assertThat(id("shop", "ada@example.com").hex()).matches("[0-9a-f]{32}");
  }

  /** Computed outside Java; this must never change. */
  @Test
  void whoIsMeantAfterAnErasureIsTheSameInEveryRunAndAnotherAfterEach() {
    IdentifierKey ada =
        IdentifierKey.of("shop", new Identifier(IdentifierKind.EMAIL, "ada@example.com"));

    assertThat(ProfileId.afterErasure(ada, "request-1").hex())
        .isEqualTo("ba2fd16b92e036e1f644155d44c5ceed");
    assertThat(ProfileId.afterErasure(ada, "request-2"))
        .isNotEqualTo(ProfileId.afterErasure(ada, "request-1"));
    assertThat(ProfileId.afterErasure(ada, "request-1").hex()).isNotEqualTo(ada.hash());
  }

  record Triple(String tenant, IdentifierKind kind, String value) {
    ProfileId id() {
      return ProfileId.of(tenant, new Identifier(kind, value));
    }
  }

  /** Pieces that join to the same text in several ways. */
  @Provide
  Arbitrary<Triple> triples() {
    Arbitrary<String> parts = Arbitraries.of("", "e", "email", "eemail", "emaile", "emailemail");
    return Combinators.combine(parts, Arbitraries.of(IdentifierKind.class), parts).as(Triple::new);
  }

  private static ProfileId id(String tenant, String email) {
    return ProfileId.of(tenant, new Identifier(IdentifierKind.EMAIL, email));
  }
}
