import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { BrowserToken } from '@shop/web/auth';
import { Cart } from './cart.entity';
import { CartService, MOST_PIECES } from './cart.service';

class Line {
  @IsInt()
  productId: number;

  @IsInt()
  @Min(0)
  @Max(MOST_PIECES)
  quantity: number;
}

class CouponCode {
  @IsString()
  code: string;
}

@Controller('cart')
export class CartController {
  constructor(private readonly carts: CartService) {}

  // @trigger http method=GET path=/cart rps=0.5 latency_ms=150
  @Get()
  async show(@BrowserToken() token: string) {
    return this.view(await this.carts.load(token));
  }

  // @trigger http method=POST path=/cart/lines rps=0.3 latency_ms=150
  @Post('lines')
  async add(@BrowserToken() token: string, @Body() line: Line) {
    return this.view(await this.carts.add(token, line.productId, line.quantity));
  }

  // @trigger http method=PUT path=/cart/lines rps=0.1 latency_ms=150
  @Put('lines')
  async change(@BrowserToken() token: string, @Body() line: Line) {
    return this.view(await this.carts.change(token, line.productId, line.quantity));
  }

  // @trigger http method=PUT path=/cart/coupon rps=0.02 latency_ms=150
  @Put('coupon')
  async coupon(@BrowserToken() token: string, @Body() { code }: CouponCode) {
    return this.view(await this.carts.applyCoupon(token, code));
  }

  private async view(cart: Cart) {
    const { goods, discount, payable } = await this.carts.totals(cart, 'DE');
    return {
      lines: cart.items.map(({ product, quantity }) => ({ productId: product.id, quantity })),
      goods: `${goods}`,
      discount: `${discount}`,
      payable: `${payable}`,
    };
  }
}
