import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('login_attempts')
@Index(['email', 'createdAt'])
export class LoginAttempt {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  email: string;

  @Column()
  succeeded: boolean;

  @Column()
  remote: string;

  @CreateDateColumn({ name: 'created_at' })
  createdAt: Date;
}
