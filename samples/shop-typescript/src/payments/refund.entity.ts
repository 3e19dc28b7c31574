import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { euros, Money } from '@shop/common/money';

@Entity('refunds')
export class Refund {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ name: 'payment_id' })
  paymentId: number;

  @Column('int', { name: 'amount_cents', transformer: euros })
  amount: Money;

  @Column()
  reason: string;

  @CreateDateColumn({ name: 'created_at' })
  createdAt: Date;
}
