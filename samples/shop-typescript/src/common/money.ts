import { ValueTransformer } from 'typeorm';

export const BASIS_POINTS = 10_000;

/** Commercial rounding: halves go away from zero. */
export function rounded(numerator: number, denominator: number): number {
  return Math.sign(numerator) * Math.floor((Math.abs(numerator) + denominator / 2) / denominator);
}

/** An amount in minor units. */
export class Money {
  private constructor(
    readonly cents: number,
    readonly currency: string,
  ) {}

  static of(cents: number, currency = 'EUR'): Money {
    if (!Number.isSafeInteger(cents)) throw new RangeError(`no amount: ${cents}`);
    if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`no currency: ${currency}`);
    return new Money(cents, currency);
  }

  static readonly zero = Money.of(0);

  plus(other: Money): Money {
    return Money.of(this.cents + this.same(other).cents, this.currency);
  }

  minus(other: Money): Money {
    return Money.of(this.cents - this.same(other).cents, this.currency);
  }

  times(factor: number): Money {
    return Money.of(this.cents * factor, this.currency);
  }

  share(basisPoints: number): Money {
    return Money.of(rounded(this.cents * basisPoints, BASIS_POINTS), this.currency);
  }

  equals(other: Money): boolean {
    return this.cents === other.cents && this.currency === other.currency;
  }

  isMoreThan(other: Money): boolean {
    return this.cents > this.same(other).cents;
  }

  private same(other: Money): Money {
    if (other.currency !== this.currency) {
      throw new RangeError(`${this.currency} and ${other.currency} do not mix`);
    }
    return other;
  }

  toString(): string {
    const sign = this.cents < 0 ? '-' : '';
    const [cents, euros] = [Math.abs(this.cents) % 100, Math.trunc(Math.abs(this.cents) / 100)];
    return `${sign}${euros}.${String(cents).padStart(2, '0')} ${this.currency}`;
  }
}

/** A column of cents, all in euros. */
export const euros: ValueTransformer = {
  to: (amount?: Money) => amount?.cents,
  from: (cents: string | number) => Money.of(Number(cents)),
};
