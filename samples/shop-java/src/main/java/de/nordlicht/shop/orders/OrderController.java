package de.nordlicht.shop.orders;

import de.nordlicht.shop.accounts.User;
import de.nordlicht.shop.cart.CartService;
import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import de.nordlicht.shop.payments.Means;
import de.nordlicht.shop.payments.RefundService;
import de.nordlicht.shop.web.BrowserSessions;
import de.nordlicht.shop.web.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

  private final OrderService orders;
  private final CartService carts;
  private final RefundService refunds;
  private final OrderExport export;
  private final BrowserSessions sessions;
  private final CurrentUser users;

  OrderController(
      OrderService orders,
      CartService carts,
      RefundService refunds,
      OrderExport export,
      BrowserSessions sessions,
      CurrentUser users) {
    this.orders = orders;
    this.carts = carts;
    this.refunds = refunds;
    this.export = export;
    this.sessions = sessions;
    this.users = users;
  }

  record Checkout(@NotBlank String country, @Valid Means means) {}

  record OrderView(Long id, String number, OrderStatus status, String total) {
    static OrderView of(Order order) {
      return new OrderView(
          order.getId(), order.getNumber(), order.getStatus(), order.getTotal().toString());
    }
  }

  record RefundRequest(long cents, @NotBlank String reason) {}

  // @trigger http method=POST path=/orders rps=0.05 peak_rps=2 latency_ms=2000 duration_ms=900
  @PostMapping("/orders")
  @ResponseStatus(HttpStatus.CREATED)
  OrderView checkout(
      @RequestHeader("Authorization") String authorization,
      @CookieValue("nordlicht") String cookie,
      @Valid @RequestBody Checkout body) {
    User user = users.require(authorization);
    var cart = carts.load(sessions.refresh(cookie));
    return OrderView.of(orders.place(cart, user, body.country(), body.means()));
  }

  // @trigger http method=GET path=/orders rps=0.1
  @GetMapping("/orders")
  List<OrderView> mine(@RequestHeader("Authorization") String authorization) {
    return orders.of(users.require(authorization)).stream().map(OrderView::of).toList();
  }

  // @trigger http method=GET path="/orders/{id}/invoice" rps=0.02
  @GetMapping("/orders/{id}/invoice")
  String invoice(
      @RequestHeader("Authorization") String authorization, @PathVariable Long id) {
    User user = users.require(authorization);
    Order order = orders.find(id);
    if (!order.getUserId().equals(user.getId())) {
      throw ShopException.refused("This is not your order.");
    }
    return Invoice.text(order, user.getName());
  }

  // @trigger http method=POST path="/admin/orders/{id}/shipment" rps=0.01
  @PostMapping("/admin/orders/{id}/shipment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ship(@RequestHeader("Authorization") String authorization, @PathVariable Long id) {
    users.administrator(authorization);
    orders.ship(id);
  }

  // @trigger http method=POST path="/admin/orders/{id}/refunds" rps=0.001
  @PostMapping("/admin/orders/{id}/refunds")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refund(
      @RequestHeader("Authorization") String authorization,
      @PathVariable Long id,
      @RequestBody RefundRequest body) {
    users.administrator(authorization);
    refunds.refund(id, Money.euros(body.cents()), body.reason());
  }

  // @trigger http method=GET path=/admin/export/orders.csv rps=0.001 duration_ms=45000
  @GetMapping("/admin/export/orders.csv")
  void exportCsv(
      @RequestHeader("Authorization") String authorization,
      @RequestParam LocalDate first,
      @RequestParam LocalDate last,
      HttpServletResponse response)
      throws IOException {
    users.administrator(authorization);
    response.setContentType("text/csv");
    export.write(first, last, response.getWriter());
  }
}
