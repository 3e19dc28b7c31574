import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Password hashes (scrypt) and digests with a key. */
export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}$${scryptSync(password, salt, 32).toString('hex')}`;
}

export function passwordMatches(password: string, stored: string): boolean {
  const [salt, expected] = stored.split('$');
  if (salt === undefined || expected === undefined) return false;
  const actual = scryptSync(password, Buffer.from(salt, 'hex'), 32).toString('hex');
  return sameText(actual, expected);
}

export function keyedDigest(message: string | Buffer, key: string): string {
  return createHmac('sha256', key).update(message).digest('hex');
}

/** Takes equally long wherever the first difference is. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
