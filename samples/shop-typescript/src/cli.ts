#!/usr/bin/env node
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '@shop/app.module';
import { PriceImport } from '@shop/catalog/price-import';
import { SessionCleanupJob } from '@shop/jobs/session-cleanup.job';
import { NightlyReport } from '@shop/reports/nightly-report';
import { Report } from '@shop/reports/report';
import { SearchService } from '@shop/search/search.service';

type Command = (app: INestApplicationContext, ...words: string[]) => Promise<unknown>;

async function report(app: INestApplicationContext, day = ''): Promise<string> {
  const out = new Report();
  await app.get(NightlyReport).write(day, out);
  return out.toString();
}

function importPrices(app: INestApplicationContext, path = ''): Promise<unknown> {
  return app.get(PriceImport).importPrices(path);
}

function reindex(app: INestApplicationContext): Promise<number> {
  return app.get(SearchService).reindex();
}

function cleanSessions(app: INestApplicationContext): Promise<void> {
  return app.get(SessionCleanupJob).deleteExpiredSessions();
}

const COMMANDS: Record<string, Command> = {
  report: report,
  'import-prices': importPrices,
  reindex: reindex,
  'session-cleanup': cleanSessions,
};

/** Commands for the operators, started by cron and by hand. */
async function main([name = '', ...words]: string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new Error(`no command called '${name}'`);
  const app = await NestFactory.createApplicationContext(AppModule);
  try {
    console.log(await command(app, ...words));
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
