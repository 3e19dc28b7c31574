import { forwardRef, Inject, Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Order } from '@shop/orders/order.entity';
import { OrderService } from '@shop/orders/order.service';
import { Payment, PaymentStatus } from './payment.entity';
import { Means, Providers } from './providers';

/** Payments of orders. */
@Injectable()
export class PaymentService {
  private readonly log = new Logger(PaymentService.name);

  constructor(
    @InjectRepository(Payment) private readonly payments: Repository<Payment>,
    private readonly providers: Providers,
    @Inject(forwardRef(() => OrderService)) private readonly orders: OrderService,
  ) {}

  async pay(order: Order, means: Means): Promise<void> {
    const charge = await this.providers.named(means.provider).charge(order.total, means);
    await this.payments.insert({
      orderId: order.id,
      provider: means.provider,
      reference: charge.reference,
      amount: order.total,
      status: charge.settled ? PaymentStatus.Settled : PaymentStatus.Pending,
    });
    if (charge.settled) await this.orders.paid(order.id);
  }

  /** The money of a debit has come. Gateways tell it more than once. */
  async settle(reference: string): Promise<boolean> {
    const payment = await this.payments.findOneBy({ reference });
    if (!payment) {
      this.log.warn(`no payment with reference ${reference}`);
      return false;
    }
    if (payment.status === PaymentStatus.Pending) {
      await this.payments.update(payment.id, { status: PaymentStatus.Settled });
      await this.orders.paid(payment.orderId);
    }
    return true;
  }

  ofOrder(orderId: number): Promise<Payment | null> {
    return this.payments.findOne({ where: { orderId }, order: { id: 'DESC' } });
  }
}
