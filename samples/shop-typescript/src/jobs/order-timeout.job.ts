import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { Clock } from '@shop/common/clock';
import { settings } from '@shop/common/settings';
import { OrderStatus } from '@shop/orders/order-status';
import { Order } from '@shop/orders/order.entity';
import { OrderService } from '@shop/orders/order.service';
import { PaymentService } from '@shop/payments/payment.service';

/** Orders that nobody pays for go back on the shelf. */
@Injectable()
export class OrderTimeoutJob {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    private readonly service: OrderService,
    private readonly payments: PaymentService,
    private readonly clock: Clock,
  ) {}

  /** Debits take days to settle: their payments are pending, and the order stays. */
  // @trigger schedule cron="*/10 * * * *" exclusive=true timeout=60s duration_ms=2000
  @Cron('*/10 * * * *')
  async cancelUnpaidOrders(): Promise<void> {
    const waiting = await this.orders.findBy({
      status: OrderStatus.Placed,
      createdAt: LessThan(this.clock.ago(settings.unpaidOrdersExpireAfter)),
    });
    for (const order of waiting) {
      if (await this.payments.ofOrder(order.id)) continue;
      await this.service.cancel(order, 'not paid in time');
    }
  }
}
