import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WebModule } from '@shop/web/web.module';
import { DiskStore } from './disk-store';
import { Image } from './image.entity';
import { PicturesController } from './pictures.controller';
import { PicturesService } from './pictures.service';
import { Thumbnail } from './thumbnail.entity';
import { Thumbnails } from './thumbnails';

@Module({
  imports: [TypeOrmModule.forFeature([Image, Thumbnail]), WebModule],
  controllers: [PicturesController],
  providers: [DiskStore, PicturesService, Thumbnails],
  exports: [PicturesService],
})
export class MediaModule {}
