import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { IsIn, IsInt, IsISO31661Alpha2, IsOptional, IsString } from 'class-validator';
import { User } from '@shop/accounts/user.entity';
import { CartService } from '@shop/cart/cart.service';
import { DAY } from '@shop/common/clock';
import { Refused } from '@shop/common/errors';
import { Money } from '@shop/common/money';
import { RefundService } from '@shop/payments/refund.service';
import { AdministratorGuard, BrowserToken, Caller, CustomerGuard } from '@shop/web/auth';
import { invoiceText } from './invoice';
import { OrderExport } from './order-export';
import { Order } from './order.entity';
import { OrderService } from './order.service';

class Checkout {
  @IsISO31661Alpha2()
  country: string;

  @IsIn(['card', 'debit'])
  provider: 'card' | 'debit';

  @IsOptional()
  @IsString()
  cardNumber?: string;

  @IsOptional()
  @IsString()
  mandate?: string;
}

class RefundRequest {
  @IsInt()
  cents: number;

  @IsString()
  reason: string;
}

function view({ id, number, status, total }: Order) {
  return { id, number, status, total: `${total}` };
}

@Controller()
export class OrderController {
  constructor(
    private readonly orders: OrderService,
    private readonly carts: CartService,
    private readonly refunds: RefundService,
    private readonly exports: OrderExport,
  ) {}

  // @trigger http method=POST path=/orders rps=0.05 peak_rps=2 latency_ms=2000 duration_ms=900
  @Post('orders')
  @UseGuards(CustomerGuard)
  async checkout(@Caller() user: User, @BrowserToken() token: string, @Body() body: Checkout) {
    const { country, ...means } = body;
    return view(await this.orders.place(await this.carts.load(token), user, country, means));
  }

  // @trigger http method=GET path=/orders rps=0.1
  @Get('orders')
  @UseGuards(CustomerGuard)
  async mine(@Caller() user: User) {
    return (await this.orders.of(user)).map(view);
  }

  // @trigger http method=GET path="/orders/:id/invoice" rps=0.02
  @Get('orders/:id/invoice')
  @UseGuards(CustomerGuard)
  async invoice(@Caller() user: User, @Param('id', ParseIntPipe) id: number): Promise<string> {
    const order = await this.orders.find(id);
    if (order.userId !== user.id) throw new Refused('This is not your order.');
    return invoiceText(order, user.name);
  }

  // @trigger http method=POST path="/admin/orders/:id/shipment" rps=0.01
  @Post('admin/orders/:id/shipment')
  @HttpCode(204)
  @UseGuards(AdministratorGuard)
  async ship(@Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.orders.ship(id);
  }

  // @trigger http method=POST path="/admin/orders/:id/refunds" rps=0.001
  @Post('admin/orders/:id/refunds')
  @HttpCode(204)
  @UseGuards(AdministratorGuard)
  async refund(@Param('id', ParseIntPipe) id: number, @Body() body: RefundRequest): Promise<void> {
    await this.refunds.refund(id, Money.of(body.cents), body.reason);
  }

  // @trigger http method=GET path=/admin/export/orders.csv rps=0.001 duration_ms=45000
  @Get('admin/export/orders.csv')
  @UseGuards(AdministratorGuard)
  exportCsv(@Query('first') first: string, @Query('last') last: string): StreamableFile {
    const end = new Date(new Date(last).getTime() + DAY);
    return new StreamableFile(Readable.from(this.exports.lines(new Date(first), end)), {
      type: 'text/csv',
    });
  }
}
