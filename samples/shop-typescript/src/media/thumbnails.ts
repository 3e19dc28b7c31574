import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import sharp from 'sharp';
import { Repository } from 'typeorm';
import { Thumbnail } from './thumbnail.entity';

const VARIANTS = [
  { name: 'cart', edge: 64, fit: 'cover' },
  { name: 'list', edge: 160, fit: 'cover' },
  { name: 'page', edge: 480, fit: 'inside' },
] as const;

/** Small versions of uploaded pictures. */
@Injectable()
export class Thumbnails {
  private readonly log = new Logger(Thumbnails.name);

  constructor(
    @InjectRepository(Thumbnail) private readonly thumbnails: Repository<Thumbnail>,
  ) {}

  // @trigger storage source="s3://uploads" filter="*.jpg" timeout=30s memory=512MB
  //     rps=0.2 duration_ms=800
  async makeThumbnails(key: string, bytes: Buffer): Promise<number> {
    await this.thumbnails.delete({ imageKey: key });
    for (const { name, edge, fit } of VARIANTS) {
      const { data, info } = await sharp(bytes)
        .rotate()
        .resize(edge, edge, { fit, withoutEnlargement: true })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      await this.thumbnails.insert({
        imageKey: key,
        variant: name,
        width: info.width,
        height: info.height,
        body: data,
      });
    }
    this.log.debug(`${VARIANTS.length} thumbnails of ${key}`);
    return VARIANTS.length;
  }
}
