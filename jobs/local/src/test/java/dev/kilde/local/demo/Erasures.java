package dev.kilde.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.local.shop.SampleShop;
import dev.kilde.local.shop.ShopEvent;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.IdentityChangeKind;
import dev.kilde.schemas.record.PrivacyKind;
import dev.kilde.schemas.record.PrivacyRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** What has to be true of erasures once everything has arrived. */
final class Erasures {

  private Erasures() {}

  /** What the job asked of itself it has read back from the topic, and done. */
  static void haveGoneAllTheirWay(Outputs told) {
    List<PrivacyRequest> derived =
        told.requests().stream().filter(Erasures::isDerivedErasure).toList();
    assertThat(derived).isNotEmpty();
    for (PrivacyRequest request : derived) {
      String weaker = hash(request.getTenant(), request.getLink().getFrom());
      assertThat(told.identityChanges())
          .as("what became of %s", request)
          .anyMatch(
              change ->
                  change.getChange() == IdentityChangeKind.erased
                      && request.getEventId().equals(change.getEventId())
                      && weaker.equals(change.getFrom()));
    }
  }

  /** Neither a document of their own nor a trace in somebody else's. */
  static void haveLeftNothing(Outputs told, SampleShop shop, Map<String, JsonNode> documents) {
    List<PrivacyRequest> asked =
        told.requests().stream().filter(Erasures::isErasureOfAPerson).toList();
    assertThat(asked).isNotEmpty();
    for (PrivacyRequest request : asked) {
      Set<String> identifiers = known(shop, request.getIdentifiers());
      assertThat(told.requests().stream().filter(Erasures::isDerivedErasure))
          .extracting(derived -> derived.getLink().getFrom())
          .containsAll(
              identifiers.stream().filter(each -> !each.startsWith("contactId:")).toList());
      for (String identifier : identifiers) {
        assertThat(documents)
            .doesNotContainKey(request.getTenant() + "/" + hash(request.getTenant(), identifier));
        String value = identifier.substring(identifier.indexOf(':') + 1);
        assertThat(documents.values())
            .noneMatch(document -> document.toString().contains('"' + value + '"'));
      }
    }
  }

  /** What the shop has seen beside the contact id: every identifier, {@code kind:value}. */
  private static Set<String> known(SampleShop shop, Identifiers person) {
    Set<String> known = new TreeSet<>();
    for (ShopEvent event : shop) {
      Identifiers who = Envelopes.identifiers(event.event());
      if (who != null && person.getContactId().equals(who.getContactId())) {
        for (Schema.Field kind : who.getSchema().getFields()) {
          if (who.get(kind.pos()) != null) {
            known.add(kind.name() + ":" + who.get(kind.pos()));
          }
        }
      }
    }
    return known;
  }

  private static boolean isErasureOfAPerson(PrivacyRequest request) {
    return request.getKind() == PrivacyKind.erase && request.getLink() == null;
  }

  private static boolean isDerivedErasure(PrivacyRequest request) {
    return request.getKind() == PrivacyKind.erase && request.getLink() != null;
  }

  /** What an identifier, {@code kind:value}, is called where it must not be told. */
  private static String hash(String tenant, String identifier) {
    String[] parts = identifier.split(":", 2);
    IdentifierKind kind =
        Arrays.stream(IdentifierKind.values())
            .filter(each -> each.field().equals(parts[0]))
            .findFirst()
            .orElseThrow();
    return IdentifierKey.of(tenant, new Identifier(kind, parts[1])).hash();
  }
}
