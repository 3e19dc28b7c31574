import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('email_log')
export class EmailLog {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  recipient: string;

  @Column()
  template: string;

  @Column()
  status: string;

  @CreateDateColumn({ name: 'sent_at' })
  sentAt: Date;
}
