import { Module } from '@nestjs/common';
import { StockFeed } from './stock.feed';

@Module({ providers: [StockFeed], exports: [StockFeed] })
export class LiveModule {}
