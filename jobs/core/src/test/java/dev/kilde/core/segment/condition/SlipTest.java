package dev.kilde.core.segment.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

  @ParameterizedTest
  @CsvSource({
    "country,   country, true",
    "contry,    country, true",
    "countrry,  country, true",
    "coumtry,   country, true",
    "coutnry,   country, true",
    "ountry,    country, true",
    "countrys,  country, true",
    "countryx,  country, true",
    "conutyr,   country, false",
    "cont,      country, false",
    "size,      city,    false",
    "cit,       city,    false",
    "citi,      city,    true",
  })
  void oneLetterIsASlipAndTwoAreAnotherWord(String written, String meant, boolean likely) {
    assertThat(Slip.isLikely(written, meant)).isEqualTo(likely);
    assertThat(Slip.isLikely(meant, written)).isEqualTo(likely);
  }
}
