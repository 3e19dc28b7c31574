import { Injectable, Logger } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ProductChanged } from '@shop/catalog/events';
import { Product } from '@shop/catalog/product.entity';
import { Posting } from './posting.entity';
import { fold, tokenize } from './tokenizer';

export interface Hit {
  productId: number;
  score: number;
}

const [NAME_WEIGHT, SKU_WEIGHT, TEXT_WEIGHT] = [5, 8, 1] as const;

function weigh({ sku, name, description }: Product): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) =>
    weights.set(term, (weights.get(term) ?? 0) + weight);
  tokenize(name).forEach((term) => add(term, NAME_WEIGHT));
  tokenize(description).forEach((term) => add(term, TEXT_WEIGHT));
  add(fold(sku), SKU_WEIGHT);
  return weights;
}

/** Search over an inverted index that lies in a table. */
@Injectable()
export class SearchService {
  private readonly log = new Logger(SearchService.name);

  constructor(
    @InjectRepository(Posting) private readonly postings: Repository<Posting>,
    @InjectRepository(Product) private readonly products: Repository<Product>,
  ) {}

  // Started by deploy/k8s/search-reindex-cronjob.yaml.
  async reindex(): Promise<number> {
    await this.postings.clear();
    const products = await this.products.find({ where: { active: true }, order: { id: 'ASC' } });
    for (const product of products) await this.store(product);
    this.log.log(`${products.length} products in the index`);
    return products.length;
  }

  // @trigger topic source=product-changed
  @OnEvent(ProductChanged.topic)
  async productChanged({ productId }: ProductChanged): Promise<void> {
    await this.postings.delete({ productId });
    const product = await this.products.findOneBy({ id: productId, active: true });
    if (product) await this.store(product);
  }

  /** Products that have most of the words come first, then those that weigh more. */
  search(query: string, limit: number): Promise<Hit[]> {
    const terms = [...new Set([...tokenize(query), fold(query.trim())])];
    return this.postings
      .createQueryBuilder('p')
      .select('p.product_id', 'productId')
      .addSelect('SUM(p.weight)', 'score')
      .where('p.term IN (:...terms)', { terms })
      .groupBy('p.product_id')
      .orderBy('COUNT(DISTINCT p.term)', 'DESC')
      .addOrderBy('score', 'DESC')
      .limit(limit)
      .getRawMany<Hit>();
  }

  private async store(product: Product): Promise<void> {
    await this.postings.insert(
      [...weigh(product)].map(([term, weight]) => ({ term, productId: product.id, weight })),
    );
  }
}
