package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.Money;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Settles at once. */
@Component
class CardProvider implements PaymentProvider {

  private final Gateway gateway;

  CardProvider(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "card";
  }

  @Override
  public Charge charge(Money amount, Means means) {
    if (!luhnValid(means.cardNumber())) {
      throw new Declined("This is not the number of a card.");
    }
    Map<String, String> answer =
        gateway.post(
            "/cards/charges",
            Map.of(
                "cents", amount.cents(),
                "currency", amount.currency(),
                "card", means.cardNumber()));
    return new Charge(answer.get("charge"), true);
  }

  @Override
  public void refund(String reference, Money amount) {
    gateway.post("/cards/charges/" + reference + "/refunds", Map.of("cents", amount.cents()));
  }

  static boolean luhnValid(String number) {
    int[] digits =
        number == null
            ? new int[0]
            : number.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
    int sum = 0;
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[digits.length - 1 - i];
      int doubled = digit * 2;
      sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
    }
    return digits.length >= 12 && sum % 10 == 0;
  }
}
