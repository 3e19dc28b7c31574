import { Injectable } from '@nestjs/common';
import { Money } from '@shop/common/money';
import { Declined, Gateway } from './gateway';

export { Declined } from './gateway';

/** How a customer pays: the number of a card, or the mandate of a debit. */
export interface Means {
  provider: 'card' | 'debit';
  cardNumber?: string;
  mandate?: string;
}

/** What a provider answered; money that is not settled yet comes with the webhook. */
export interface Charge {
  reference: string;
  settled: boolean;
}

export interface PaymentProvider {
  charge(amount: Money, means: Means): Promise<Charge>;
  refund(reference: string, amount: Money): Promise<void>;
}

export function luhnValid(number: string): boolean {
  const digits = [...number].filter((c) => c >= '0' && c <= '9').map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = digit * 2;
    return total + (index % 2 === 0 ? digit : Math.floor(doubled / 10) + (doubled % 10));
  }, 0);
  return digits.length >= 12 && sum % 10 === 0;
}

/** Settles at once. */
class CardProvider implements PaymentProvider {
  constructor(private readonly gateway: Gateway) {}

  async charge(amount: Money, { cardNumber = '' }: Means): Promise<Charge> {
    if (!luhnValid(cardNumber)) throw new Declined('This is not the number of a card.');
    const { cents, currency } = amount;
    const answer = await this.gateway.post('/cards/charges', { cents, currency, card: cardNumber });
    return { reference: answer.charge ?? '', settled: true };
  }

  async refund(reference: string, { cents }: Money): Promise<void> {
    await this.gateway.post(`/cards/charges/${reference}/refunds`, { cents });
  }
}

/** Settles days later; the gateway tells the webhook. */
class DebitProvider implements PaymentProvider {
  constructor(private readonly gateway: Gateway) {}

  async charge({ cents }: Money, { mandate }: Means): Promise<Charge> {
    const answer = await this.gateway.post('/debits', { cents, mandate });
    return { reference: answer.debit ?? '', settled: false };
  }

  async refund(reference: string, { cents }: Money): Promise<void> {
    await this.gateway.post(`/debits/${reference}/returns`, { cents });
  }
}

@Injectable()
export class Providers {
  private readonly byName: Record<Means['provider'], PaymentProvider>;

  constructor(gateway: Gateway) {
    this.byName = { card: new CardProvider(gateway), debit: new DebitProvider(gateway) };
  }

  named(name: Means['provider']): PaymentProvider {
    return this.byName[name];
  }
}
