package de.nordlicht.shop.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "stock_movements")
class StockMovement {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long productId;
  private int quantity;
  private String reason;
  private Instant createdAt;

  protected StockMovement() {}

  StockMovement(Long productId, int quantity, String reason, Instant createdAt) {
    this.productId = productId;
    this.quantity = quantity;
    this.reason = reason;
    this.createdAt = createdAt;
  }
}
