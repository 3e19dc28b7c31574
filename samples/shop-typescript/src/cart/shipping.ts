import { ShopError } from '@shop/common/errors';
import { Money } from '@shop/common/money';

const PIECES_PER_PARCEL = 10;

const RATES: ReadonlyMap<string, Money> = new Map([
  ['DE', Money.of(490)],
  ['AT', Money.of(990)],
  ['NL', Money.of(990)],
  ['CH', Money.of(1_890)],
  ['GB', Money.of(1_890)],
]);

export function shippingCost(country: string, pieces: number): Money {
  const rate = RATES.get(country);
  if (!rate) throw new ShopError(`We do not ship to ${country}.`);
  return rate.times(Math.ceil(pieces / PIECES_PER_PARCEL));
}
