package dev.kilde.profile;

import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import org.apache.flink.util.OutputTag;

/** What leaves a stage beside its main output. */
public final class SideOutputs {

  /** Inputs that could not be used, from ingest. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypeInfo.of(Topic.DEAD_LETTERS, DeadLetter.class));

  /** Orders and receipts, from ingest to the purchase stage. */
  public static final OutputTag<PurchaseInput> PURCHASES =
      new OutputTag<>("purchases", PurchaseInput.TYPE);

  private SideOutputs() {}
}
