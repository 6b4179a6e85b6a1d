package dev.kilde.profile.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange;
import dev.kilde.schemas.record.IdentityChangeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityChangesTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsNameOnTheWire(IdentityChange.Kind kind) {
    assertThat(IdentityChanges.of(new IdentityChange("shop", kind, "a", "b", null, "e", T)))
        .isEqualTo(
            new dev.kilde.schemas.record.IdentityChange(
                "shop",
                IdentityChangeKind.valueOf(kind.name().toLowerCase(Locale.ROOT)),
                "a",
                "b",
                null,
                "e",
                T));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsToldByItsCode(ReasonCode reason) {
    assertThat(
            IdentityChanges.of(
                    new IdentityChange(
                        "shop", IdentityChange.Kind.REFUSED, "a", null, reason, "e", T))
                .getReason())
        .isEqualTo(reason.code());
  }

  /** Readers depend on them: the docs list them. */
  @Test
  void reasonsAreThoseReleased() {
    assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code))
        .containsExactlyInAnyOrder(
            "blocked", "limit", "conflict", "untrusted", "too_late", "no_such_link");
  }

  @Test
  void aBlockedIdentifierIsToldByItsHash() {
    Identifier nobody = Identifier.of(IdentifierKind.EMAIL, "noreply@shop.dk");
    assertThat(IdentityChanges.blocked("shop", nobody, "e", T))
        .isEqualTo(
            new dev.kilde.schemas.record.IdentityChange(
                "shop",
                IdentityChangeKind.refused,
                IdentifierKey.of("shop", nobody).hash(),
                null,
                "blocked",
                "e",
                T))
        .asString()
        .doesNotContain("noreply");
  }
}
