import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Put, Query, UseGuards } from '@nestjs/common';
import { IsInt, IsPositive } from 'class-validator';
import { Money } from '@shop/common/money';
import { PicturesService } from '@shop/media/pictures.service';
import { SearchService } from '@shop/search/search.service';
import { AdministratorGuard, Caller } from '@shop/web/auth';
import type { User } from '@shop/accounts/user.entity';
import { CatalogService } from './catalog.service';
import { Product } from './product.entity';
import { StockService } from './stock.service';

class NewPrice {
  @IsInt()
  @IsPositive()
  cents: number;
}

interface ProductView {
  id: number;
  sku: string;
  name: string;
  price: string;
  available: number;
  cover: string | null;
}

@Controller()
export class CatalogController {
  constructor(
    private readonly catalog: CatalogService,
    private readonly stock: StockService,
    private readonly pictures: PicturesService,
    private readonly searches: SearchService,
  ) {}

  // @trigger http method=GET path="/categories/:slug" rps=3 peak_rps=20 latency_ms=150
  @Get('categories/:slug')
  async category(@Param('slug') slug: string): Promise<ProductView[]> {
    const products = await this.catalog.inCategory(slug);
    return Promise.all(products.map((product) => this.view(product)));
  }

  // @trigger http method=GET path="/products/:id" rps=2 peak_rps=15 latency_ms=150
  @Get('products/:id')
  async product(@Param('id', ParseIntPipe) id: number): Promise<ProductView> {
    return this.view(await this.catalog.find(id));
  }

  // @trigger http method=GET path=/search rps=1 peak_rps=8 latency_ms=150
  @Get('search')
  async find(@Query('q') query: string): Promise<ProductView[]> {
    const hits = await this.searches.search(query, 20);
    const products = await Promise.all(hits.map((hit) => this.catalog.find(hit.productId)));
    return Promise.all(products.map((product) => this.view(product)));
  }

  // @trigger http method=PUT path="/admin/products/:id/price" rps=0.001
  @Put('admin/products/:id/price')
  @HttpCode(204)
  @UseGuards(AdministratorGuard)
  async changePrice(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: NewPrice,
    @Caller() caller: User,
  ): Promise<void> {
    await this.catalog.changePrice(await this.catalog.find(id), Money.of(body.cents), caller.email);
  }

  private async view(product: Product): Promise<ProductView> {
    const { id, sku, name } = product;
    return {
      id,
      sku,
      name,
      price: product.price.toString(),
      available: await this.stock.available(id),
      cover: await this.pictures.coverOf(id),
    };
  }
}
