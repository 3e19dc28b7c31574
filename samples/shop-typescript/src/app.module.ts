import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@shop/accounts/accounts.module';
import { CartModule } from '@shop/cart/cart.module';
import { CatalogModule } from '@shop/catalog/catalog.module';
import { CommonModule } from '@shop/common/common.module';
import { settings } from '@shop/common/settings';
import { JobsModule } from '@shop/jobs/jobs.module';
import { LiveModule } from '@shop/live/live.module';
import { MediaModule } from '@shop/media/media.module';
import { NotifyModule } from '@shop/notify/notify.module';
import { OrderModule } from '@shop/orders/order.module';
import { PaymentModule } from '@shop/payments/payment.module';
import { ReportsModule } from '@shop/reports/reports.module';
import { SearchModule } from '@shop/search/search.module';
import { WarehouseModule } from '@shop/warehouse/warehouse.module';
import { WebModule } from '@shop/web/web.module';

@Module({
  imports: [
    BullModule.forRoot({ connection: { host: settings.redisHost } }),
    EventEmitterModule.forRoot(),
    ScheduleModule.forRoot(),
    TypeOrmModule.forRoot({ type: 'postgres', url: settings.databaseUrl, autoLoadEntities: true }),
    AccountsModule,
    CartModule,
    CatalogModule,
    CommonModule,
    JobsModule,
    LiveModule,
    MediaModule,
    NotifyModule,
    OrderModule,
    PaymentModule,
    ReportsModule,
    SearchModule,
    WarehouseModule,
    WebModule,
  ],
})
export class AppModule {}
