import { Injectable, Logger } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { NotFound, ShopError } from '@shop/common/errors';
import { Money } from '@shop/common/money';
import { Category } from './category.entity';
import { ProductChanged } from './events';
import { PriceChange } from './price-change.entity';
import { Product } from './product.entity';

/** A price that moves by more than this in one step is a slip of the keyboard. */
const LARGEST_STEP = 3;

@Injectable()
export class CatalogService {
  private readonly log = new Logger(CatalogService.name);

  constructor(
    @InjectRepository(Product) private readonly products: Repository<Product>,
    @InjectRepository(Category) private readonly categories: Repository<Category>,
    @InjectRepository(PriceChange) private readonly priceChanges: Repository<PriceChange>,
    private readonly events: EventEmitter2,
  ) {}

  async find(id: number): Promise<Product> {
    const product = await this.products.findOneBy({ id, active: true });
    if (!product) throw new NotFound('This product is no longer available.');
    return product;
  }

  findBySku(sku: string): Promise<Product | null> {
    return this.products.findOneBy({ sku });
  }

  allActive(): Promise<Product[]> {
    return this.products.find({ where: { active: true }, order: { id: 'ASC' } });
  }

  /** Active products of a category and of the categories below it. */
  async inCategory(slug: string): Promise<Product[]> {
    const root = await this.categories.findOneBy({ slug });
    if (!root) throw new NotFound('There is no such category.');
    const found = new Set([root.id]);
    let level = [root.id];
    while (level.length > 0) {
      const children = await this.categories.find({ where: { parent: { id: In(level) } } });
      level = children.map((child) => child.id).filter((id) => !found.has(id));
      level.forEach((id) => found.add(id));
    }
    return this.products.find({
      where: { category: { id: In([...found]) }, active: true },
      order: { name: 'ASC' },
    });
  }

  /** Sets a price and keeps the old one; refuses what must be a mistake. */
  async changePrice(product: Product, price: Money, changedBy: string): Promise<void> {
    const old = product.price;
    if (price.cents <= 0 || price.isMoreThan(old.times(LARGEST_STEP))) {
      throw new ShopError(`${price} is not a plausible price for ${product.sku}.`);
    }
    if (price.equals(old)) return;
    await this.priceChanges.insert({
      productId: product.id,
      oldCents: old.cents,
      newCents: price.cents,
      changedBy,
    });
    product.price = price;
    await this.products.save(product);
    this.log.log(`price of ${product.sku}: ${price}, before ${old}`);
    this.events.emit(ProductChanged.topic, new ProductChanged(product.id));
  }

  async retire(id: number): Promise<void> {
    await this.products.update(id, { active: false });
    this.events.emit(ProductChanged.topic, new ProductChanged(id));
  }
}
