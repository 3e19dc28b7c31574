import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '@shop/catalog/catalog.module';
import { WebModule } from '@shop/web/web.module';
import { CartItem } from './cart-item.entity';
import { CartController } from './cart.controller';
import { Cart } from './cart.entity';
import { CartService } from './cart.service';
import { Coupon } from './coupon.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Cart, CartItem, Coupon]), CatalogModule, WebModule],
  controllers: [CartController],
  providers: [CartService],
  exports: [CartService, TypeOrmModule],
})
export class CartModule {}
