import { Module } from '@nestjs/common';
import { CartModule } from '@shop/cart/cart.module';
import { OrderModule } from '@shop/orders/order.module';
import { PaymentModule } from '@shop/payments/payment.module';
import { WebModule } from '@shop/web/web.module';
import { OrderTimeoutJob } from './order-timeout.job';
import { SessionCleanupJob } from './session-cleanup.job';

@Module({
  imports: [CartModule, OrderModule, PaymentModule, WebModule],
  providers: [OrderTimeoutJob, SessionCleanupJob],
})
export class JobsModule {}
