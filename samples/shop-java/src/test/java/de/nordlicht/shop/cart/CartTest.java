package de.nordlicht.shop.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.nordlicht.shop.catalog.PriceRules;
import de.nordlicht.shop.catalog.Product;
import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CartTest {

  private static final Instant SPRING = Instant.parse("2024-04-02T09:00:00Z");
  private final Product cup = new Product(null, "CUP", "Enamel cup", Money.euros(790));
  private final Product ski = new Product(null, "SKI-TOUR", "Touring ski", Money.euros(50_000));

  @Test
  void quantitiesOfOneProductAddUp() {
    Cart cart = new Cart("t", SPRING);
    cart.add(cup, 2, SPRING);
    cart.add(cup, 98, SPRING);
    assertEquals(Cart.MOST_PIECES, cart.getItems().get(0).getQuantity());
  }

  @Test
  void theBestRuleCounts() {
    PriceRules rules = new PriceRules(Clock.fixed(SPRING, ZoneOffset.UTC));
    assertEquals(Money.euros(4_503), rules.lineTotal(cup, 6));
    assertEquals(Money.euros(200_000), rules.lineTotal(ski, 5));
  }

  @Test
  void couponsEnd() {
    assertTrue(new Coupon("A", 1_000, SPRING.plusSeconds(1), 1).isValid(SPRING));
    assertTrue(!new Coupon("A", 1_000, SPRING, 1).isValid(SPRING));
    assertTrue(!new Coupon("A", 1_000, SPRING.plusSeconds(1), 0).isValid(SPRING));
  }

  @Test
  void parcelsHoldTenPieces() {
    assertEquals(Money.euros(980), ShippingRates.cost("DE", 11));
    assertThrows(ShopException.class, () -> ShippingRates.cost("US", 1));
  }
}
