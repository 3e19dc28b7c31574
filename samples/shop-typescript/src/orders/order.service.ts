import { forwardRef, Inject, Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Like, Repository } from 'typeorm';
import { User } from '@shop/accounts/user.entity';
import { Cart } from '@shop/cart/cart.entity';
import { CartService } from '@shop/cart/cart.service';
import { StockService } from '@shop/catalog/stock.service';
import { Clock } from '@shop/common/clock';
import { NotFound, ShopError } from '@shop/common/errors';
import { settings } from '@shop/common/settings';
import { Mailer } from '@shop/notify/mailer';
import type { TemplateName } from '@shop/notify/templates';
import { PaymentService } from '@shop/payments/payment.service';
import { Declined, Means } from '@shop/payments/providers';
import { invoiceText } from './invoice';
import { OrderItem } from './order-item.entity';
import { move, OrderStatus } from './order-status';
import { Order } from './order.entity';

/** Orders from the cart to the parcel. */
@Injectable()
export class OrderService {
  private readonly log = new Logger(OrderService.name);

  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(OrderItem) private readonly items: Repository<OrderItem>,
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly carts: CartService,
    private readonly stock: StockService,
    // Payments need orders and orders need payments.
    @Inject(forwardRef(() => PaymentService)) private readonly payments: PaymentService,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async find(id: number): Promise<Order> {
    const order = await this.orders.findOneBy({ id });
    if (!order) throw new NotFound('There is no such order.');
    return order;
  }

  of(user: User): Promise<Order[]> {
    return this.orders.find({ where: { userId: user.id }, order: { createdAt: 'DESC' } });
  }

  async place(cart: Cart, user: User, country: string, means: Means): Promise<Order> {
    if (settings.maintenance) throw new ShopError('Orders are paused for maintenance.');
    if (cart.items.length === 0) throw new ShopError('Your cart is empty.');
    const { payable } = await this.carts.totals(cart, country);
    for (const { product, quantity } of cart.items) {
      await this.stock.reserve(product.id, quantity);
    }
    const order = await this.orders.save(
      this.orders.create({
        number: await this.nextNumber(),
        userId: user.id,
        status: OrderStatus.Placed,
        total: payable,
        country,
      }),
    );
    order.items = await this.items.save(
      cart.items.map(({ product, quantity }) =>
        this.items.create({
          order: { id: order.id },
          productId: product.id,
          name: product.name,
          quantity,
          unit: product.price,
          vatClass: product.vatClass,
        }),
      ),
    );
    try {
      await this.payments.pay(order, means);
    } catch (refusal) {
      if (refusal instanceof Declined) await this.cancel(order, refusal.message);
      throw refusal;
    }
    await this.carts.clear(cart);
    this.log.log(`order ${order.number} placed, ${order.total}`);
    return order;
  }

  /** R-2024-000017: gaps are not allowed, so it counts what there is. */
  private async nextNumber(): Promise<string> {
    const prefix = `R-${this.clock.now().getUTCFullYear()}-`;
    const count = await this.orders.countBy({ number: Like(`${prefix}%`) });
    return prefix + String(count + 1).padStart(6, '0');
  }

  async cancel(order: Order, reason: string): Promise<void> {
    move(order, OrderStatus.Cancelled);
    await this.orders.save(order);
    for (const item of order.items) await this.stock.release(item.productId, item.quantity);
    this.log.log(`order ${order.number} cancelled: ${reason}`);
    await this.mailCustomer(order, 'order_cancelled');
  }

  async ship(id: number): Promise<void> {
    const order = await this.find(id);
    move(order, OrderStatus.Shipped);
    await this.orders.save(order);
    for (const item of order.items) await this.stock.ship(item.productId, item.quantity);
    await this.mailCustomer(order, 'order_shipped');
  }

  /** Called by payments as soon as the money is there. */
  async paid(id: number): Promise<void> {
    const order = await this.find(id);
    if (order.status !== OrderStatus.Placed) {
      this.log.warn(`payment for ${order.number} ignored: it is ${order.status}`);
      return;
    }
    move(order, OrderStatus.Paid);
    await this.orders.save(order);
    await this.mailCustomer(order, 'order_confirmed');
  }

  async refunded(id: number): Promise<void> {
    await this.mailCustomer(await this.find(id), 'order_refunded');
  }

  private async mailCustomer(order: Order, template: TemplateName): Promise<void> {
    const user = await this.users.findOneByOrFail({ id: order.userId });
    await this.mailer.send({
      recipient: user.email,
      template,
      values: {
        name: user.name,
        number: order.number,
        total: `${order.total}`,
        invoice: invoiceText(order, user.name),
      },
    });
  }
}
