import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiveModule } from '@shop/live/live.module';
import { MediaModule } from '@shop/media/media.module';
import { SearchModule } from '@shop/search/search.module';
import { WebModule } from '@shop/web/web.module';
import { CatalogController } from './catalog.controller';
import { CatalogService } from './catalog.service';
import { Category } from './category.entity';
import { PriceChange } from './price-change.entity';
import { PriceImport } from './price-import';
import { Product } from './product.entity';
import { StockMovement } from './stock-movement.entity';
import { Stock } from './stock.entity';
import { StockService } from './stock.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Category, PriceChange, Product, Stock, StockMovement]),
    LiveModule,
    MediaModule,
    SearchModule,
    WebModule,
  ],
  controllers: [CatalogController],
  providers: [CatalogService, PriceImport, StockService],
  exports: [CatalogService, PriceImport, StockService],
})
export class CatalogModule {}
