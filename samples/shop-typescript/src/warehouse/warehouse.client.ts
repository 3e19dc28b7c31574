import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { Injectable } from '@nestjs/common';
import { settings } from '@shop/common/settings';

export interface Count {
  sku: string;
  onHand: number;
}

/** The line protocol of the warehouse system: `SKU;PIECES` a line, then `END`. */
export async function parseCounts(lines: AsyncIterable<string> | Iterable<string>): Promise<Count[]> {
  const counts: Count[] = [];
  for await (const line of lines) {
    if (line.trim() === 'END') return counts;
    const match = /^([^;]+);(\d{1,9})$/.exec(line.trim());
    if (!match) throw new Error(`not a count: '${line}'`);
    counts.push({ sku: match[1]!, onHand: Number(match[2]) });
  }
  throw new Error('the answer has no end');
}

@Injectable()
export class WarehouseClient {
  async fetch(): Promise<Count[]> {
    const { host, port } = settings.warehouse;
    const socket = createConnection({ host, port, timeout: 3_000 });
    socket.on('timeout', () => socket.destroy(new Error('the warehouse is too slow')));
    try {
      socket.write('CHANGES\n');
      return await parseCounts(createInterface({ input: socket }));
    } finally {
      socket.destroy();
    }
  }
}
