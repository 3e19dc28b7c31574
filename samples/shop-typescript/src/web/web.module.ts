import { MiddlewareConsumer, Module, NestModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '@shop/accounts/accounts.module';
import { AdministratorGuard, CustomerGuard } from './auth';
import { BrowserSessions } from './browser-sessions';
import { SwitchController } from './switch.controller';
import { WebSession } from './web-session.entity';

@Module({
  imports: [TypeOrmModule.forFeature([WebSession]), AccountsModule],
  controllers: [SwitchController],
  providers: [AdministratorGuard, CustomerGuard],
  exports: [AccountsModule, AdministratorGuard, CustomerGuard, TypeOrmModule],
})
export class WebModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(BrowserSessions).forRoutes('cart', 'orders');
  }
}
