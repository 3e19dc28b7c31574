import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('search_postings')
export class Posting {
  @PrimaryGeneratedColumn()
  id: number;

  @Index()
  @Column()
  term: string;

  @Column({ name: 'product_id' })
  productId: number;

  @Column()
  weight: number;
}
