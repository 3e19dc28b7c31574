import { vatRate } from '@shop/accounts/vat';
import { BASIS_POINTS, Money, rounded } from '@shop/common/money';
import { Order } from './order.entity';

const WIDTH = 64;

/** Rounded from the net side, as the tax office wants it on invoices. */
export function netOf(gross: Money, rate: number): Money {
  return Money.of(rounded(gross.cents * BASIS_POINTS, BASIS_POINTS + rate), gross.currency);
}

function row(left: string, right: Money): string {
  return left.slice(0, WIDTH - 17).padEnd(WIDTH - 16) + String(right).padStart(16);
}

/** The invoice as text, for mails and for the page of an order. */
export function invoiceText(order: Order, customer: string): string {
  const day = order.createdAt.toISOString().slice(0, 10);
  const lines = [`Invoice ${order.number}`, `${customer}, ${day}`, '-'.repeat(WIDTH)];
  const grossByRate = new Map<number, Money>();
  for (const item of order.items) {
    const total = item.unit.times(item.quantity);
    const rate = vatRate(order.country, item.vatClass);
    grossByRate.set(rate, (grossByRate.get(rate) ?? Money.zero).plus(total));
    lines.push(row(`${String(item.quantity).padStart(3)} x ${item.name}`, total));
  }
  lines.push('-'.repeat(WIDTH));
  for (const [rate, gross] of [...grossByRate].sort(([left], [right]) => left - right)) {
    const label = `VAT ${(rate / 100).toFixed(1)} % contained`;
    lines.push(row(label, gross.minus(netOf(gross, rate))));
  }
  lines.push(row('Total', order.total));
  return lines.join('\n');
}
