import { Column, CreateDateColumn, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { euros, Money } from '@shop/common/money';
import { Category } from './category.entity';

export enum VatClass {
  Standard = 'standard',
  Reduced = 'reduced',
  Zero = 'zero',
}

@Entity('products')
export class Product {
  @PrimaryGeneratedColumn()
  id: number;

  @ManyToOne(() => Category, { nullable: false })
  category: Category;

  @Column({ unique: true })
  sku: string;

  @Column()
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('int', { name: 'price_cents', transformer: euros })
  price: Money;

  @Column({ name: 'vat_class', type: 'enum', enum: VatClass, default: VatClass.Standard })
  vatClass: VatClass;

  @Column({ default: true })
  active: boolean;

  @CreateDateColumn({ name: 'created_at' })
  createdAt: Date;
}
