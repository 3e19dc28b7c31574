import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Product } from '@shop/catalog/product.entity';
import { Stock } from '@shop/catalog/stock.entity';
import { LiveModule } from '@shop/live/live.module';
import { StockPoller } from './stock-poller';
import { WarehouseClient } from './warehouse.client';

@Module({
  imports: [TypeOrmModule.forFeature([Product, Stock]), LiveModule],
  providers: [StockPoller, WarehouseClient],
})
export class WarehouseModule {}
