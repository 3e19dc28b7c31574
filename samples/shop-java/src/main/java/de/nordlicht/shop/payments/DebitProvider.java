package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.Money;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Settles days later; the gateway tells the webhook. */
@Component
class DebitProvider implements PaymentProvider {

  private final Gateway gateway;

  DebitProvider(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public String name() {
    return "debit";
  }

  @Override
  public Charge charge(Money amount, Means means) {
    var answer =
        gateway.post("/debits", Map.of("cents", amount.cents(), "mandate", means.mandate()));
    return new Charge(answer.get("debit"), false);
  }

  @Override
  public void refund(String reference, Money amount) {
    gateway.post("/debits/" + reference + "/returns", Map.of("cents", amount.cents()));
  }
}
