package de.nordlicht.shop.payments;

public enum PaymentStatus {
  PENDING,
  SETTLED,
  REFUNDED
}
