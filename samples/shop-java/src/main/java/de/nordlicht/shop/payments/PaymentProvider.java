package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.Money;

/** A way to pay. */
interface PaymentProvider {

  String name();

  Charge charge(Money amount, Means means);

  void refund(String reference, Money amount);
}
