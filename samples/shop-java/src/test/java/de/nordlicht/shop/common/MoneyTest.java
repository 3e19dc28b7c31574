package de.nordlicht.shop.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({"1000, 500, 50", "5, 5000, 3", "-5, 5000, -3", "0, 1900, 0"})
  void halvesGoAwayFromZero(long cents, int basisPoints, long expected) {
    assertEquals(expected, Money.euros(cents).share(basisPoints).cents());
  }

  @Test
  void currenciesDoNotMix() {
    assertThrows(
        IllegalArgumentException.class, () -> Money.euros(1).plus(new Money(1, "CHF")));
    assertThrows(IllegalArgumentException.class, () -> new Money(1, "euro"));
  }
}
