package dev.kilde.local.shop;

import java.math.BigDecimal;

/**
 * One thing the shop sells, in one size.
 *
 * @param productId its number
 * @param variantGroup what all sizes share
 * @param title its name
 * @param category its category path, {@code a/b}
 * @param brand its brand
 * @param price of one piece, in kroner
 * @param consumable whether it is used up and bought again
 */
record Article(
    String productId,
    String variantGroup,
    String title,
    String category,
    String brand,
    BigDecimal price,
    boolean consumable) {

  /** The first part of the category path. */
  String department() {
    return category.substring(0, category.indexOf('/'));
  }

  /** Address of its page within the site. */
  String path() {
    return "p/" + productId;
  }
}
