package dev.kilde.core.identity;

import java.util.Optional;

/** Knows how the world writes its phone numbers. */
public interface PhoneNumbers {

  /**
   * The number in the one form it is compared in, E.164: {@code +4532123456}. A number in that form
   * stays as it is, whatever the country.
   *
   * @param text as somebody wrote it
   * @param country of a number without a country code: ISO 3166, two letters
   * @return empty if it cannot be the number of a phone, or not of one only
   */
  Optional<String> e164(String text, String country);
}
