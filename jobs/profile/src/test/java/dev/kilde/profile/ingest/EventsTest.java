package dev.kilde.profile.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Content;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.PermissionChannel;
import dev.kilde.schemas.record.PermissionEvidence;
import dev.kilde.schemas.record.PermissionStatus;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {

  @ParameterizedTest
  @CsvSource({
    "granted, double_opt_in_clicked, true",
    "granted, 'said yes at the till', true",
    "granted, form_submitted,        false",
    "granted, ' ',                   false",
    "granted, ,                      false",
    "pending, form_submitted,        false",
    "revoked, unsubscribe_clicked,   false",
  })
  void aGrantIsConfirmedByAnActionThatIsMoreThanTheForm(
      PermissionStatus status, @Nullable String finalAction, boolean confirmed) {
    PermissionEvidence evidence =
        PermissionEvidence.newBuilder().setFinalAction(finalAction).build();

    assertThat(said(status, evidence).confirmed()).isEqualTo(confirmed);
  }

  @Test
  void withoutEvidenceNothingIsConfirmed() {
    assertThat(said(PermissionStatus.granted, null).confirmed()).isFalse();
  }

  private static PermissionChanged said(
      PermissionStatus status, @Nullable PermissionEvidence evidence) {
    PermissionChange change =
        PermissionChange.newBuilder()
            .setTenant("shop")
            .setEventId("1")
            .setOccurredAt(Instant.EPOCH)
            .setIdentifiers(Identifiers.newBuilder().setEmail("ada@example.com").build())
            .setTrust(Trust.stated)
            .setChannel(PermissionChannel.email)
            .setPurpose("newsletter")
            .setStatus(status)
            .setEvidence(evidence)
            .build();
    return (PermissionChanged) Events.of(change, Content.of(new byte[0])).orElseThrow();
  }
}
