package de.nordlicht.shop.cart;

import de.nordlicht.shop.catalog.Product;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@Entity
@Table(name = "carts")
public class Cart {

  public static final int MOST_PIECES = 99;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String token;
  private Long userId;
  private String coupon = "";
  private Instant updatedAt;

  @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("id")
  private List<CartItem> items = new ArrayList<>();

  protected Cart() {}

  public Cart(String token, Instant now) {
    this.token = token;
    this.updatedAt = now;
  }

  public List<CartItem> getItems() {
    return Collections.unmodifiableList(items);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public String getCoupon() {
    return coupon;
  }

  void add(Product product, int quantity, Instant now) {
    for (CartItem item : items) {
      if (item.getProduct().equals(product)) {
        item.setQuantity(Math.min(item.getQuantity() + quantity, MOST_PIECES));
        updatedAt = now;
        return;
      }
    }
    items.add(new CartItem(this, product, quantity));
    updatedAt = now;
  }

  void change(Long productId, int quantity, Instant now) {
    if (quantity <= 0) {
      items.removeIf(item -> item.getProduct().getId().equals(productId));
    } else {
      items.stream()
          .filter(item -> item.getProduct().getId().equals(productId))
          .forEach(item -> item.setQuantity(Math.min(quantity, MOST_PIECES)));
    }
    updatedAt = now;
  }

  void use(Coupon coupon) {
    this.coupon = coupon.getCode();
  }

  void clear(Instant now) {
    items.clear();
    coupon = "";
    updatedAt = now;
  }
}
