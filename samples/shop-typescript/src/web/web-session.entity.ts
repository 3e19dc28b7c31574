import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sessions')
export class WebSession {
  @PrimaryColumn()
  token: string;

  @Column({ name: 'expires_at' })
  expiresAt: Date;
}
