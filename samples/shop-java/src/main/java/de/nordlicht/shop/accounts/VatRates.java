package de.nordlicht.shop.accounts;

import de.nordlicht.shop.catalog.VatClass;
import de.nordlicht.shop.common.Money;
import java.util.Map;

/** Rates of value added tax. Here, because the form of addresses needed the countries first. */
public final class VatRates {

  private record Rates(int standard, int reduced) {}

  private static final Map<String, Rates> RATES =
      Map.of(
          "DE", new Rates(1_900, 700),
          "AT", new Rates(2_000, 1_000),
          "CH", new Rates(810, 260),
          "GB", new Rates(2_000, 500),
          "NL", new Rates(2_100, 900));

  private VatRates() {}

  static boolean supports(String country) {
    return RATES.containsKey(country);
  }

  public static int basisPoints(String country, VatClass vatClass) {
    Rates rates = RATES.getOrDefault(country, RATES.get("DE"));
    return switch (vatClass) {
      case STANDARD -> rates.standard();
      case REDUCED -> rates.reduced();
      case ZERO -> 0;
    };
  }

  public static Money contained(Money gross, int rate) {
    long cents = Money.rounded(gross.cents() * rate, Money.BASIS_POINTS + rate);
    return new Money(cents, gross.currency());
  }
}
