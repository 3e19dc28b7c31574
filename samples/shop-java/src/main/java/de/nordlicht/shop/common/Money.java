package de.nordlicht.shop.common;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in minor units. Rounding is commercial: halves go away from zero. */
@Embeddable
public record Money(long cents, String currency) implements Comparable<Money> {

  public static final int BASIS_POINTS = 10_000;

  public Money {
    Currency.getInstance(currency);
  }

  public static Money euros(long cents) {
    return new Money(cents, "EUR");
  }

  public static Money zero() {
    return euros(0);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(cents, same(other).cents), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, same(other).cents), currency);
  }

  public Money times(int factor) {
    return new Money(Math.multiplyExact(cents, (long) factor), currency);
  }

  public Money share(int basisPoints) {
    return new Money(rounded(cents * basisPoints, BASIS_POINTS), currency);
  }

  public static long rounded(long numerator, long denominator) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  public boolean isPositive() {
    return cents > 0;
  }

  private Money same(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, same(other).cents);
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(cents, 2).toPlainString() + " " + currency;
  }
}
