import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Injectable, Logger } from '@nestjs/common';
import { ShopError } from '@shop/common/errors';
import { Money } from '@shop/common/money';
import { CatalogService } from './catalog.service';

export interface ImportSummary {
  changed: number;
  unknown: number;
  refused: number;
  skipped: number;
}

const RECORD = /^(?<sku>.{12})(?<cents>\d{9})(?<currency>[A-Z]{3})/;

/** The price file of the wholesaler: fixed columns, Latin-1, one article a line. */
@Injectable()
export class PriceImport {
  private readonly log = new Logger(PriceImport.name);

  constructor(private readonly catalog: CatalogService) {}

  // Mondays, when the wholesaler has sent its file; see deploy/crontab.
  // @trigger cli name=import-prices
  async importPrices(path: string): Promise<ImportSummary> {
    const summary: ImportSummary = { changed: 0, unknown: 0, refused: 0, skipped: 0 };
    const lines = createInterface({ input: createReadStream(path, 'latin1') });
    for await (const line of lines) {
      if (line.startsWith('#') || line.trim() === '') continue;
      summary[await this.take(line)] += 1;
    }
    return summary;
  }

  private async take(line: string): Promise<keyof ImportSummary> {
    const { sku, cents, currency } = RECORD.exec(line)?.groups ?? {};
    if (sku === undefined) return 'skipped';
    const product = await this.catalog.findBySku(sku.trim());
    if (!product) return 'unknown';
    try {
      await this.catalog.changePrice(product, Money.of(Number(cents), currency), 'price file');
      return 'changed';
    } catch (refusal) {
      if (!(refusal instanceof ShopError || refusal instanceof RangeError)) throw refusal;
      this.log.warn(`price of ${product.sku} refused: ${refusal.message}`);
      return 'refused';
    }
  }
}
