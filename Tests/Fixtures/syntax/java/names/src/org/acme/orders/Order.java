package org.acme.orders;

import java.util.List; // want: import-external java.util.List
import org.acme.billing.Invoice; // want: import org.acme.billing.Invoice -> src/org/acme/billing/Invoice.java
import org.acme.billing.Missing; // want: import-missing org.acme.billing.Missing
import org.acme.util.*;
import static org.acme.util.Money.cents; // want: import org.acme.util.Money.cents -> src/org/acme/util/Money.java
import static org.acme.util.Limits.*; // want: import org.acme.util.Limits -> src/org/acme/util/Limits.java

// want: declare type org.acme.orders.Order definition
public class Order extends Base implements Comparable<Order> { // want: inherit org.acme.orders.Order -> org.acme.orders.Base
  private Invoice invoice; // want: type org.acme.orders.Order -> org.acme.billing.Invoice
  private Line line; // want: type org.acme.orders.Order -> org.acme.orders.Order.Line
  private List<Money> prices; // want: type org.acme.orders.Order -> org.acme.util.Money
  private Shape.Corner corner; // want: type org.acme.orders.Order -> org.acme.util.Shape.Corner
  private org.acme.billing.Tax tax; // want: type org.acme.orders.Order -> org.acme.billing.Tax

  // want: !type org.acme.orders.Order -> org.acme.billing.Line
  static class Line {}

  int total() {
    return cents(3) + MAXIMUM; // want: call org.acme.orders.Order.total -> org.acme.util.Money.cents
    // want: field org.acme.orders.Order.total -> org.acme.util.Limits.MAXIMUM
  }

  void deep() {
    org.acme.billing.Tax.register(); // want: call org.acme.orders.Order.deep -> org.acme.billing.Tax.register
    Money.ZERO.add(); // want: call org.acme.orders.Order.deep -> org.acme.util.Money.add
    Inherited inherited; // want: type org.acme.orders.Order.deep -> org.acme.orders.Base.Inherited
  }

  public int compareTo(Order other) { return 0; }

  // A local hides the field, and a class of the same name hides nothing of the package.
  void local(Money invoice) {
    invoice.add(); // want: call org.acme.orders.Order.local -> org.acme.util.Money.add
    // want: !call org.acme.orders.Order.local -> org.acme.billing.Invoice.add
  }
}
