package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "payments")
public class Payment {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long orderId;
  private String provider;
  private String reference;

  @Embedded
  @AttributeOverride(name = "cents", column = @Column(name = "amount_cents"))
  private Money amount;

  @Enumerated(EnumType.STRING)
  private PaymentStatus status;

  private Instant createdAt;

  protected Payment() {}

  Payment(Long orderId, String provider, Charge charge, Money amount, Instant now) {
    this.orderId = orderId;
    this.provider = provider;
    this.reference = charge.reference();
    this.amount = amount;
    this.status = charge.settled() ? PaymentStatus.SETTLED : PaymentStatus.PENDING;
    this.createdAt = now;
  }

  public Long getId() {
    return id;
  }

  public Long getOrderId() {
    return orderId;
  }

  public String getProvider() {
    return provider;
  }

  public String getReference() {
    return reference;
  }

  public Money getAmount() {
    return amount;
  }

  public PaymentStatus getStatus() {
    return status;
  }

  void settle() {
    status = PaymentStatus.SETTLED;
  }

  void refund() {
    status = PaymentStatus.REFUNDED;
  }
}
