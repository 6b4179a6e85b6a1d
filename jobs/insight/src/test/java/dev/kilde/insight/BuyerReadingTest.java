package dev.kilde.insight;

import static dev.kilde.insight.Buyers.MIDNIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.record.Behaviour;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.KnownIdentifiers;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.Purchases;
import dev.kilde.schemas.record.Rfm;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuyerReadingTest {

  private static final String ANNA = "a".repeat(32);
  private static final Instant LAST = Instant.parse("2026-02-25T10:00:00Z");

  private final BuyerReading reading = new BuyerReading();

  @Test
  void aDocumentWithRfmIsABuyerAsOfItsAsOf() throws Exception {
    BuyerNews news = read(document(rfm(2, "250.500000", LAST)));
    assertThat(news)
        .isEqualTo(
            new BuyerNews(
                "acme", ANNA, MIDNIGHT, Buyers.buyer("2026-02-25T10:00:00Z", 2, "250.5")));
  }

  @Test
  void aDocumentThatOnlySaysHowManyDaysAgoMeansWholeDays() throws Exception {
    BuyerNews news = read(document(rfm(2, "250.500000", null)));
    assertThat(news.buyer().last()).isEqualTo(MIDNIGHT.minus(Duration.ofDays(4)));
  }

  @Test
  void aDocumentWithoutRfmIsNoBuyer() throws Exception {
    assertThat(read(document(null))).isEqualTo(new BuyerNews("acme", ANNA, MIDNIGHT, null));
  }

  @Test
  void aTombstoneIsNoBuyerAsOfItsTimestamp() throws Exception {
    assertThat(reading.read(("a/b/" + ANNA).getBytes(UTF_8), null, MIDNIGHT.toEpochMilli()))
        .isEqualTo(new BuyerNews("a/b", ANNA, MIDNIGHT, null));
  }

  @Test
  void whatSaysNothingOfAnybodyIsRefusedWithItsReason() {
    assertRefused("not_avro", new byte[] {1, 2, 3});
    assertRefused("not_avro", "no avro at all".getBytes(UTF_8));
    assertRefused("wrong_type", new WireForm().encode(new Tick(MIDNIGHT)));
    assertRefused("number_out_of_range", document(rfm(0, "1.000000", LAST)));
    assertRefused("number_out_of_range", document(rfm(1, "0.000000", LAST)));
    assertThatThrownBy(() -> reading.read("acme".getBytes(UTF_8), null, 1))
        .hasMessageContaining("TENANT/PROFILEID");
    assertThatThrownBy(() -> reading.read("acme/anna".getBytes(UTF_8), null, 1))
        .hasMessageContaining("32 hexadecimal digits");
    assertThatThrownBy(() -> reading.read(null, null, 1)).isInstanceOf(RejectedException.class);
    assertThatThrownBy(() -> reading.read(("a/" + ANNA).getBytes(UTF_8), null, -1))
        .hasMessageContaining("not within 1970-2100");
  }

  private void assertRefused(String code, byte[] value) {
    assertThatThrownBy(() -> read(value))
        .isInstanceOfSatisfying(
            RejectedException.class,
            refused -> assertThat(refused.rejection().reason().code()).isEqualTo(code));
  }

  private BuyerNews read(byte[] value) throws RejectedException {
    return reading.read(null, value, 7);
  }

  private static Rfm rfm(int frequency, String monetary, @Nullable Instant lastAt) {
    return Rfm.newBuilder()
        .setRecencyDays(4)
        .setFrequency(frequency)
        .setMonetary(new BigDecimal(monetary))
        .setR(5)
        .setF(2)
        .setM(3)
        .setGroup("potential_loyalists")
        .setLastAt(lastAt)
        .build();
  }

  private static byte[] document(@Nullable Rfm rfm) {
    return new WireForm()
        .encode(
            ProfileDocument.newBuilder()
                .setTenant("acme")
                .setProfileId(ANNA)
                .setIdentifiers(KnownIdentifiers.newBuilder().build())
                .setContact(ContactFields.newBuilder().build())
                .setFirstSeenAt(Instant.EPOCH)
                .setLastSeenAt(Instant.EPOCH)
                .setBehaviour(Behaviour.newBuilder().build())
                .setRfm(rfm)
                .setPurchases(
                    Purchases.newBuilder().setNetTotal(new BigDecimal("0.000000")).build())
                .setAsOf(MIDNIGHT)
                .setRevision(1)
                .build());
  }
}
