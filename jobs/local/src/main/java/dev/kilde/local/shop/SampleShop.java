package dev.kilde.local.shop;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Product;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The sample shop: an outdoor shop with a site, three stores and a newsletter. Its events come in
 * order of {@code occurredAt}, made one by one as they are asked for; memory grows with the number
 * of people, not of events.
 *
 * <p>An event carries what its source knows: most site visits only the device, receipts often only
 * a card. So there are not as many profiles as {@link #people()}: somebody who never says so on the
 * second device is two, and who asked to be forgotten is none.
 */
public final class SampleShop implements Iterable<ShopEvent> {

  private final ShopOptions options;

  /** A shop that has not begun yet. */
  public SampleShop(ShopOptions options) {
    this.options = options;
  }

  /** How many people have at least one event: all of them, since a life begins with one. */
  public int people() {
    return options.people();
  }

  /**
   * The events from the first to the last; each call begins anew, and every time they are the same.
   */
  @Override
  public Iterator<ShopEvent> iterator() {
    return new Course(options);
  }

  /** One person's place in the queue. */
  private record Turn(Instant at, int number, Life life) {}

  private static final class Course implements Iterator<ShopEvent> {

    private final PriorityQueue<Turn> turns =
        new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingInt(Turn::number));
    private final ArrayDeque<ShopEvent> ready = new ArrayDeque<>();

    Course(ShopOptions options) {
      Assortment assortment = new Assortment();
      for (Article article : assortment.articles()) {
        ready.add(listed(options, article));
      }
      for (int number = 0; number < options.people(); number++) {
        enqueue(number, new Life(options, assortment, number, ready::add));
      }
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !turns.isEmpty()) {
        Turn turn = turns.remove();
        turn.life().proceed();
        enqueue(turn.number(), turn.life());
      }
      return !ready.isEmpty();
    }

    @Override
    public ShopEvent next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the shop has closed");
      }
      return ready.remove();
    }

    private void enqueue(int number, Life life) {
      @Nullable Instant next = life.next();
      if (next != null) {
        turns.add(new Turn(next, number, life));
      }
    }
  }

  private static ShopEvent listed(ShopOptions options, Article article) {
    Product product =
        Product.newBuilder()
            .setTenant(options.tenant())
            .setEventId("feed-" + article.productId())
            .setOccurredAt(options.start())
            .setTrust(Trust.verified)
            .setProductId(article.productId())
            .setVariantGroup(article.variantGroup())
            .setTitle(article.title())
            .setCategory(article.category())
            .setBrand(article.brand())
            .setPrice(article.price())
            .setCurrency(Assortment.CURRENCY)
            .setInStock(true)
            .setUrl(SiteScript.SITE + article.path())
            .setImageUrl("https://img.fjeldrev.example/" + article.variantGroup() + ".jpg")
            .setConsumable(article.consumable())
            .build();
    return new ShopEvent(Topic.PRODUCTS, options.start(), product);
  }
}
