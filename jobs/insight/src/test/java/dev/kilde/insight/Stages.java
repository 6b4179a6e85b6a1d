package dev.kilde.insight;

import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.state.StateBackend;

/** The three keyed stages, each with its subtasks, one behind the other. */
final class Stages implements AutoCloseable {

  static final Duration SETTLE = Duration.ofSeconds(10);

  private final StageHarness<String, BuyerNews, BuyerChange> people;
  private final StageHarness<Tuple3<String, Integer, Long>, BuyerChange, PopulationDelta> shards;
  private final StageHarness<String, PopulationDelta, Model> tenants;
  private final List<Model> models = new ArrayList<>();

  Stages(TenantZones zones, StateBackend backend) throws Exception {
    people =
        new StageHarness<>(
            () -> new BuyerChanges(zones),
            BuyerNews::person,
            Types.STRING,
            BuyerChange.TYPE,
            backend);
    shards =
        new StageHarness<>(
            PopulationDeltas::new,
            BuyerChange::addedUp,
            BuyerChange.ADDED_UP,
            PopulationDelta.TYPE,
            backend);
    tenants =
        new StageHarness<>(
            () -> new TenantModels(zones, SETTLE),
            PopulationDelta::tenant,
            Types.STRING,
            RecordTypeInfo.of(Topic.MODELS, Model.class),
            backend);
  }

  void news(BuyerNews news) throws Exception {
    people.process(news);
    flow();
  }

  void watermark(Instant instant) throws Exception {
    people.watermark(instant);
    flow();
    shards.watermark(instant);
    flow();
    tenants.watermark(instant);
    flow();
  }

  /** The machine's clock passes the time that models wait. */
  void settle() throws Exception {
    tenants.pass(SETTLE.toMillis());
    flow();
  }

  /** Stops with a savepoint and starts from it at another parallelism. */
  void restart(int parallelism) throws Exception {
    people.restart(parallelism);
    shards.restart(parallelism);
    tenants.restart(parallelism);
    flow();
  }

  /** Models since asked last. */
  List<Model> models() {
    List<Model> all = List.copyOf(models);
    models.clear();
    return all;
  }

  @Override
  public void close() throws Exception {
    people.close();
    shards.close();
    tenants.close();
  }

  private void flow() throws Exception {
    for (BuyerChange change : people.told()) {
      shards.process(change);
    }
    for (PopulationDelta delta : shards.told()) {
      tenants.process(delta);
    }
    models.addAll(tenants.told());
  }
}
