import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotifyModule } from '@shop/notify/notify.module';
import { Address } from './address.entity';
import { LoginAttempt } from './login-attempt.entity';
import { LoginController } from './login.controller';
import { RegistrationController } from './registration.controller';
import { Tokens } from './tokens';
import { User } from './user.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Address, LoginAttempt, User]), NotifyModule],
  controllers: [LoginController, RegistrationController],
  providers: [Tokens],
  exports: [Tokens, TypeOrmModule],
})
export class AccountsModule {}
