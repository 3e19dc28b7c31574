package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

@Entity
@Table(name = "orders")
// want: table define orders in shop.Order
public class Order {
  private long id;

  @ManyToMany
  @JoinTable(name = "order_label") // want: table write order_label in shop.Order.labels
  private java.util.Set<Label> labels;

  @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE}) // want: table write order_line in shop.Order.lines
  private java.util.List<OrderLine> lines;

  @OneToMany(cascade = CascadeType.REMOVE) // want: !table write order_line in shop.Order.old
  private java.util.List<OrderLine> old;

  public long number() { return id; }
}
