import { Product, VatClass } from '@shop/catalog/product.entity';
import { lineTotal } from '@shop/catalog/price-rules';
import { shippingCost } from '@shop/cart/shipping';
import { Money } from '@shop/common/money';
import { invoiceText, netOf } from '@shop/orders/invoice';
import { OrderItem } from '@shop/orders/order-item.entity';
import { move, OrderStatus } from '@shop/orders/order-status';
import { Order } from '@shop/orders/order.entity';

function product(sku: string, cents: number): Product {
  return Object.assign(new Product(), { sku, name: sku, price: Money.of(cents) });
}

function twoTents(): Order {
  const item = Object.assign(new OrderItem(), {
    name: 'Tent for two',
    quantity: 2,
    unit: Money.of(25_900),
    vatClass: VatClass.Standard,
  });
  return Object.assign(new Order(), {
    number: 'R-2024-000001',
    status: OrderStatus.Placed,
    total: Money.of(51_800),
    country: 'DE',
    createdAt: new Date('2024-01-14T12:00:00Z'),
    items: [item],
  });
}

describe('prices', () => {
  const spring = new Date('2024-04-02');

  it.each([
    ['CUP', 790, 6, 4_503],
    ['CUP', 790, 20, 14_220],
    ['SKI-TOUR', 50_000, 5, 200_000],
  ])('%s at %i, %i pieces', (sku, cents, quantity, expected) => {
    expect(lineTotal(product(sku, cents), quantity, spring)).toEqual(Money.of(expected));
  });

  it('count parcels of ten pieces', () => {
    expect(shippingCost('DE', 11)).toEqual(Money.of(980));
    expect(() => shippingCost('US', 1)).toThrow('We do not ship to US.');
  });
});

describe('an order', () => {
  it('is shipped once and only when paid', () => {
    const order = twoTents();
    expect(() => move(order, OrderStatus.Shipped)).toThrow('The order is placed.');
    move(order, OrderStatus.Paid);
    move(order, OrderStatus.Shipped);
    expect(() => move(order, OrderStatus.Cancelled)).toThrow('The order is shipped.');
  });

  it('has an invoice that adds up', () => {
    const text = invoiceText(twoTents(), 'Ada');
    expect(text).toContain('VAT 19.0 % contained');
    expect(text).toContain('82.71 EUR');
    expect(netOf(Money.of(51_800), 1_900)).toEqual(Money.of(43_529));
  });
});
