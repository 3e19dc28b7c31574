package de.nordlicht.shop.orders;

import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Entity
@Table(name = "orders")
public class Order {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String number;
  private Long userId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status = OrderStatus.PLACED;

  @Embedded
  @AttributeOverride(name = "cents", column = @Column(name = "total_cents"))
  private Money total;

  private String country;
  private Instant createdAt;
  private Instant updatedAt;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<OrderItem> items = new ArrayList<>();

  protected Order() {}

  public Order(String number, Long userId, String country, Money total, Instant now) {
    this.number = number;
    this.userId = userId;
    this.country = country;
    this.total = total;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void add(OrderItem item) {
    items.add(item);
  }

  void become(OrderStatus next, Instant now) {
    if (!status.mayBecome(next)) {
      throw new ShopException("The order is " + status.name().toLowerCase(Locale.ROOT) + ".");
    }
    status = next;
    updatedAt = now;
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public Long getUserId() {
    return userId;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public Money getTotal() {
    return total;
  }

  public String getCountry() {
    return country;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public List<OrderItem> getItems() {
    return List.copyOf(items);
  }
}
