import { Global, Module } from '@nestjs/common';
import { Clock } from '@shop/common/clock';

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class CommonModule {}
