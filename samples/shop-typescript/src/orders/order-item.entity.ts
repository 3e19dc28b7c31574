import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { VatClass } from '@shop/catalog/product.entity';
import { euros, Money } from '@shop/common/money';
import { Order } from './order.entity';

/** A line as it was ordered; the product may change its name and its price later. */
@Entity('order_items')
export class OrderItem {
  @PrimaryGeneratedColumn()
  id: number;

  @ManyToOne(() => Order, (order) => order.items)
  @JoinColumn({ name: 'order_id' })
  order: Order;

  @Column({ name: 'product_id' })
  productId: number;

  @Column()
  name: string;

  @Column()
  quantity: number;

  @Column('int', { name: 'unit_cents', transformer: euros })
  unit: Money;

  @Column({ name: 'vat_class', type: 'enum', enum: VatClass })
  vatClass: VatClass;
}
