package de.nordlicht.shop.payments;

import de.nordlicht.shop.common.Money;
import de.nordlicht.shop.common.ShopException;
import de.nordlicht.shop.orders.OrderService;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money back, in part or in full. */
@Service
public class RefundService {

  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final Providers providers;
  private final OrderService orders;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  public RefundService(
      PaymentRepository payments,
      RefundRepository refunds,
      Providers providers,
      OrderService orders,
      JdbcTemplate jdbc,
      Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.providers = providers;
    this.orders = orders;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public void refund(Long orderId, Money amount, String reason) {
    Payment payment =
        payments
            .findFirstByOrderIdOrderByIdDesc(orderId)
            .orElseThrow(() -> new ShopException("The order has no payment."));
    if (payment.getStatus() != PaymentStatus.SETTLED) {
      throw new ShopException("The payment is not settled.");
    }
    Money left = payment.getAmount().minus(refundedSoFar(payment));
    if (!amount.isPositive() || amount.compareTo(left) > 0) {
      throw new ShopException("At most " + left + " can be refunded.");
    }
    providers.named(payment.getProvider()).refund(payment.getReference(), amount);
    refunds.save(new Refund(payment, amount, reason, clock.instant()));
    if (amount.equals(left)) {
      payment.refund();
      payments.save(payment);
      // Straight into the table of orders: Order.become is not public.
      jdbc.update(
          "UPDATE orders SET status = 'REFUNDED', updated_at = ? WHERE id = ?",
          Timestamp.from(clock.instant()),
          orderId);
      orders.refunded(orderId);
    }
  }

  private Money refundedSoFar(Payment payment) {
    long cents =
        refunds.findByPaymentId(payment.getId()).stream().mapToLong(Refund::getAmountCents).sum();
    return new Money(cents, payment.getAmount().currency());
  }
}
