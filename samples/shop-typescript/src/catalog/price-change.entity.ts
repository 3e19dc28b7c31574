import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('price_changes')
export class PriceChange {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ name: 'product_id' })
  productId: number;

  @Column({ name: 'old_cents' })
  oldCents: number;

  @Column({ name: 'new_cents' })
  newCents: number;

  @Column({ name: 'changed_by' })
  changedBy: string;

  @CreateDateColumn({ name: 'changed_at' })
  changedAt: Date;
}
