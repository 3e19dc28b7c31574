import { HttpStatus, Injectable } from '@nestjs/common';
import { ShopError } from '@shop/common/errors';
import { settings } from '@shop/common/settings';

export class Declined extends ShopError {
  constructor(message: string) {
    super(message, HttpStatus.PAYMENT_REQUIRED);
  }
}

/** The HTTP interface of the company that moves the money. */
@Injectable()
export class Gateway {
  async post(path: string, body: Record<string, unknown>): Promise<Record<string, string>> {
    let answer: Response;
    try {
      answer = await fetch(new URL(path, settings.gateway), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(8_000),
      });
    } catch {
      throw new Declined('The payment company does not answer.');
    }
    if (answer.status === HttpStatus.PAYMENT_REQUIRED) {
      throw new Declined('The payment was declined.');
    }
    if (!answer.ok) throw new Declined(`The payment company answered ${answer.status}.`);
    return (await answer.json()) as Record<string, string>;
  }
}
