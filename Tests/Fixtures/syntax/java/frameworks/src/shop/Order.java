package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;

@Entity
@Table(name = "orders")
// want: table define orders in shop.Order
public class Order {
  private long id;

  @ManyToMany
  @JoinTable(name = "order_label") // want: table write order_label in shop.Order.labels
  private java.util.Set<Label> labels;

  public long number() { return id; }
}
