import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ShopError } from '@shop/common/errors';
import { DiskStore } from './disk-store';
import { Image } from './image.entity';
import { Thumbnail } from './thumbnail.entity';
import { Thumbnails } from './thumbnails';

const LARGEST = 20 * 1024 * 1024;

const SIGNATURES = [
  { start: Buffer.from([0xff, 0xd8, 0xff]), type: 'image/jpeg', suffix: 'jpg' },
  { start: Buffer.from([0x89, 0x50, 0x4e, 0x47]), type: 'image/png', suffix: 'png' },
] as const;

export function sniff(body: Buffer) {
  const found = SIGNATURES.find(({ start }) => body.subarray(0, start.length).equals(start));
  if (!found) throw new ShopError('This is not a picture.');
  return found;
}

/** Pictures of products, from the form of the administrators to the store. */
@Injectable()
export class PicturesService {
  constructor(
    @InjectRepository(Image) private readonly images: Repository<Image>,
    @InjectRepository(Thumbnail) private readonly thumbnails: Repository<Thumbnail>,
    private readonly maker: Thumbnails,
    private readonly store: DiskStore,
  ) {}

  async accept(productId: number, body: Buffer): Promise<string> {
    if (body.length > LARGEST) {
      throw new ShopError(`The picture is larger than ${LARGEST / 1024 / 1024} MB.`);
    }
    const { type, suffix } = sniff(body);
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
    const key = `products/${productId}/${digest}.${suffix}`;
    await this.store.put(key, body);
    await this.images.upsert(
      { productId, storageKey: key, contentType: type, size: body.length },
      ['storageKey'],
    );
    await this.maker.makeThumbnails(key, body);
    return key;
  }

  async coverOf(productId: number): Promise<string | null> {
    const image = await this.images.findOne({ where: { productId }, order: { id: 'ASC' } });
    return image?.storageKey ?? null;
  }

  async thumbnail(imageKey: string, variant: string): Promise<Buffer | null> {
    const found = await this.thumbnails.findOneBy({ imageKey, variant });
    return found?.body ?? null;
  }
}
