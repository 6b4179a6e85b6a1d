package dev.kilde.insight;

import static dev.kilde.insight.Buyers.MIDNIGHT;
import static dev.kilde.insight.Buyers.NEXT;
import static dev.kilde.insight.Buyers.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What is kept and sent comes back as it was. */
class FormatsTest {

  private static final Buyer ANNA = buyer("2026-02-27T10:00:00.123Z", 1_000, "0.000001");
  private static final Buyer BO = buyer("1969-12-31T23:59:59.999Z", 1, "12345678901234567890");

  @Test
  void newsChangesAndCountedBuyers() throws IOException {
    assertSame(new BuyerNews.WireFormat(), new BuyerNews("t", "p", MIDNIGHT, ANNA));
    assertSame(new BuyerNews.WireFormat(), new BuyerNews("ø", "", MIDNIGHT, null));
    assertSame(new BuyerChange.WireFormat(), new BuyerChange("t", 31, NEXT, ANNA, BO));
    assertSame(new BuyerChange.WireFormat(), new BuyerChange("t", 0, NEXT, null, null));
    assertSame(new CountedBuyer.StateFormat(), new CountedBuyer(BO, MIDNIGHT));
  }

  @Test
  void theCourseOfModels() throws IOException {
    BreakPoints some = Population.exact(List.of(ANNA), MIDNIGHT);
    BreakPoints others = Population.exact(List.of(ANNA, BO), MIDNIGHT);
    assertSame(new ModelCourse.StateFormat(), ModelCourse.START);
    assertSame(new ModelCourse.StateFormat(), new ModelCourse(NEXT, some, others));
    assertSame(new ModelCourse.StateFormat(), new ModelCourse(NEXT, null, some));
  }

  @Test
  void deltas() throws IOException {
    Population population = new Population();
    population.add(ANNA);
    population.remove(BO);
    PopulationDelta delta = new PopulationDelta("t", NEXT, population);
    PopulationDelta back = back(new PopulationDelta.WireFormat(), delta);
    assertThat(back.tenant()).isEqualTo("t");
    assertThat(back.midnight()).isEqualTo(NEXT);
    assertThat(back.population()).usingRecursiveComparison().isEqualTo(population);
  }

  private static <T> void assertSame(Format<T> format, T value) throws IOException {
    assertThat(back(format, value)).isEqualTo(value);
  }

  private static <T> T back(Format<T> format, T value) throws IOException {
    FormatSerializer<T> serializer = new FormatSerializer<>(format);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    T back = serializer.deserialize(in);
    assertThat(in.available()).as("all that was written is read").isZero();
    return back;
  }
}
