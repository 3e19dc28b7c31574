package de.nordlicht.shop.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardProviderTest {

  @ParameterizedTest
  @CsvSource({
    "4242424242424242, true",
    "4000 0000 0000 0002, true",
    "4242424242424241, false",
    "42, false",
    ", false"
  })
  void numbersAreChecked(String number, boolean expected) {
    assertEquals(expected, CardProvider.luhnValid(number));
  }
}
