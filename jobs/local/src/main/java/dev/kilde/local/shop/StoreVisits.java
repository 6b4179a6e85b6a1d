package dev.kilde.local.shop;

import dev.kilde.schemas.record.Line;
import dev.kilde.schemas.record.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one person buys and brings back in the stores. */
final class StoreVisits {

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Assortment assortment;
  private final Till till;
  private int count;

  StoreVisits(
      Person person, Dice dice, Agenda agenda, Scribe scribe, Assortment assortment, Till till) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.assortment = assortment;
    this.till = till;
  }

  /** Buys something now. */
  void begin(Instant now) {
    Map<Article, Integer> pieces = new LinkedHashMap<>();
    int articles = 1 + dice.weighted(50, 28, 15, 7);
    for (int i = 0; i < articles; i++) {
      String department =
          dice.chance(0.6) ? dice.pick(person.interests()) : dice.pick(assortment.departments());
      Article article = dice.favourite(assortment.in(department));
      pieces.merge(article, article.consumable() ? dice.between(1, 5) : 1, Integer::sum);
    }
    Purchase purchase = new Purchase(pieces);
    String store = dice.favourite(Till.STORES);
    Till.Buyer buyer = till.serve(store);
    String receiptId = nextNumber();
    scribe.write(
        scribe
            .receipt(now, buyer)
            .setReceiptId(receiptId)
            .setStoreId(store)
            .setTotal(purchase.total())
            .setLines(purchase.lines(null))
            .build());
    if (dice.chance(person.persona().returns)) {
      planReturn(now, store, buyer, receiptId, purchase);
    }
  }

  /** The receipt alone is enough; half show again what they showed before. */
  private void planReturn(
      Instant now, String store, Till.Buyer buyer, String receiptId, Purchase purchase) {
    LocalDate day = Rhythm.day(now).plusDays(dice.between(1, 14));
    agenda.plan(
        Rhythm.inStore(day, dice),
        then -> {
          List<Purchase.Returned> back = purchase.takeBack(dice);
          if (back.isEmpty()) {
            return;
          }
          Till.Buyer who = dice.chance(0.5) ? buyer : Till.Buyer.ANYBODY;
          scribe.write(returned(then, store, who, receiptId, back));
          if (!purchase.isReturned() && dice.chance(0.2)) {
            planReturn(then, store, buyer, receiptId, purchase);
          }
        });
  }

  private Receipt returned(
      Instant now, String store, Till.Buyer buyer, String receiptId, List<Purchase.Returned> back) {
    List<Line> lines =
        back.stream().map(part -> Purchase.line(part.item(), -part.pieces()).build()).toList();
    return scribe
        .receipt(now, buyer)
        .setReceiptId(nextNumber())
        .setStoreId(store)
        .setReturnOf(receiptId)
        .setTotal(lines.stream().map(Line::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add))
        .setLines(lines)
        .build();
  }

  private String nextNumber() {
    return String.format(Locale.ROOT, "r%07d-%03d", person.number(), ++count);
  }
}
