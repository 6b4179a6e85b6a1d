package dev.kilde.profile.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.identity.PhoneNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooglePhoneNumbersTest {

  private final PhoneNumbers phones = new GooglePhoneNumbers();

  @ParameterizedTest
  @CsvSource({
    "DK, 32 12 34 56,          +4532123456",
    "DK, 32-12-34-56,          +4532123456",
    "DK, 32.12.34.56,          +4532123456",
    "DK, +45 32 12 34 56,      +4532123456",
    "DK, 0045 32123456,        +4532123456",
    "DK, 4532123456,           +4532123456",
    "DK, (+45) 32123456,       +4532123456",
    "DK, tlf. 32 12 34 56,     +4532123456",
    "DK, 32123456 ext. 7,      +4532123456",
    "DK, +46 70 123 45 67,     +46701234567",
    "SE, 070-123 45 67,        +46701234567",
    "SE, +45 32 12 34 56,      +4532123456",
    "DE, 030 123456,           +4930123456",
    "IT, 06 6982,              +39066982",
    "US, (650) 253-0000,       +16502530000",
    "US, 1-650-FLOWERS,        +16503569377",
    "DK, \uFF13\uFF12\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16, +4532123456",
  })
  void aNumberIsTheSameHoweverItIsWritten(String country, String text, String expected) {
    assertThat(phones.e164(text, country)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DK, 123",
    "DK, 321234567890123",
    "DK, +45 123",
    "DK, +999 12345678",
    "DK, by mail",
    "DK, ada@example.com",
    "DK, ''",
    "DK, +",
    "US, 253-0000", // seven digits are dialled within a town
    "AQ, 32123456", // no such country has numbers of its own
    "dk, 32123456", // no country
  })
  void whatCannotBeANumberIsNone(String country, String text) {
    assertThat(phones.e164(text, country)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"+4532123456", "+46701234567", "+39066982", "+16502530000", "+4930123456"})
  void aNumberInItsFormStaysAsItIsWhateverTheCountry(String number) {
    for (String country : new String[] {"DK", "SE", "US", "DE", "AQ"}) {
      assertThat(phones.e164(number, country)).contains(number);
    }
  }

  @Test
  void theSameTextIsAnotherNumberInAnotherCountry() {
    assertThat(phones.e164("32123456", "DK")).contains("+4532123456");
    assertThat(phones.e164("32123456", "NO")).contains("+4732123456");
    assertThat(phones.e164("32123456", "DK")).contains("+4532123456");
  }

  @Test
  void answersStayRightWhenMoreNumbersCameThanAreRemembered() {
    for (int round = 0; round < 2; round++) {
      for (int number = 32_000_000; number < 32_005_000; number++) {
        assertThat(phones.e164(Integer.toString(number), "DK")).contains("+45" + number);
      }
    }
  }
}
