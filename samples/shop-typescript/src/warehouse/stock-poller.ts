import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Product } from '@shop/catalog/product.entity';
import { Stock } from '@shop/catalog/stock.entity';
import { settings } from '@shop/common/settings';
import { StockFeed } from '@shop/live/stock.feed';
import { Count, WarehouseClient } from './warehouse.client';

/** Takes over what the warehouse counted. Runs for as long as the shop does. */
@Injectable()
export class StockPoller implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(StockPoller.name);
  private readonly end = new AbortController();

  constructor(
    @InjectRepository(Product) private readonly products: Repository<Product>,
    @InjectRepository(Stock) private readonly stock: Repository<Stock>,
    private readonly warehouse: WarehouseClient,
    private readonly feed: StockFeed,
  ) {}

  onApplicationBootstrap(): void {
    void this.pollForEver();
  }

  onApplicationShutdown(): void {
    this.end.abort();
  }

  // @trigger daemon name=stock-poller
  async pollForEver(): Promise<void> {
    let failures = 0;
    while (!this.end.signal.aborted) {
      await pause(settings.warehouse.pause);
      if (!settings.warehouse.enabled) continue;
      try {
        const changed = await this.apply(await this.warehouse.fetch());
        failures = 0;
        if (changed > 0) this.log.log(`warehouse: ${changed} stock levels changed`);
      } catch (failure) {
        failures += 1;
        if (failures % 12 === 1) this.log.warn(`warehouse does not answer: ${String(failure)}`);
      }
    }
  }

  /** Writes the table of the catalogue itself. */
  async apply(counts: readonly Count[]): Promise<number> {
    let changed = 0;
    for (const { sku, onHand } of counts) {
      const product = await this.products.findOneBy({ sku });
      const level = product && (await this.stock.findOneBy({ productId: product.id }));
      if (!level || level.onHand === onHand) continue;
      level.onHand = onHand;
      await this.stock.save(level);
      this.feed.publish(level.productId, level.available);
      changed += 1;
    }
    return changed;
  }
}
