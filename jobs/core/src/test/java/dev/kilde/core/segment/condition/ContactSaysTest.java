package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import dev.kilde.core.event.ContactChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactSaysTest {

  private static final Somebody ADA_SAYS =
      who(
          new ContactChanged(
              ADA.viewed("1", day(1), "").envelope(),
              "Ada",
              null,
              LocalDate.of(1990, 5, 17),
              "DK",
              "da",
              "Europe/Copenhagen",
              "Aarhus",
              "8000",
              List.of("vip", "staff"),
              List.of("tents"),
              Map.of(
                  "size", "42.5",
                  "club", "gold",
                  "country", "NO",
                  "since", "2024-03-01",
                  "lastCall", "2024-03-02T10:00:00+01:00",
                  "blank", "")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact: { field: firstName, is: Ada }                          | true",
        "contact: { field: firstName, is: ada }                          | false",
        "contact: { field: country, is: DK }                             | true",
        "contact: { field: country, isNot: DK }                          | false",
        "contact: { field: country, isNot: SE }                          | true",
        "contact: { field: country, in: [SE, DK] }                       | true",
        "contact: { field: country, in: [SE, NO] }                       | false",
        "contact: { field: attributes.country, is: NO }                  | true",
        "contact: { field: language, is: da }                            | true",
        "contact: { field: timeZone, is: Europe/Copenhagen }             | true",
        "contact: { field: city, is: Aarhus }                            | true",
        "contact: { field: lastName, is: Lovelace }                      | false",
        "contact: { field: lastName, isNot: Lovelace }                   | true",
        "contact: { field: lastName, isNot: Lovelace, exists: true }     | false",
        "contact: { field: lastName, exists: false }                     | true",
        "contact: { field: lastName, exists: true }                      | false",
        "contact: { field: firstName, exists: true }                     | true",
        "contact: { field: blank, exists: true }                         | false",
        "contact: { field: customerGroups, is: staff }                   | true",
        "contact: { field: customerGroups, isNot: staff }                | false",
        "contact: { field: customerGroups, is: vip, in: [staff, guest] } | true",
        "contact: { field: interests, in: [maps, tents] }                | true",
        "contact: { field: interests, in: [maps, boats] }                | false",
        "contact: { field: club, is: gold }                              | true",
        "contact: { field: attributes.club, is: gold }                   | true",
        "contact: { field: size, atLeast: 42.5 }                         | true",
        "contact: { field: size, atLeast: 42.6 }                         | false",
        "contact: { field: size, atLeast: 40, atMost: 42 }               | false",
        "contact: { field: club, atLeast: -5 }                           | false",
        "contact: { field: nowhere, atMost: 5 }                          | false",
        "contact: { field: postalCode, atLeast: 8000, atMost: 8999 }     | true",
        "contact: { field: birthDate, is: 1990-05-17 }                   | true",
        "contact: { field: birthDate, before: 1990-05-17 }               | false",
        "contact: { field: birthDate, before: 1990-05-17T00:00:00.001Z } | true",
        "contact: { field: birthDate, after: 1990-05-17 }                | false",
        "contact: { field: birthDate, after: 1990-05-16, before: 1990-05-18 } | true",
        "contact: { field: since, after: 2024-02-29 }                    | true",
        "contact: { field: lastCall, after: 2024-03-02T08:59:59Z }       | true",
        "contact: { field: lastCall, after: 2024-03-02T09:00:00Z }       | false",
        "contact: { field: club, before: 2024-03-02 }                    | false",
      })
  void aFieldIsWhatEveryPartThatIsGivenSays(String condition, boolean value) {
    ADA_SAYS.holds(condition, day(2), value, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact: { field: country } | - | nothing is asked of country",
        "contact: { field: country, is: DK, isNot: DK } | isNot | nothing is DK and is not",
        "contact: { field: country, is: DK, in: [SE, NO] } | in | DK is none of these",
        "contact: { field: country, in: [SE, SE], isNot: SE } | isNot | nothing is SE and is not",
        "contact: { field: country, is: DK, exists: false } | exists | what is not given is not"
            + " anything",
        "contact: { field: size, atLeast: 1, exists: false } | exists | what is not given is not"
            + " anything",
        "contact: { field: size, atLeast: 2, atMost: 1 } | atMost | nothing is at least 2 and at"
            + " most 1",
        "contact: { field: country, atLeast: 2 } | atLeast | country is no number",
        "contact: { field: interests, atMost: 2 } | atMost | interests is no number",
        "contact: { field: birthDate, atMost: 2 } | atMost | birthDate is no number",
        "contact: { field: country, before: 2024-01-01 } | before | country is no date",
        "contact: { field: postalCode, after: 2024-01-01 } | after | postalCode is no date",
        "contact: { field: birthDate, is: May } | is | birthDate is never May",
        "contact: { field: birthDate, in: [1990-05-17, May] } | in | birthDate is never May",
        "contact: { field: birthDate, before: 2024-01-01, after: 2024-01-01 } | before | nothing"
            + " lies before 2024-01-01T00:00:00Z and after 2024-01-01T00:00:00Z",
        "contact: { field: contry, is: DK } | field | there is no contact field contry",
        "contact: { field: birth_date, exists: true } | field | there is no contact field"
            + " birth_date",
        "contact: { field: Country, is: DK } | field | there is no contact field Country",
      })
  void whatCannotMeanAnythingIsAMistake(String condition, String field, String what) {
    Mistakes.in(condition, field, what);
  }

  @Test
  void itTellsItselfInWords() {
    assertThat(Written.condition("contact: { field: country, in: [DK, NO], isNot: SE }").words())
        .isEqualTo("country is not SE and is one of DK, NO");
    assertThat(Written.condition("contact: { field: size, atLeast: 40, exists: true }").words())
        .isEqualTo("size is given and is at least 40");
    assertThat(Written.condition("contact: { field: since, after: 2024-01-01 }").words())
        .isEqualTo("since lies after 2024-01-01T00:00:00Z");
    assertThat(ADA_SAYS.actual("contact: { field: customerGroups, is: x }", day(2)))
        .isEqualTo("vip, staff");
    assertThat(ADA_SAYS.actual("contact: { field: lastName, is: x }", day(2)))
        .isEqualTo("not given");
  }
}
