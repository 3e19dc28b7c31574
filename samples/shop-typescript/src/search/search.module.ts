import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Product } from '@shop/catalog/product.entity';
import { Posting } from './posting.entity';
import { SearchService } from './search.service';

@Module({
  imports: [TypeOrmModule.forFeature([Posting, Product])],
  providers: [SearchService],
  exports: [SearchService],
})
export class SearchModule {}
