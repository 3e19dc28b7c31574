import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ShopError } from '@shop/common/errors';
import { StockFeed } from '@shop/live/stock.feed';
import { StockMovement } from './stock-movement.entity';
import { Stock } from './stock.entity';

/** Stock levels: reserved by orders, shipped, put back. */
@Injectable()
export class StockService {
  constructor(
    @InjectRepository(Stock) private readonly stock: Repository<Stock>,
    @InjectRepository(StockMovement) private readonly movements: Repository<StockMovement>,
    private readonly feed: StockFeed,
  ) {}

  async available(productId: number): Promise<number> {
    const level = await this.stock.findOneBy({ productId });
    return level?.available ?? 0;
  }

  async reserve(productId: number, quantity: number): Promise<void> {
    const level = await this.stock.findOneByOrFail({ productId });
    if (level.available < quantity) {
      throw new ShopError('Not all articles are in stock any more.');
    }
    level.reserved += quantity;
    await this.moved(level, -quantity, 'reserved');
  }

  async release(productId: number, quantity: number): Promise<void> {
    const level = await this.stock.findOneByOrFail({ productId });
    level.reserved = Math.max(0, level.reserved - quantity);
    await this.moved(level, quantity, 'released');
  }

  async ship(productId: number, quantity: number): Promise<void> {
    const level = await this.stock.findOneByOrFail({ productId });
    if (level.reserved < quantity || level.onHand < quantity) {
      throw new Error(`product ${productId} was not reserved`);
    }
    level.reserved -= quantity;
    level.onHand -= quantity;
    await this.moved(level, -quantity, 'shipped');
  }

  private async moved(level: Stock, quantity: number, reason: string): Promise<void> {
    await this.stock.save(level);
    await this.movements.insert({ productId: level.productId, quantity, reason });
    this.feed.publish(level.productId, level.available);
  }
}
