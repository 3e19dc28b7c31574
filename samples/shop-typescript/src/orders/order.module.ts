import { forwardRef, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@shop/accounts/accounts.module';
import { CartModule } from '@shop/cart/cart.module';
import { CatalogModule } from '@shop/catalog/catalog.module';
import { NotifyModule } from '@shop/notify/notify.module';
import { PaymentModule } from '@shop/payments/payment.module';
import { WebModule } from '@shop/web/web.module';
import { OrderExport } from './order-export';
import { OrderItem } from './order-item.entity';
import { OrderController } from './order.controller';
import { Order } from './order.entity';
import { OrderService } from './order.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Order, OrderItem]),
    AccountsModule,
    CartModule,
    CatalogModule,
    NotifyModule,
    WebModule,
    forwardRef(() => PaymentModule),
  ],
  controllers: [OrderController],
  providers: [OrderExport, OrderService],
  exports: [OrderService, TypeOrmModule],
})
export class OrderModule {}
