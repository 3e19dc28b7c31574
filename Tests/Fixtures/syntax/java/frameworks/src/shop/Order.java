package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "orders")
// want: table define orders in shop.Order
public class Order {
  private long id;

  public long number() { return id; }
}
