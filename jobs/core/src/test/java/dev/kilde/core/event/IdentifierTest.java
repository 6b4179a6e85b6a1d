package dev.kilde.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "  Ada@Example.COM\t",
        "\u00A0ada@example.com\u00A0", // pasted from a web page
        "\uFF41\uFF44\uFF41@example.com", // full width
      })
  void anEmailAddressIsTheSameHoweverItIsTyped(String typed) {
    assertThat(Identifier.of(IdentifierKind.EMAIL, typed).value()).isEqualTo("ada@example.com");
  }

  @Test
  void composedAndDecomposedAccentsAreOneAddress() {
    assertThat(Identifier.of(IdentifierKind.EMAIL, "rene\u0301@a.dk"))
        .isEqualTo(Identifier.of(IdentifierKind.EMAIL, "REN\u00C9@a.dk"));
  }

  @Test
  void otherIdentifiersKeepTheirCase() {
    assertThat(Identifier.of(IdentifierKind.DEVICE_ID, " aB\u2003").value()).isEqualTo("aB");
  }

  @Property
  void whatIsNormalisedStaysAsItIs(@ForAll IdentifierKind kind, @ForAll String raw) {
    Identifier once = Identifier.of(kind, raw);

    assertThat(Identifier.of(kind, once.value())).isEqualTo(once);
  }

  @Test
  void theStrongestNamesThePerson() {
    Identifiers identifiers =
        Identifiers.of(
            List.of(
                new Identifier(IdentifierKind.DEVICE_ID, "cookie"),
                new Identifier(IdentifierKind.CONTACT_ID, "7"),
                new Identifier(IdentifierKind.EMAIL, "a@a.dk")));

    assertThat(identifiers.strongest()).contains(new Identifier(IdentifierKind.CONTACT_ID, "7"));
    assertThat(Identifiers.NONE.strongest()).isEmpty();
  }
}
