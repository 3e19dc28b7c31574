package de.nordlicht.shop.payments;

import de.nordlicht.shop.orders.Order;
import de.nordlicht.shop.orders.OrderService;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments of orders. */
@Service
@Transactional
public class PaymentService {

  private static final Logger log = LoggerFactory.getLogger(PaymentService.class);

  private final PaymentRepository payments;
  private final Providers providers;
  private final OrderService orders;
  private final Clock clock;

  public PaymentService(
      PaymentRepository payments, Providers providers, OrderService orders, Clock clock) {
    this.payments = payments;
    this.providers = providers;
    this.orders = orders;
    this.clock = clock;
  }

  public Payment pay(Order order, Means means) {
    Charge charge = providers.named(means.provider()).charge(order.getTotal(), means);
    Payment payment =
        payments.save(
            new Payment(
                order.getId(), means.provider(), charge, order.getTotal(), clock.instant()));
    if (charge.settled()) {
      orders.paid(order.getId());
    }
    return payment;
  }

  /** The money of a debit has come. Gateways tell it more than once. */
  public Optional<Payment> settle(String reference) {
    Optional<Payment> found = payments.findByReference(reference);
    if (found.isEmpty()) {
      log.warn("no payment with reference {}", reference);
    }
    found
        .filter(payment -> payment.getStatus() == PaymentStatus.PENDING)
        .ifPresent(
            payment -> {
              payment.settle();
              payments.save(payment);
              orders.paid(payment.getOrderId());
            });
    return found;
  }
}
