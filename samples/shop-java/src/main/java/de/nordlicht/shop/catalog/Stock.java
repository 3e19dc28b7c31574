package de.nordlicht.shop.catalog;

import de.nordlicht.shop.common.ShopException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "stock")
public class Stock {

  @Id private Long productId;
  private int onHand;
  private int reserved;

  protected Stock() {}

  public Stock(Long productId, int onHand) {
    this.productId = productId;
    this.onHand = onHand;
  }

  public Long getProductId() {
    return productId;
  }

  public int getOnHand() {
    return onHand;
  }

  public int available() {
    return onHand - reserved;
  }

  void reserve(int quantity) {
    if (available() < quantity) {
      throw new ShopException("Not all articles are in stock any more.");
    }
    reserved += quantity;
  }

  void release(int quantity) {
    reserved = Math.max(0, reserved - quantity);
  }

  void ship(int quantity) {
    if (reserved < quantity || onHand < quantity) {
      throw new IllegalStateException("product " + productId + " was not reserved");
    }
    reserved -= quantity;
    onHand -= quantity;
  }

  public void recount(int counted) {
    onHand = counted;
  }
}
