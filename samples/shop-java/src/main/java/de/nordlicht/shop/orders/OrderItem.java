package de.nordlicht.shop.orders;

import de.nordlicht.shop.catalog.Product;
import de.nordlicht.shop.catalog.VatClass;
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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A line as it was ordered; the product may change its name and its price later. */
@Entity
@Table(name = "order_items")
public class OrderItem {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(optional = false)
  private Order order;

  private Long productId;
  private String name;
  private int quantity;

  @Embedded
  @AttributeOverride(name = "cents", column = @Column(name = "unit_cents"))
  private Money unit;

  @Enumerated(EnumType.STRING)
  private VatClass vatClass;

  protected OrderItem() {}

  OrderItem(Order order, Product product, int quantity) {
    this.order = order;
    this.productId = product.getId();
    this.name = product.getName();
    this.quantity = quantity;
    this.unit = product.getPrice();
    this.vatClass = product.getVatClass();
  }

  public Long getProductId() {
    return productId;
  }

  public String getName() {
    return name;
  }

  public int getQuantity() {
    return quantity;
  }

  public Money total() {
    return unit.times(quantity);
  }

  public VatClass getVatClass() {
    return vatClass;
  }
}
