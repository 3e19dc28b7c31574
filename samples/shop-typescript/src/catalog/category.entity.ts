import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

@Entity('categories')
export class Category {
  @PrimaryGeneratedColumn()
  id: number;

  @ManyToOne(() => Category, { nullable: true })
  parent: Category | null;

  @Column()
  name: string;

  @Column({ unique: true })
  slug: string;
}
