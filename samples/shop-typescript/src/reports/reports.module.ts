import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NightlyReport } from './nightly-report';
import { ReportRun } from './report-run.entity';

@Module({
  imports: [TypeOrmModule.forFeature([ReportRun])],
  providers: [NightlyReport],
  exports: [NightlyReport],
})
export class ReportsModule {}
