import { doesNotThrow, equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { pack, unpack } from '../../../src/storage/json.ts';
import { checkKey, checkRow, checkTransaction, encodeKey, type Row } from '../../../src/storage/limits.ts';

const row = (given: Partial<Row> = {}): Row => ({ partitionKey: 'p', rowKey: 'r', v: 1, ...given });

describe('The limits of the real table service', () => {
  it('are kept though Azurite does not keep them', () => {
    doesNotThrow(() => checkRow(row({ text: 'x'.repeat(32_768) })));
    throws(() => checkRow(row({ text: 'x'.repeat(32_769) })), /32768/);
    throws(() => checkRow(row({ bytes: new Uint8Array(65_537) })), /65536/);
    throws(() => checkRow(row({ 'not-a-name': 1 })), /no name of a property/);
    const wide = Object.fromEntries(Array.from({ length: 252 }, (_, n) => [`p${n}`, n]));
    throws(() => checkRow(row(wide)), /too wide/);
    const big = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`p${n}`, 'x'.repeat(32_768)]));
    throws(() => checkRow(row(big)), /too big/);
    throws(
      () => checkTransaction(Array.from({ length: 101 }, (_, n) => row({ rowKey: `${n}` }))),
      /too many/,
    );
    throws(() => checkTransaction([row(), row({ partitionKey: 'q' })]), /one partition/);
    const half = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`p${n}`, 'x'.repeat(32_000)]));
    throws(
      () => checkTransaction(Array.from({ length: 7 }, (_, n) => row({ rowKey: `${n}`, ...half }))),
      /too big/,
    );
  });

  it('refuse keys the service refuses, and any text becomes a key that it takes and that is its own', () => {
    for (const key of ['a/b', 'a\\b', 'a#b', 'a?b', 'a\nb', 'a\u0085b', 'x'.repeat(513)])
      throws(() => checkKey(key));
    const texts = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        checkKey(encodeKey(a));
        return (encodeKey(a) === encodeKey(b)) === (a === b) && !encodeKey(a).includes('~');
      }),
    );
  });
});

describe('A packed value', () => {
  it('comes back as it was, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => JSON.stringify(unpack('x', pack('x', value))) === JSON.stringify(value),
      ),
    );
    // Text that does not compress: several parts.
    const noise = fc.sample(
      fc.string({ unit: 'binary-ascii', minLength: 90_000, maxLength: 90_000, size: 'max' }),
      1,
    )[0];
    equal(Object.keys(pack('x', noise)).length > 1, true);
    equal(unpack('x', pack('x', noise)), noise);
  });
});
