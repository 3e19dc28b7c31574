import { VatClass } from '@shop/catalog/product.entity';
import { BASIS_POINTS, Money, rounded } from '@shop/common/money';

/** Rates of value added tax. Here, because the form of addresses needed the countries first. */
const RATES: Record<string, Record<VatClass, number>> = {
  DE: { standard: 1_900, reduced: 700, zero: 0 },
  AT: { standard: 2_000, reduced: 1_000, zero: 0 },
  CH: { standard: 810, reduced: 260, zero: 0 },
  GB: { standard: 2_000, reduced: 500, zero: 0 },
  NL: { standard: 2_100, reduced: 900, zero: 0 },
};

export function isCountrySupported(country: string): boolean {
  return country in RATES;
}

export function vatRate(country: string, vatClass: VatClass): number {
  return (RATES[country] ?? RATES['DE']!)[vatClass];
}

export function vatContained(gross: Money, rate: number): Money {
  return Money.of(rounded(gross.cents * rate, BASIS_POINTS + rate), gross.currency);
}
