package dev.kilde.insight;

import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a profile document, or that there is none any more, says of somebody as a buyer.
 *
 * @param at event time from which it is so
 * @param buyer null: no purchase counts, or the person is no more
 */
record BuyerNews(String tenant, String profileId, Instant at, @Nullable Buyer buyer) {

  /** Flink's view. */
  static final FormatTypeInfo<BuyerNews> TYPE =
      FormatTypeInfo.of(BuyerNews.class, new WireFormat());

  /** The key of the person, as on the topic. */
  String person() {
    return tenant + "/" + profileId;
  }

  /** How it travels. */
  public static final class WireFormat implements Format<BuyerNews> {

    private static final long serialVersionUID = 1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(BuyerNews news, StateWriter out) throws IOException {
      out.text(news.tenant());
      out.text(news.profileId());
      out.instant(news.at());
      BuyerFormat.writeOptional(news.buyer(), out);
    }

    @Override
    public BuyerNews read(int version, StateReader in) throws IOException {
      return new BuyerNews(in.text(), in.text(), in.instant(), BuyerFormat.readOptional(in));
    }
  }
}
