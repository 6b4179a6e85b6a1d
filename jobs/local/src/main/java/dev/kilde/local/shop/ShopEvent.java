package dev.kilde.local.shop;

import dev.kilde.schemas.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event of the shop.
 *
 * @param topic where it belongs
 * @param occurredAt when it happened, as in the record
 * @param event the record; not to be changed
 */
public record ShopEvent(Topic topic, Instant occurredAt, SpecificRecord event) {}
