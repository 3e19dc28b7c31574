package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "refunds")
class Refund {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long paymentId;
  private long amountCents;
  private String reason;
  private Instant createdAt;

  protected Refund() {}

  Refund(Payment payment, Money amount, String reason, Instant now) {
    this.paymentId = payment.getId();
    this.amountCents = amount.cents();
    this.reason = reason;
    this.createdAt = now;
  }

  long getAmountCents() {
    return amountCents;
  }
}
