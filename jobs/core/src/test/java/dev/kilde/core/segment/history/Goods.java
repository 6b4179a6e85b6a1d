package dev.kilde.core.segment.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which goods; null: any. */
record Goods(@Nullable String product, @Nullable String category, @Nullable String brand) {

  List<String> text() {
    List<String> text = new ArrayList<>();
    if (product != null) {
      text.add("product: " + product);
    }
    if (category != null) {
      text.add("category: " + category);
    }
    if (brand != null) {
      text.add("brand: " + brand);
    }
    return text;
  }

  boolean fit(@Nullable String its, @Nullable String path, @Nullable String itsBrand) {
    return (product == null || product.equals(its))
        && (category == null || (path + "/").startsWith(category + "/"))
        && (brand == null || brand.equals(itsBrand));
  }
}
