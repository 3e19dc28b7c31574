import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { euros, Money } from '@shop/common/money';

export enum PaymentStatus {
  Pending = 'pending',
  Settled = 'settled',
  Refunded = 'refunded',
}

@Entity('payments')
export class Payment {
  @PrimaryGeneratedColumn()
  id: number;

  @Index()
  @Column({ name: 'order_id' })
  orderId: number;

  @Column()
  provider: string;

  @Index()
  @Column()
  reference: string;

  @Column('int', { name: 'amount_cents', transformer: euros })
  amount: Money;

  @Column({ type: 'enum', enum: PaymentStatus })
  status: PaymentStatus;

  @CreateDateColumn({ name: 'created_at' })
  createdAt: Date;
}
