package dev.kilde.core.identity.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sign-in that comes to be known after what it decides. */
class LateSignInTest {

  private static final Identifier DEVICE = new Identifier(IdentifierKind.DEVICE_ID, "computer");
  private static final Identifier A = new Identifier(IdentifierKind.EMAIL, "a@shop.dk");
  private static final Identifier B = new Identifier(IdentifierKind.EMAIL, "b@shop.dk");

  @Test
  void whatIsAlreadyWithOneMovesToTheOtherWhoHadSignedInBefore() {
    Chain chain = Chain.plain(IdentityRules.DEFAULT);
    chain.arrive(Says.under(DEVICE, A).signedIn("a", Told.minute(600)));
    chain.arrive(Says.under(DEVICE).viewed("noon", Told.minute(720), "tent"));
    chain.advance(Told.minute(780));
    chain.deliverAll();
    assertThat(viewedBy(chain, A)).containsExactly("tent");

    chain.arrive(Says.under(DEVICE, B).signedIn("b", Told.minute(660)));
    chain.advance(Told.day(1));
    chain.deliverAll();

    assertThat(viewedBy(chain, A)).isEmpty();
    assertThat(viewedBy(chain, B)).containsExactly("tent");
  }

  private static List<String> viewedBy(Chain chain, Identifier who) {
    Map<IdentifierKey, Profile> profiles = chain.profiles(Told.day(1));
    Profile profile = profiles.get(IdentifierKey.of(Chain.TENANT, who));
    return profile == null ? List.of() : profile.visits().lastViewed();
  }
}
