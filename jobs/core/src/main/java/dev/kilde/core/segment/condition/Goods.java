package dev.kilde.core.segment.condition;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Which goods are meant: every part that is given has to fit.
 *
 * @param product its id; null: any
 * @param category path; one below it fits, too; null: any
 * @param brand null: any
 */
record Goods(@Nullable String product, @Nullable String category, @Nullable String brand) {

  static final Field<String> PRODUCT =
      Field.optional("product", new Shape.Text("tent-2"), "The product's id; any if left out.");

  static final Field<String> CATEGORY =
      Field.optional(
          "category",
          new Shape.Text("outdoor/tents"),
          "A category's path, those below it included; any if left out.");

  static final Field<String> BRAND =
      Field.optional("brand", new Shape.Text("Nordisk"), "The brand; any if left out.");

  static Goods of(Arguments given) {
    return new Goods(given.get(PRODUCT), given.get(CATEGORY), given.get(BRAND));
  }

  /** Nothing is asked of them. */
  boolean any() {
    return product == null && category == null && brand == null;
  }

  boolean fit(
      @Nullable String itsProduct, @Nullable String itsCategory, @Nullable String itsBrand) {
    return (product == null || product.equals(itsProduct))
        && (category == null || isWithin(itsCategory, category))
        && (brand == null || brand.equals(itsBrand));
  }

  /** {@code a/b/c} is within {@code a/b}, {@code a/bc} is not. */
  private static boolean isWithin(@Nullable String path, String category) {
    return path != null
        && path.startsWith(category)
        && (path.length() == category.length()
            || category.endsWith("/")
            || path.charAt(category.length()) == '/');
  }

  /** Empty: any goods. */
  String words() {
    return Wording.sentence(
        product == null ? "" : "product " + product,
        category == null ? "" : "category " + category,
        brand == null ? "" : "brand " + brand);
  }
}
