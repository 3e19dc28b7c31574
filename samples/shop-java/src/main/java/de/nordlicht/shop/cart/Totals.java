package de.nordlicht.shop.cart;

import de.nordlicht.shop.common.Money;

public record Totals(Money goods, Money discount, Money shipping, Money vat) {

  public Money payable() {
    return goods.minus(discount).plus(shipping);
  }
}
