import { Injectable } from '@nestjs/common';
import { Clock } from '@shop/common/clock';
import { settings } from '@shop/common/settings';
import { keyedDigest, sameText } from './passwords';

/** Signed tokens that say who somebody is, without a look at the database. */
@Injectable()
export class Tokens {
  constructor(private readonly clock: Clock) {}

  sign(userId: number, expires: Date): string {
    const payload = `${userId}.${expires.getTime()}`;
    return `${payload}.${keyedDigest(payload, settings.signingKey)}`;
  }

  /** The user, or nothing if the token is forged or old. */
  read(token: string): number | null {
    const [user, expires, signature] = token.split('.');
    if (user === undefined || expires === undefined || signature === undefined) return null;
    const expected = keyedDigest(`${user}.${expires}`, settings.signingKey);
    if (!sameText(expected, signature)) return null;
    return Number(expires) > this.clock.now().getTime() ? Number(user) : null;
  }
}
