package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlocklistTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0000",
        "00000000-0000-0000-0000-000000000000",
        "----",
        "xxxx-XXXX",
        "0x0",
        "************",
        "?",
        "\u2013", // en dash
        "[]",
        "{}",
        "+",
      })
  void fillersNameNobodyWhateverTheList(String filler) {
    for (IdentifierKind kind : IdentifierKind.values()) {
      assertThat(Blocklist.EMPTY.blocks(new Identifier(kind, filler))).as("%s", kind).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "22", "1111", "aaaa", "0001", "x7", "\uD83D\uDE00", "\u00E6"})
  void otherRepeatedCharactersMayBeSomebody(String value) {
    assertThat(Blocklist.DEFAULT.blocks(new Identifier(IdentifierKind.CONTACT_ID, value)))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(IdentifierKind.class)
  void whatProgramsWriteForNobodyIsBlockedForEveryKind(IdentifierKind kind) {
    for (String word : new String[] {"anonymous", "NULL", "Undefined", "n/a", "guest", "-1"}) {
      assertThat(Blocklist.DEFAULT.blocks(new Identifier(kind, word))).as("%s", word).isTrue();
      assertThat(Blocklist.DEFAULT.blocks(new Identifier(kind, word + "7")))
          .as("%s7", word)
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL,     noreply@shop.example,       true",
    "EMAIL,     no-reply@a.dk,              true",
    "EMAIL,     test@test.com,              true",
    "EMAIL,     test@test.dk,               true",
    "EMAIL,     test@shop.dk,               false",
    "EMAIL,     nora.noreply@a.dk,          false",
    "EMAIL,     ada@example.com,            false",
    "EMAIL,     guest.house@a.dk,           false",
    "PHONE,     +4500000000,                true",
    "PHONE,     +10000000000,               true",
    "PHONE,     +4532000000,                false",
    "DEVICE_ID, 9774d56d682e549c,           true",
    "DEVICE_ID, 02:00:00:00:00:00,          true",
    "DEVICE_ID, 9774d56d682e549d,           false",
    "CARD_TOKEN, 9774d56d682e549c,          false",
  })
  void theBuiltInListKnowsTheAddressesNumbersAndDevicesOfNobody(
      IdentifierKind kind, String value, boolean blocked) {
    assertThat(Blocklist.DEFAULT.blocks(new Identifier(kind, value))).isEqualTo(blocked);
  }

  @Test
  void aPatternMatchesTheWholeValueInAnyLetterCase() {
    Blocklist shop =
        new Blocklist(
            BlockedValues.NONE,
            Map.of(IdentifierKind.EMAIL, BlockedValues.of("*@Shop.example", "till-*@*.example")));

    assertThat(blocks(shop, "info@shop.EXAMPLE")).isTrue();
    assertThat(blocks(shop, "till-7@store.example")).isTrue();
    assertThat(blocks(shop, "till-@.example")).isTrue();
    assertThat(blocks(shop, "info@shop.example.com")).isFalse();
    assertThat(blocks(shop, "a.till-7@store.example")).isFalse();
    assertThat(shop.blocks(new Identifier(IdentifierKind.CONTACT_ID, "info@shop.example")))
        .isFalse();
  }

  @Test
  void twoListsBlockWhatEitherDoes() {
    Blocklist one =
        new Blocklist(
            BlockedValues.of("one"), Map.of(IdentifierKind.EMAIL, BlockedValues.of("*@one")));
    Blocklist two =
        new Blocklist(
            BlockedValues.of("two"),
            Map.of(
                IdentifierKind.EMAIL,
                BlockedValues.of("a@two"),
                IdentifierKind.PHONE,
                BlockedValues.of("+1")));

    Blocklist both = one.and(two);

    assertThat(both)
        .isEqualTo(
            new Blocklist(
                BlockedValues.of("TWO", " one "),
                Map.of(
                    IdentifierKind.EMAIL,
                    BlockedValues.of("a@two", "*@one"),
                    IdentifierKind.PHONE,
                    BlockedValues.of("+1"))));
    assertThat(both.and(both)).isEqualTo(both);
    assertThat(both).hasSameHashCodeAs(two.and(one));
  }

  @Test
  void aKindWithoutValuesIsAsGoodAsNotNamed() {
    assertThat(new Blocklist(BlockedValues.NONE, Map.of(IdentifierKind.EMAIL, BlockedValues.NONE)))
        .isEqualTo(Blocklist.EMPTY);
  }

  @Test
  void aListTravelsToTheMachinesThatUseIt() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(IdentityRules.DEFAULT);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(IdentityRules.DEFAULT);
    }
  }

  private static boolean blocks(Blocklist list, String email) {
    return list.blocks(new Identifier(IdentifierKind.EMAIL, email));
  }
}
