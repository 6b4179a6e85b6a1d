package dev.kilde.profile;

import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;

/** What leaves a stage beside its main output. */
public final class SideOutputs {

  /** Inputs that could not be used, from ingest. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypeInfo.of(Topic.DEAD_LETTERS, DeadLetter.class));

  /** What became of links and identifiers, from ingest and every tier. */
  public static final OutputTag<IdentityChange> IDENTITY_CHANGES =
      new OutputTag<>(
          "identity-changes", RecordTypeInfo.of(Topic.IDENTITY_CHANGES, IdentityChange.class));

  /** Who entered which segment or left it, from every tier. */
  public static final OutputTag<SegmentChange> SEGMENT_CHANGES =
      new OutputTag<>(
          "segment-changes", RecordTypeInfo.of(Topic.SEGMENT_CHANGES, SegmentChange.class));

  /** Definitions and models, from ingest. */
  public static final OutputTag<RuleUpdate> RULES = new OutputTag<>("rules", RuleUpdate.TYPE);

  /** Everything held on people who asked, from every tier. */
  public static final OutputTag<ProfileExport> EXPORTS =
      new OutputTag<>("exports", RecordTypeInfo.of(Topic.EXPORTS, ProfileExport.class));

  /** Erasures that have to reach weaker tiers or the stage of purchases, from every tier. */
  public static final OutputTag<PrivacyRequest> ERASURES =
      new OutputTag<>("erasures", RecordTypeInfo.of(Topic.PRIVACY, PrivacyRequest.class));

  /** What is known of everybody at the end of a replay, a line each, from every tier. */
  public static final OutputTag<String> KNOWN = new OutputTag<>("known", Types.STRING);

  private static final List<OutputTag<KeeperInput>> TIERS =
      Arrays.stream(IdentifierKind.values())
          .map(kind -> new OutputTag<>("to-" + kind.field(), KeeperInput.TYPE))
          .toList();

  private SideOutputs() {}

  /** Messages to identifiers of a kind. */
  @SuppressWarnings("EnumOrdinal") // of a list made in that order
  public static OutputTag<KeeperInput> to(IdentifierKind kind) {
    return TIERS.get(kind.ordinal());
  }
}
