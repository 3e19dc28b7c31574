import { forwardRef, Inject, Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { ShopError } from '@shop/common/errors';
import { Money } from '@shop/common/money';
import { OrderService } from '@shop/orders/order.service';
import { Payment, PaymentStatus } from './payment.entity';
import { PaymentService } from './payment.service';
import { Providers } from './providers';
import { Refund } from './refund.entity';

/** Money back, in part or in full. */
@Injectable()
export class RefundService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectRepository(Payment) private readonly payments: Repository<Payment>,
    @InjectRepository(Refund) private readonly refunds: Repository<Refund>,
    private readonly service: PaymentService,
    private readonly providers: Providers,
    @Inject(forwardRef(() => OrderService)) private readonly orders: OrderService,
  ) {}

  async refund(orderId: number, amount: Money, reason: string): Promise<void> {
    const payment = await this.service.ofOrder(orderId);
    if (!payment) throw new ShopError('The order has no payment.');
    if (payment.status !== PaymentStatus.Settled) {
      throw new ShopError('The payment is not settled.');
    }
    const left = payment.amount.minus(await this.refundedSoFar(payment));
    if (amount.cents <= 0 || amount.isMoreThan(left)) {
      throw new ShopError(`At most ${left} can be refunded.`);
    }
    const provider = this.providers.named(payment.provider === 'card' ? 'card' : 'debit');
    await provider.refund(payment.reference, amount);
    await this.refunds.insert({ paymentId: payment.id, amount, reason });
    if (amount.equals(left)) {
      await this.payments.update(payment.id, { status: PaymentStatus.Refunded });
      // Straight into the table of orders: the service had no such method when this was written.
      await this.database.query(
        `UPDATE orders SET status = 'refunded', updated_at = now() WHERE id = $1`,
        [orderId],
      );
      await this.orders.refunded(orderId);
    }
  }

  private async refundedSoFar(payment: Payment): Promise<Money> {
    const refunds = await this.refunds.findBy({ paymentId: payment.id });
    return refunds.reduce((total, refund) => total.plus(refund.amount), Money.zero);
  }
}
