import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  OneToMany,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
} from 'typeorm';
import { euros, Money } from '@shop/common/money';
import { OrderItem } from './order-item.entity';
import { OrderStatus } from './order-status';

@Entity('orders')
@Index(['status', 'createdAt'])
export class Order {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ unique: true })
  number: string;

  @Index()
  @Column({ name: 'user_id' })
  userId: number;

  @Column({ type: 'enum', enum: OrderStatus, default: OrderStatus.Placed })
  status: OrderStatus;

  @Column('int', { name: 'total_cents', transformer: euros })
  total: Money;

  @Column({ length: 2 })
  country: string;

  @CreateDateColumn({ name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at' })
  updatedAt: Date;

  @OneToMany(() => OrderItem, (item) => item.order, { cascade: true, eager: true })
  items: OrderItem[];
}
