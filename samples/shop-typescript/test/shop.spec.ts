import { hashPassword, passwordMatches } from '@shop/accounts/passwords';
import { Tokens } from '@shop/accounts/tokens';
import { Clock } from '@shop/common/clock';
import { Money } from '@shop/common/money';
import { sniff } from '@shop/media/pictures.service';
import { render } from '@shop/notify/templates';
import { luhnValid } from '@shop/payments/providers';
import { tokenize } from '@shop/search/tokenizer';
import { parseCounts } from '@shop/warehouse/warehouse.client';

class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2024-01-14T12:00:00Z');
  }
}

test.each([
  [1_000, 500, 50],
  [5, 5_000, 3],
  [-5, 5_000, -3],
])('%i cents at %i basis points', (cents, basisPoints, expected) => {
  expect(Money.of(cents).share(basisPoints).cents).toBe(expected);
});

test.each([
  ['4242424242424242', true],
  ['4000 0000 0000 0002', true],
  ['4242424242424241', false],
  ['42', false],
])('the number of a card %s', (number, expected) => {
  expect(luhnValid(number)).toBe(expected);
});

test('words are folded and stemmed', () => {
  expect(tokenize('Die blauen Größen')).toEqual(['blau', 'gross']);
});

test('tokens end and cannot be forged', () => {
  const clock = new StoppedClock();
  const tokens = new Tokens(clock);
  const token = tokens.sign(7, clock.in(1));
  expect(tokens.read(token)).toBe(7);
  expect(tokens.read(`8${token.slice(1)}`)).toBeNull();
  expect(tokens.read(tokens.sign(7, clock.now()))).toBeNull();
});

test('passwords match their hash', () => {
  expect(passwordMatches('trekking2024', hashPassword('trekking2024'))).toBe(true);
  expect(passwordMatches('trekking2025', hashPassword('trekking2024'))).toBe(false);
});

test('the warehouse ends its answer', async () => {
  await expect(parseCounts(['TENT-2;7', 'END'])).resolves.toEqual([{ sku: 'TENT-2', onHand: 7 }]);
  await expect(parseCounts(['TENT-2;7'])).rejects.toThrow('no end');
  await expect(parseCounts(['TENT-2'])).rejects.toThrow('not a count');
});

test('mails need their values, pictures their signature', () => {
  const mail = { recipient: 'ada@example.org', template: 'welcome' as const, values: {} };
  expect(() => render(mail)).toThrow('needs a name');
  expect(() => sniff(Buffer.from('GIF89a'))).toThrow('This is not a picture.');
});
