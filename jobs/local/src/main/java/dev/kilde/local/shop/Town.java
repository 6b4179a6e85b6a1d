package dev.kilde.local.shop;

import java.util.List;

/**
 * Where somebody lives.
 *
 * @param name of the town
 * @param postalCode of the town
 * @param country ISO 3166-1 alpha-2
 * @param language spoken there, BCP 47
 * @param dialCode of the country, with the plus
 */
record Town(String name, String postalCode, String country, String language, String dialCode) {

  /** All towns, the one with most customers first. */
  static final List<Town> ALL =
      List.of(
          new Town("København", "2100", "DK", "da", "+45"),
          new Town("Aarhus", "8000", "DK", "da", "+45"),
          new Town("Odense", "5000", "DK", "da", "+45"),
          new Town("Aalborg", "9000", "DK", "da", "+45"),
          new Town("Esbjerg", "6700", "DK", "da", "+45"),
          new Town("Malmö", "211 20", "SE", "sv", "+46"),
          new Town("Roskilde", "4000", "DK", "da", "+45"),
          new Town("Flensburg", "24937", "DE", "de", "+49"),
          new Town("Svendborg", "5700", "DK", "da", "+45"),
          new Town("Oslo", "0150", "NO", "nb", "+47"),
          new Town("Viborg", "8800", "DK", "da", "+45"));
}
