package de.nordlicht.shop.orders;

import de.nordlicht.shop.accounts.User;
import de.nordlicht.shop.accounts.UserRepository;
import de.nordlicht.shop.cart.Cart;
import de.nordlicht.shop.cart.CartItem;
import de.nordlicht.shop.cart.CartService;
import de.nordlicht.shop.catalog.StockService;
import de.nordlicht.shop.common.ShopException;
import de.nordlicht.shop.common.ShopSettings;
import de.nordlicht.shop.notify.Mail;
import de.nordlicht.shop.notify.Mailer;
import de.nordlicht.shop.payments.Means;
import de.nordlicht.shop.payments.PaymentService;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders from the cart to the parcel. */
@Service
@Transactional
public class OrderService {

  private static final Logger log = LoggerFactory.getLogger(OrderService.class);

  private final OrderRepository orders;
  private final CartService carts;
  private final StockService stock;
  private final PaymentService payments;
  private final UserRepository users;
  private final Mailer mailer;
  private final ShopSettings settings;
  private final Clock clock;

  // Payments need orders and orders need payments: one of the two must wait.
  public OrderService(
      OrderRepository orders,
      CartService carts,
      StockService stock,
      @Lazy PaymentService payments,
      UserRepository users,
      Mailer mailer,
      ShopSettings settings,
      Clock clock) {
    this.orders = orders;
    this.carts = carts;
    this.stock = stock;
    this.payments = payments;
    this.users = users;
    this.mailer = mailer;
    this.settings = settings;
    this.clock = clock;
  }

  public Order find(Long id) {
    return orders
        .findById(id)
        .orElseThrow(() -> ShopException.notFound("There is no such order."));
  }

  public List<Order> of(User user) {
    return orders.findByUserIdOrderByCreatedAtDesc(user.getId());
  }

  public Order place(Cart cart, User user, String country, Means means) {
    if (settings.isMaintenance()) {
      throw new ShopException("Orders are paused for maintenance.");
    }
    if (cart.isEmpty()) {
      throw new ShopException("Your cart is empty.");
    }
    var total = carts.totals(cart, country).payable();
    Order order = new Order(nextNumber(), user.getId(), country, total, clock.instant());
    for (CartItem item : cart.getItems()) {
      stock.reserve(item.getProduct().getId(), item.getQuantity());
      order.add(new OrderItem(order, item.getProduct(), item.getQuantity()));
    }
    orders.save(order);
    payments.pay(order, means);
    carts.clear(cart);
    log.info("order {} placed, {}", order.getNumber(), total);
    return order;
  }

  /** R-2024-000017: gaps are not allowed, so it counts what there is. */
  private String nextNumber() {
    String prefix = "R-" + Year.now(clock) + "-";
    return prefix + String.format("%06d", orders.countByNumberStartingWith(prefix) + 1);
  }

  public void cancel(Order order, String reason) {
    order.become(OrderStatus.CANCELLED, clock.instant());
    orders.save(order);
    for (OrderItem item : order.getItems()) {
      stock.release(item.getProductId(), item.getQuantity());
    }
    log.info("order {} cancelled: {}", order.getNumber(), reason);
    mailCustomer(order, "order_cancelled");
  }

  public void ship(Long id) {
    Order order = find(id);
    order.become(OrderStatus.SHIPPED, clock.instant());
    orders.save(order);
    for (OrderItem item : order.getItems()) {
      stock.ship(item.getProductId(), item.getQuantity());
    }
    mailCustomer(order, "order_shipped");
  }

  /** Called by payments as soon as the money is there. */
  public void paid(Long id) {
    Order order = find(id);
    try {
      order.become(OrderStatus.PAID, clock.instant());
    } catch (ShopException refusal) {
      log.warn("payment for {} ignored: {}", order.getNumber(), refusal.getMessage());
      return;
    }
    orders.save(order);
    mailCustomer(order, "order_confirmed");
  }

  public void refunded(Long id) {
    mailCustomer(find(id), "order_refunded");
  }

  private void mailCustomer(Order order, String template) {
    User user = users.findById(order.getUserId()).orElseThrow();
    mailer.send(
        new Mail(
            user.getEmail(),
            template,
            Map.of(
                "name", user.getName(),
                "number", order.getNumber(),
                "total", order.getTotal().toString(),
                "invoice", Invoice.text(order, user.getName()))));
  }
}
