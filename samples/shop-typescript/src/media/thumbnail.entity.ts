import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('thumbnails')
@Unique(['imageKey', 'variant'])
export class Thumbnail {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ name: 'image_key' })
  imageKey: string;

  @Column()
  variant: string;

  @Column()
  width: number;

  @Column()
  height: number;

  @Column('bytea')
  body: Buffer;
}
