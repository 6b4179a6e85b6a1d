package dev.kilde.profile.ingest;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.kilde.core.identity.PhoneNumbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Phone numbers as Google's libphonenumber reads them.
 *
 * <p>A number must be possible, that is, of a length its country has; whether it was ever given out
 * changes from week to week and is not asked. A local one, to be dialled within a town only, is
 * refused: two towns have it. An extension is left out. Not thread-safe: it remembers the latest
 * answers.
 */
public final class GooglePhoneNumbers implements PhoneNumbers {

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final Map<Written, Optional<String>> latest = new Latest();

  private record Written(String text, String country) {}

  @Override
  public Optional<String> e164(String text, String country) {
    return latest.computeIfAbsent(new Written(text, country), this::read);
  }

  private Optional<String> read(Written written) {
    PhoneNumber number;
    try {
      number = library.parse(written.text(), written.country());
    } catch (NumberParseException e) {
      return Optional.empty();
    }
    return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
        ? Optional.of(library.format(number, PhoneNumberFormat.E164))
        : Optional.empty();
  }

  /** The answers asked for last; about half a MiB when full. */
  private static final class Latest extends LinkedHashMap<Written, Optional<String>> {

    private static final int MOST = 2_000;
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Written, Optional<String>> eldest) {
      return size() > MOST;
    }
  }
}
