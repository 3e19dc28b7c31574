package shop;

import jakarta.persistence.Entity;

@Entity // want: table define order_line in shop.OrderLine
public class OrderLine {
  int count;

  OrderLine() {
    this(1); // want: !table write order_line in shop.OrderLine.OrderLine
  }

  OrderLine(int count) {
    this.count = count;
  }

  OrderLine copy() {
    return new OrderLine(count); // want: !table write order_line in shop.OrderLine.copy
  }
}
