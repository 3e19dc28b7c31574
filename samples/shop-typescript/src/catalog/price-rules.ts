import { Money } from '@shop/common/money';
import { Product } from './product.entity';

/** Basis points off a line, 0 where the rule does not apply. */
type PriceRule = (product: Product, quantity: number, day: Date) => number;

const bulk =
  (from: number, basisPoints: number): PriceRule =>
  (_product, quantity) =>
    quantity >= from ? basisPoints : 0;

/** Winter goods go cheap in spring. */
const season =
  (skuPrefix: string, months: readonly number[], basisPoints: number): PriceRule =>
  (product, _quantity, day) =>
    product.sku.startsWith(skuPrefix) && months.includes(day.getUTCMonth() + 1) ? basisPoints : 0;

const RULES: readonly PriceRule[] = [bulk(5, 500), bulk(20, 1_000), season('SKI-', [3, 4, 5], 2_000)];

/** The best single rule counts, discounts do not add up. */
export function lineTotal(product: Product, quantity: number, day: Date): Money {
  const best = Math.max(...RULES.map((rule) => rule(product, quantity, day)));
  const full = product.price.times(quantity);
  return full.minus(full.share(best));
}
