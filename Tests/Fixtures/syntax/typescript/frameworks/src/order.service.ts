import { EntityManager, Repository } from 'typeorm';
import { PrismaClient } from '@prisma/client';
import { Order, OrderLine } from './order.entity';

class PrismaService extends PrismaClient {}

export class OrderService {
  constructor(
    private readonly orders: Repository<Order>,
    private readonly manager: EntityManager,
    private readonly prisma: PrismaService,
  ) {}

  async place(order: Order) {
    await this.orders.save(order); // want: table write orders in OrderService.place
    await this.manager.delete(OrderLine, 1); // want: table write order_line in OrderService.place
    await this.prisma.accountBalance.upsert({}); // want: table write accountbalance in OrderService.place
  }

  async list() {
    await this.prisma.tag.findMany(); // want: table read tag in OrderService.list
    return this.orders.find(); // want: table read orders in OrderService.list
  }
}
