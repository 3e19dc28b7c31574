package de.nordlicht.shop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "price_changes")
class PriceChange {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long productId;
  private long oldCents;
  private long newCents;
  private String changedBy;
  private Instant changedAt;

  protected PriceChange() {}

  PriceChange(Product product, long newCents, String changedBy, Instant changedAt) {
    this.productId = product.getId();
    this.oldCents = product.getPrice().cents();
    this.newCents = newCents;
    this.changedBy = changedBy;
    this.changedAt = changedAt;
  }
}
