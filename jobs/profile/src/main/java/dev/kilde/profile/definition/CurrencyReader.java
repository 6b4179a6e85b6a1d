package dev.kilde.profile.definition;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Currencies of ISO 4217, past ones included, and what they are worth. */
final class CurrencyReader {

  private static final BigDecimal LEAST_RATE = new BigDecimal("0.000001");
  private static final BigDecimal GREATEST_RATE = new BigDecimal("1000000");

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private CurrencyReader() {}

  /** A currency code; null after telling that it is none. */
  static @Nullable String currency(Value value) {
    String text = value.text();
    return text == null || isCurrency(value.name(), text, value) ? text : null;
  }

  private static boolean isCurrency(String name, String code, Value value) {
    if (CURRENCIES.contains(code)) {
      return true;
    }
    String upper = code.toUpperCase(Locale.ROOT);
    value.wrong(
        name + " cannot be " + Quoted.of(code),
        CURRENCIES.contains(upper)
            ? "did you mean " + upper + "?"
            : "write the three letters of ISO 4217, such as DKK");
    return false;
  }

  /** Rates of currencies to the tenant's own; null after telling that it is no mapping. */
  static @Nullable Map<String, BigDecimal> rates(Value value, String own) {
    Fields fields = value.openMapping();
    if (fields == null) {
      return null;
    }
    Map<String, BigDecimal> rates = new TreeMap<>();
    fields
        .values()
        .forEach(
            (code, rate) -> {
              Value key = new Value(code, fields.at(code), value.problems());
              BigDecimal worth = rate.decimal(LEAST_RATE, GREATEST_RATE);
              if (!isCurrency("a currency of rates", code, key) || worth == null) {
                return;
              }
              if (code.equals(own) && worth.compareTo(BigDecimal.ONE) != 0) {
                rate.wrong(
                    own + " is the tenant's own currency, its rate is 1", "remove this line");
              }
              rates.put(code, worth);
            });
    return rates;
  }
}
