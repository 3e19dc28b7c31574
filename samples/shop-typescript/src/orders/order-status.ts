import { ShopError } from '@shop/common/errors';

export enum OrderStatus {
  Placed = 'placed',
  Paid = 'paid',
  Shipped = 'shipped',
  Cancelled = 'cancelled',
  Refunded = 'refunded',
}

const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  [OrderStatus.Placed]: [OrderStatus.Paid, OrderStatus.Cancelled],
  [OrderStatus.Paid]: [OrderStatus.Shipped, OrderStatus.Cancelled, OrderStatus.Refunded],
  [OrderStatus.Shipped]: [OrderStatus.Refunded],
  [OrderStatus.Cancelled]: [],
  [OrderStatus.Refunded]: [],
};

export function move(order: { status: OrderStatus }, status: OrderStatus): void {
  if (!NEXT[order.status].includes(status)) throw new ShopError(`The order is ${order.status}.`);
  order.status = status;
}
