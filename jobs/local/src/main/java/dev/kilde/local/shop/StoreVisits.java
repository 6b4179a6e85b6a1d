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

/**
 * What one person buys and brings back in the stores; every receipt carries the loyalty card shown
 * at the till.
 */
final class StoreVisits {

  private static final List<String> STORES = List.of("cph-01", "aar-01", "ode-01");

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Assortment assortment;
  private int count;

  StoreVisits(Person person, Dice dice, Agenda agenda, Scribe scribe, Assortment assortment) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.assortment = assortment;
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
    String store = dice.favourite(STORES);
    String receiptId = nextNumber();
    scribe.write(
        scribe
            .receipt(now)
            .setReceiptId(receiptId)
            .setStoreId(store)
            .setTotal(purchase.total())
            .setLines(purchase.lines(null))
            .build());
    if (dice.chance(person.persona().returns)) {
      planReturn(now, store, receiptId, purchase);
    }
  }

  private void planReturn(Instant now, String store, String receiptId, Purchase purchase) {
    LocalDate day = Rhythm.day(now).plusDays(dice.between(1, 14));
    agenda.plan(
        Rhythm.inStore(day, dice),
        then -> {
          List<Purchase.Returned> back = purchase.takeBack(dice);
          if (back.isEmpty()) {
            return;
          }
          scribe.write(returned(then, store, receiptId, back));
          if (!purchase.isReturned() && dice.chance(0.2)) {
            planReturn(then, store, receiptId, purchase);
          }
        });
  }

  private Receipt returned(
      Instant now, String store, String receiptId, List<Purchase.Returned> back) {
    List<Line> lines =
        back.stream().map(part -> Purchase.line(part.item(), -part.pieces()).build()).toList();
    return scribe
        .receipt(now)
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
