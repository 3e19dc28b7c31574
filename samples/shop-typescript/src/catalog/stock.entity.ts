import { Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

@Entity('stock')
export class Stock {
  @PrimaryColumn({ name: 'product_id' })
  productId: number;

  @Column({ name: 'on_hand', default: 0 })
  onHand: number;

  @Column({ default: 0 })
  reserved: number;

  @UpdateDateColumn({ name: 'updated_at' })
  updatedAt: Date;

  get available(): number {
    return this.onHand - this.reserved;
  }
}
