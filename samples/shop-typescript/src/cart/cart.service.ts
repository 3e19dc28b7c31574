import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, Repository } from 'typeorm';
import { vatContained, vatRate } from '@shop/accounts/vat';
import { CatalogService } from '@shop/catalog/catalog.service';
import { lineTotal } from '@shop/catalog/price-rules';
import { Clock } from '@shop/common/clock';
import { ShopError } from '@shop/common/errors';
import { Money } from '@shop/common/money';
import { settings } from '@shop/common/settings';
import { CartItem } from './cart-item.entity';
import { Cart } from './cart.entity';
import { Coupon } from './coupon.entity';
import { shippingCost } from './shipping';

export const MOST_PIECES = 99;

export interface Totals {
  goods: Money;
  discount: Money;
  shipping: Money;
  vat: Money;
  payable: Money;
}

/** Carts of visitors and customers, found by the token of their cookie. */
@Injectable()
export class CartService {
  constructor(
    @InjectRepository(Cart) private readonly carts: Repository<Cart>,
    @InjectRepository(CartItem) private readonly items: Repository<CartItem>,
    @InjectRepository(Coupon) private readonly coupons: Repository<Coupon>,
    private readonly catalog: CatalogService,
    private readonly clock: Clock,
  ) {}

  async load(token: string): Promise<Cart> {
    const known = await this.carts.findOneBy({ token });
    return known ?? this.carts.save(this.carts.create({ token, items: [] }));
  }

  async add(token: string, productId: number, quantity: number): Promise<Cart> {
    const product = await this.catalog.find(productId);
    if (quantity < 1 || quantity > MOST_PIECES) {
      throw new ShopError(`Please order 1 to ${MOST_PIECES} pieces.`);
    }
    const cart = await this.load(token);
    const item = cart.items.find((candidate) => candidate.product.id === product.id);
    if (item) {
      item.quantity = Math.min(item.quantity + quantity, MOST_PIECES);
      await this.items.save(item);
    } else {
      await this.items.insert({ cart, product, quantity });
    }
    return this.touch(cart);
  }

  /** Sets a quantity; none removes the line. */
  async change(token: string, productId: number, quantity: number): Promise<Cart> {
    const cart = await this.load(token);
    for (const item of cart.items.filter((candidate) => candidate.product.id === productId)) {
      if (quantity <= 0) {
        await this.items.delete(item.id);
      } else {
        await this.items.update(item.id, { quantity: Math.min(quantity, MOST_PIECES) });
      }
    }
    return this.touch(cart);
  }

  async applyCoupon(token: string, code: string): Promise<Cart> {
    const coupon = await this.validCoupon(code.trim().toUpperCase());
    if (!coupon) throw new ShopError('This coupon is not valid.');
    const cart = await this.load(token);
    cart.coupon = coupon.code;
    return this.carts.save(cart);
  }

  /** Empties a cart that was ordered; its coupon is used up once more. */
  async clear(cart: Cart): Promise<void> {
    if (cart.coupon !== '') {
      await this.coupons.decrement({ code: cart.coupon }, 'usesLeft', 1);
    }
    await this.items.delete({ cart: { id: cart.id } });
    await this.carts.update(cart.id, { coupon: '' });
  }

  async totals(cart: Cart, country: string): Promise<Totals> {
    const basisPoints = (await this.validCoupon(cart.coupon))?.basisPoints ?? 0;
    let [goods, vat, pieces] = [Money.zero, Money.zero, 0];
    for (const { product, quantity } of cart.items) {
      const total = lineTotal(product, quantity, this.clock.now());
      const reduced = total.minus(total.share(basisPoints));
      goods = goods.plus(total);
      vat = vat.plus(vatContained(reduced, vatRate(country, product.vatClass)));
      pieces += quantity;
    }
    const discount = goods.share(basisPoints);
    const isFree = pieces === 0 || !settings.freeShippingFrom.isMoreThan(goods.minus(discount));
    const shipping = isFree ? Money.zero : shippingCost(country, pieces);
    return { goods, discount, shipping, vat, payable: goods.minus(discount).plus(shipping) };
  }

  private validCoupon(code: string): Promise<Coupon | null> {
    return this.coupons.findOneBy({
      code,
      validUntil: MoreThan(this.clock.now()),
      usesLeft: MoreThan(0),
    });
  }

  private async touch(cart: Cart): Promise<Cart> {
    await this.carts.update(cart.id, { updatedAt: this.clock.now() });
    return this.load(cart.token);
  }
}
