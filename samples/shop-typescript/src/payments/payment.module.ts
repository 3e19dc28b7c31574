import { forwardRef, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrderModule } from '@shop/orders/order.module';
import { Gateway } from './gateway';
import { Payment } from './payment.entity';
import { PaymentService } from './payment.service';
import { Providers } from './providers';
import { Refund } from './refund.entity';
import { RefundService } from './refund.service';
import { WebhookController } from './webhook.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Payment, Refund]), forwardRef(() => OrderModule)],
  controllers: [WebhookController],
  providers: [Gateway, PaymentService, Providers, RefundService],
  exports: [PaymentService, RefundService],
})
export class PaymentModule {}
