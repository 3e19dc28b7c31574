package de.nordlicht.shop.orders;

import java.util.EnumSet;
import java.util.Set;

public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED,
  CANCELLED,
  REFUNDED;

  boolean mayBecome(OrderStatus next) {
    return following().contains(next);
  }

  private Set<OrderStatus> following() {
    return switch (this) {
      case PLACED -> EnumSet.of(PAID, CANCELLED);
      case PAID -> EnumSet.of(SHIPPED, CANCELLED, REFUNDED);
      case SHIPPED -> EnumSet.of(REFUNDED);
      case CANCELLED, REFUNDED -> EnumSet.noneOf(OrderStatus.class);
    };
  }
}
