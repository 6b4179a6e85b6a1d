package dev.kilde.profile.output;

import dev.kilde.core.event.Event;
import dev.kilde.core.keeper.Effect;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.HeldRecord;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.wire.WireForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Writes everything held on a person as the person may read it. Not thread-safe. */
public final class ProfileExports {

  private final Map<String, BigDecimal> rates;
  private final WireForm wire = new WireForm();
  private final JsonForm json = new JsonForm();

  /**
   * @param rates what one unit of a currency is worth in the tenant's
   */
  public ProfileExports(Map<String, BigDecimal> rates) {
    this.rates = rates;
  }

  /**
   * The export: the profile, every input it was made of, but for the names of others, and what no
   * input tells: journeys, what was sent, what counts towards the caps.
   */
  public ProfileExport of(Effect.Exported exported) {
    return new ProfileExport(
        exported.tenant(),
        exported.profileId().hex(),
        exported.request(),
        exported.at(),
        exported.profile() == null ? null : ProfileDocuments.of(exported.profile(), rates),
        exported.events().stream().map(this::record).toList(),
        Ledgers.journeys(exported.ledger()),
        Ledgers.sentSteps(exported.ledger()),
        Ledgers.capSlots(exported.ledger()));
  }

  private HeldRecord record(Event event) {
    Topic topic = Topic.named(event.id().stream().topic()).orElseThrow();
    try {
      SpecificRecord record = wire.decode(topic, event.envelope().content().bytes());
      if (event.envelope().identifiers().all().isEmpty()) {
        record.put(record.getSchema().getField("identifiers").pos(), null);
      }
      byte[] text = json.write(record);
      return new HeldRecord(
          topic.topicName(),
          event.id().id(),
          event.occurredAt(),
          new String(text, StandardCharsets.UTF_8));
    } catch (RejectedException e) {
      throw new IllegalStateException("an event that was accepted cannot be read", e);
    }
  }
}
