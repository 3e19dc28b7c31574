import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const HEAD = ['number', 'created_at', 'email', 'country', 'status', 'total_cents', 'pieces'] as const;

type ExportRow = Record<(typeof HEAD)[number], string | number | Date>;

function cell(value: string | number | Date): string {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All orders of a period as CSV, for the tax adviser. */
@Injectable()
export class OrderExport {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async *lines(first: Date, last: Date): AsyncGenerator<string> {
    yield `${HEAD.join(';')}\n`;
    const rows: ExportRow[] = await this.database.query(
      `SELECT o.number, o.created_at, u.email, o.country, o.status, o.total_cents,
              SUM(i.quantity) AS pieces
         FROM orders o
         JOIN users u ON u.id = o.user_id
         JOIN order_items i ON i.order_id = o.id
        WHERE o.created_at >= $1 AND o.created_at < $2
        GROUP BY o.id, u.email
        ORDER BY o.number`,
      [first, last],
    );
    for (const row of rows) yield `${HEAD.map((name) => cell(row[name])).join(';')}\n`;
  }
}
