package dev.kilde.local.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything the shop sells. Within a department the best-liked model comes first. */
final class Assortment {

  /** What all prices are in. */
  static final String CURRENCY = "DKK";

  private static final String[] ONE_SIZE = {""};
  private static final String[] SHOES = {"38", "40", "42", "44", "46"};
  private static final String[] CLOTHES = {"S", "M", "L", "XL"};

  private final List<Article> articles = new ArrayList<>();
  private final Map<String, List<Article>> departments = new LinkedHashMap<>();

  Assortment() {
    tents();
    sleeping();
    boots();
    clothing();
    carrying();
    cooking();
    smallThings();
    for (Article article : articles) {
      departments.computeIfAbsent(article.department(), key -> new ArrayList<>()).add(article);
    }
  }

  /** All articles, in a fixed order. */
  List<Article> articles() {
    return articles;
  }

  /** First parts of all category paths, in a fixed order. */
  List<String> departments() {
    return List.copyOf(departments.keySet());
  }

  /**
   * All articles of a department, the best-liked first; never empty for one of {@link
   * #departments}.
   */
  List<Article> in(String department) {
    return departments.getOrDefault(department, List.of());
  }

  private void tents() {
    add(
        "tent-heden-2",
        "Heden 2 trekking tent",
        "tents/trekking",
        "Fjordland",
        "2499.00",
        ONE_SIZE);
    add(
        "tent-heden-3",
        "Heden 3 trekking tent",
        "tents/trekking",
        "Fjordland",
        "2999.00",
        ONE_SIZE);
    add("tent-klit-4", "Klit 4 family tent", "tents/family", "Vesterhav", "3799.00", ONE_SIZE);
    add("tent-klit-6", "Klit 6 family tent", "tents/family", "Vesterhav", "5299.00", ONE_SIZE);
    add("tent-granit-1", "Granit solo tent", "tents/trekking", "Granit", "3199.00", ONE_SIZE);
    add("tarp-lyng", "Lyng tarp 3 x 3", "tents/tarps", "Lynghede", "599.95", ONE_SIZE);
    add("pegs-12", "Twelve tent pegs", "tents/accessories", "Lynghede", "89.95", ONE_SIZE);
  }

  private void sleeping() {
    add("bag-nord-0", "Nord 0 down bag", "sleeping-bags/down", "Nordvind", "1899.00", ONE_SIZE);
    add("bag-nord-10", "Nord -10 down bag", "sleeping-bags/down", "Nordvind", "2699.00", ONE_SIZE);
    add("bag-eng", "Eng summer bag", "sleeping-bags/synthetic", "Lynghede", "499.95", ONE_SIZE);
    add(
        "bag-child",
        "Ræv children's bag",
        "sleeping-bags/synthetic",
        "Lynghede",
        "399.95",
        ONE_SIZE);
    add("mat-luft", "Luft air mat", "mats/air", "Nordvind", "899.00", ONE_SIZE);
    add("mat-skum", "Skum foam mat", "mats/foam", "Lynghede", "179.95", ONE_SIZE);
    add("pillow-sky", "Sky pillow", "mats/pillows", "Nordvind", "199.95", ONE_SIZE);
  }

  private void boots() {
    add("boot-aske", "Aske hiking boots", "boots/hiking", "Granit", "1499.00", SHOES);
    add("boot-sten", "Sten mountain boots", "boots/hiking", "Granit", "2299.00", SHOES);
    add("boot-rim", "Rim winter boots", "boots/winter", "Nordvind", "1299.00", SHOES);
    add("shoe-sti", "Sti trail shoes", "boots/trail", "Fjordland", "999.95", SHOES);
  }

  private void clothing() {
    add("jacket-regn", "Regn shell jacket", "jackets/shell", "Vesterhav", "1799.00", CLOTHES);
    add("jacket-dun", "Dun down jacket", "jackets/insulated", "Nordvind", "1599.00", CLOTHES);
    add("jacket-vind", "Vind wind jacket", "jackets/shell", "Vesterhav", "799.95", CLOTHES);
    add("trousers-sti", "Sti trousers", "trousers/hiking", "Fjordland", "899.95", CLOTHES);
    add("socks-uld", "Wool socks", "socks/wool", "Lynghede", "129.95", ONE_SIZE);
    add("socks-3", "Three pairs of liners", "socks/liners", "Lynghede", "149.95", ONE_SIZE);
  }

  private void carrying() {
    add("pack-dag-20", "Dag 20 day pack", "backpacks/day", "Fjordland", "699.95", ONE_SIZE);
    add("pack-tur-55", "Tur 55 trekking pack", "backpacks/trekking", "Granit", "1799.00", ONE_SIZE);
    add("pack-tur-70", "Tur 70 trekking pack", "backpacks/trekking", "Granit", "2099.00", ONE_SIZE);
    add("drybag-10", "Dry bag 10 l", "backpacks/accessories", "Vesterhav", "149.95", ONE_SIZE);
  }

  private void cooking() {
    used("gas-230", "Gas canister 230 g", "fuel/gas", "Glød", "54.95");
    used("gas-450", "Gas canister 450 g", "fuel/gas", "Glød", "84.95");
    used("spirit-1l", "Spirit 1 l", "fuel/liquid", "Glød", "49.95");
    add("stove-glod", "Glød gas stove", "stoves/gas", "Glød", "449.95", ONE_SIZE);
    add("stove-storm", "Storm spirit stove", "stoves/spirit", "Glød", "749.00", ONE_SIZE);
    add("pot-2", "Two pots with a lid", "stoves/pots", "Glød", "299.95", ONE_SIZE);
    used("food-chili", "Chili sin carne, freeze-dried", "food/freeze-dried", "Gryde", "64.95");
    used("food-pasta", "Pasta, freeze-dried", "food/freeze-dried", "Gryde", "59.95");
    used("food-porridge", "Porridge, freeze-dried", "food/freeze-dried", "Gryde", "44.95");
    used("food-bar", "Oat bar", "food/snacks", "Gryde", "14.95");
  }

  private void smallThings() {
    used("care-wax", "Boot wax", "care/boots", "Granit", "79.95");
    used("care-wash", "Down wash", "care/textile", "Nordvind", "99.95");
    used("care-spray", "Water-proofing spray", "care/textile", "Vesterhav", "119.95");
    add("lamp-pande", "Pande head lamp", "lights/head-lamps", "Glød", "349.95", ONE_SIZE);
    add("lamp-lejr", "Lejr camp lantern", "lights/lanterns", "Glød", "249.95", ONE_SIZE);
    used("batteries-4", "Four batteries", "lights/batteries", "Glød", "39.95");
  }

  private void used(String id, String title, String category, String brand, String price) {
    articles.add(new Article(id, id, title, category, brand, new BigDecimal(price), true));
  }

  private void add(
      String group, String title, String category, String brand, String price, String[] sizes) {
    for (String size : sizes) {
      String id = size.isEmpty() ? group : group + "-" + size.toLowerCase(Locale.ROOT);
      String name = size.isEmpty() ? title : title + " " + size;
      articles.add(new Article(id, group, name, category, brand, new BigDecimal(price), false));
    }
  }
}
