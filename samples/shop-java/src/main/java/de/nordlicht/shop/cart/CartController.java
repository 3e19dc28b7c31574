package de.nordlicht.shop.cart;

import de.nordlicht.shop.web.BrowserSessions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cart")
class CartController {

  private final CartService carts;
  private final BrowserSessions sessions;

  CartController(CartService carts, BrowserSessions sessions) {
    this.carts = carts;
    this.sessions = sessions;
  }

  record Line(Long productId, @Min(0) @Max(Cart.MOST_PIECES) int quantity) {}

  record CartView(List<Line> lines, String goods, String discount, String payable) {}

  // @trigger http method=GET path=/cart rps=0.5 latency_ms=150
  @GetMapping
  CartView show(@CookieValue("nordlicht") String cookie) {
    return view(carts.load(sessions.refresh(cookie)));
  }

  // @trigger http method=POST path=/cart/lines rps=0.3 latency_ms=150
  @PostMapping("/lines")
  CartView add(@CookieValue("nordlicht") String cookie, @RequestBody Line line) {
    return view(carts.add(sessions.refresh(cookie), line.productId(), line.quantity()));
  }

  // @trigger http method=PUT path=/cart/lines rps=0.1 latency_ms=150
  @PutMapping("/lines")
  CartView change(@CookieValue("nordlicht") String cookie, @RequestBody Line line) {
    return view(carts.change(sessions.refresh(cookie), line.productId(), line.quantity()));
  }

  // @trigger http method=PUT path=/cart/coupon rps=0.02 latency_ms=150
  @PutMapping("/coupon")
  CartView coupon(@CookieValue("nordlicht") String cookie, @RequestParam String code) {
    return view(carts.applyCoupon(sessions.refresh(cookie), code));
  }

  private CartView view(Cart cart) {
    Totals totals = carts.totals(cart, "DE");
    List<Line> lines =
        cart.getItems().stream()
            .map(item -> new Line(item.getProduct().getId(), item.getQuantity()))
            .toList();
    return new CartView(
        lines, totals.goods().toString(), totals.discount().toString(), totals.payable().toString());
  }
}
