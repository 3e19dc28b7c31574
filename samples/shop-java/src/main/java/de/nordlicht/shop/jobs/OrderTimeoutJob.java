package de.nordlicht.shop.jobs;

import de.nordlicht.shop.common.ShopSettings;
import de.nordlicht.shop.orders.Order;
import de.nordlicht.shop.orders.OrderRepository;
import de.nordlicht.shop.orders.OrderService;
import de.nordlicht.shop.orders.OrderStatus;
import de.nordlicht.shop.payments.PaymentRepository;
import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders that nobody pays for go back on the shelf. */
@Component
class OrderTimeoutJob {

  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final OrderService service;
  private final ShopSettings settings;
  private final Clock clock;

  OrderTimeoutJob(
      OrderRepository orders,
      PaymentRepository payments,
      OrderService service,
      ShopSettings settings,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.service = service;
    this.settings = settings;
    this.clock = clock;
  }

  /** Debits take days to settle: their payments are pending, and the order stays. */
  @Scheduled(cron = "0 */10 * * * *")
  @Transactional
  public void cancelUnpaidOrders() {
    List<Order> waiting =
        orders.findByStatusAndCreatedAtBefore(
            OrderStatus.PLACED, clock.instant().minus(settings.getUnpaidOrdersExpireAfter()));
    for (Order order : waiting) {
      if (!payments.existsByOrderId(order.getId())) {
        service.cancel(order, "not paid in time");
      }
    }
  }
}
