package de.nordlicht.shop.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.nordlicht.shop.catalog.Product;
import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Instant NOON = Instant.parse("2024-01-14T12:00:00Z");

  private static Order twoTents() {
    Product tent = new Product(null, "TENT-2", "Tent for two", Money.euros(25_900));
    Order order = new Order("R-2024-000001", 1L, "DE", Money.euros(51_800), NOON);
    order.add(new OrderItem(order, tent, 2));
    return order;
  }

  @Test
  void isShippedOnceAndOnlyWhenPaid() {
    Order order = twoTents();
    assertThrows(ShopException.class, () -> order.become(OrderStatus.SHIPPED, NOON));
    order.become(OrderStatus.PAID, NOON);
    order.become(OrderStatus.SHIPPED, NOON);
    assertThrows(ShopException.class, () -> order.become(OrderStatus.SHIPPED, NOON));
    assertThrows(ShopException.class, () -> order.become(OrderStatus.CANCELLED, NOON));
  }

  @Test
  void invoiceAddsUp() {
    String text = Invoice.text(twoTents(), "Ada");
    assertTrue(text.contains("VAT 19.0 % contained"));
    assertTrue(text.contains("82.71 EUR"));
    assertEquals(Money.euros(43_529), Invoice.net(Money.euros(51_800), 1_900));
  }
}
