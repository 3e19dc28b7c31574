import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { vatRate } from '@shop/accounts/vat';
import { VatClass } from '@shop/catalog/product.entity';
import { Clock, DAY } from '@shop/common/clock';
import { BASIS_POINTS, Money, rounded } from '@shop/common/money';
import { ReportRun } from './report-run.entity';
import { Report } from './report';

type Row = Record<string, string | number>;

/** As in the invoice of orders. */
function taxOf(gross: Money, rate: number): Money {
  return gross.minus(Money.of(rounded(gross.cents * BASIS_POINTS, BASIS_POINTS + rate)));
}

const amount = (cents: string | number | undefined) => Money.of(Number(cents ?? 0));

/** What the management reads with the first coffee. */
@Injectable()
export class NightlyReport {
  private readonly log = new Logger(NightlyReport.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectRepository(ReportRun) private readonly runs: Repository<ReportRun>,
    private readonly clock: Clock,
  ) {}

  // @trigger schedule cron="15 2 * * *" timeout=10m duration_ms=90000 memory=256MB
  @Cron('15 2 * * *')
  async nightlyReport(): Promise<void> {
    const out = new Report();
    await this.write(this.clock.ago(DAY).toISOString().slice(0, 10), out);
    this.log.log(`report of yesterday\n${out}`);
  }

  async write(day: string, out: Report): Promise<void> {
    await this.salesByArticle(day, out);
    await this.salesByCountry(day, out);
    await this.payments(day, out);
    await this.lowStock(5, out);
    await this.customers(day, out);
    await this.runs.insert({ report: 'nightly', day, lines: out.lines });
  }

  private async salesByArticle(day: string, out: Report): Promise<void> {
    out.section('Sales by article');
    const rows: Row[] = await this.database.query(
      `SELECT i.name, SUM(i.quantity) AS pieces, SUM(i.quantity * i.unit_cents) AS turnover
         FROM orders o JOIN order_items i ON i.order_id = o.id
        WHERE o.created_at::date = $1 AND o.status IN ('paid', 'shipped')
        GROUP BY i.name ORDER BY pieces DESC, i.name`,
      [day],
    );
    for (const row of rows) out.row(row.name ?? '', row.pieces ?? 0, amount(row.turnover));
  }

  private async salesByCountry(day: string, out: Report): Promise<void> {
    out.section('Sales by country');
    const rows: Row[] = await this.database.query(
      `SELECT country, COUNT(*) AS orders, SUM(total_cents) AS total FROM orders
        WHERE created_at::date = $1 AND status IN ('paid', 'shipped')
        GROUP BY country ORDER BY country`,
      [day],
    );
    for (const { country = '', orders = 0, total } of rows) {
      const rate = vatRate(String(country), VatClass.Standard);
      out.row(country, orders, amount(total), taxOf(amount(total), rate));
    }
  }

  private async payments(day: string, out: Report): Promise<void> {
    out.section('Payments');
    const rows: Row[] = await this.database.query(
      `SELECT p.provider, p.status, COUNT(*) AS payments, SUM(p.amount_cents) AS total,
              COALESCE(SUM(r.amount_cents), 0) AS refunded
         FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id
        WHERE p.created_at::date = $1
        GROUP BY p.provider, p.status ORDER BY p.provider, p.status`,
      [day],
    );
    for (const { provider, status, payments = 0, total, refunded } of rows) {
      out.row(`${provider} ${status}`, payments, amount(total), amount(refunded));
    }
  }

  private async lowStock(below: number, out: Report): Promise<void> {
    out.section('Stock to be ordered');
    const rows: Row[] = await this.database.query(
      `SELECT p.sku, p.name, s.on_hand, s.reserved
         FROM stock s JOIN products p ON p.id = s.product_id
        WHERE s.on_hand < $1 AND p.active ORDER BY s.on_hand, p.sku`,
      [below],
    );
    for (const row of rows) out.row(`${row.sku} ${row.name}`, row.on_hand ?? 0, row.reserved ?? 0);
  }

  private async customers(day: string, out: Report): Promise<void> {
    out.section('Customers');
    const [accounts]: Row[] = await this.database.query(
      'SELECT COUNT(*) AS count FROM users WHERE created_at::date = $1',
      [day],
    );
    const [carts]: Row[] = await this.database.query(
      'SELECT COUNT(*) AS count FROM carts WHERE updated_at >= $1',
      [day],
    );
    out.row('new accounts', accounts?.count ?? 0);
    out.row('carts in use', carts?.count ?? 0);
  }
}
