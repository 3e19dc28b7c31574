import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EmailLog } from './email-log.entity';
import { EmailConsumer } from './email.consumer';
import { Mailer } from './mailer';

@Module({
  imports: [TypeOrmModule.forFeature([EmailLog]), BullModule.registerQueue({ name: 'emails' })],
  providers: [EmailConsumer, Mailer],
  exports: [Mailer],
})
export class NotifyModule {}
