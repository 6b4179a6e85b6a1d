package dev.kilde.profile.replay;

import dev.kilde.profile.Tally;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.schemas.record.ProfileDocument;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The documents among the updates, counted. */
final class Documents extends RichFlatMapFunction<ProfileUpdate, ProfileDocument> {

  static final String WRITTEN = "profiles-written";

  private static final long serialVersionUID = 1;

  private transient @Nullable Tally written;

  @Override
  public void open(OpenContext context) {
    written = new Tally(getRuntimeContext(), getRuntimeContext().getMetricGroup(), WRITTEN);
  }

  @Override
  public void flatMap(ProfileUpdate update, Collector<ProfileDocument> out) {
    ProfileDocument document = update.document();
    if (document != null) {
      Objects.requireNonNull(written).increment();
      out.collect(document);
    }
  }
}
