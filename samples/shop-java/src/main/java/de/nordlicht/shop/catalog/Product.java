package de.nordlicht.shop.catalog;

import de.nordlicht.shop.common.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "products")
public class Product {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Category category;

  private String sku;
  private String name;
  private String description = "";

  @Embedded
  @AttributeOverride(name = "cents", column = @Column(name = "price_cents"))
  private Money price;

  @Enumerated(EnumType.STRING)
  private VatClass vatClass = VatClass.STANDARD;

  private boolean active = true;

  protected Product() {}

  public Product(Category category, String sku, String name, Money price) {
    this.category = category;
    this.sku = sku;
    this.name = name;
    this.price = price;
  }

  public Long getId() {
    return id;
  }

  public String getSku() {
    return sku;
  }

  public String getName() {
    return name;
  }

  public String getDescription() {
    return description;
  }

  public Money getPrice() {
    return price;
  }

  void setPrice(Money price) {
    this.price = price;
  }

  public VatClass getVatClass() {
    return vatClass;
  }

  public boolean isActive() {
    return active;
  }

  void retire() {
    active = false;
  }
}
