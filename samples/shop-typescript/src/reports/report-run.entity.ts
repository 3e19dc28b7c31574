import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('report_runs')
export class ReportRun {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  report: string;

  @Column('date')
  day: string;

  @Column()
  lines: number;

  @CreateDateColumn({ name: 'finished_at' })
  finishedAt: Date;
}
