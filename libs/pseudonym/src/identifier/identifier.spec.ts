import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBsn, isBsn } from './bsn.js';
import { frameIdentifier, IDENTIFIER_TYPES, identifierBytes } from './identifier.js';
import { RefusalCounts } from './refusal-counts.js';

describe('frameIdentifier', () => {
  it('writes type, version and value', () => {
    expect(frameIdentifier('address', '0479010000012345')).toBe('address|1|0479010000012345');
    expect(identifierBytes(frameIdentifier('person', 'é'))).toEqual(
      Uint8Array.of(...'person|1|'.split('').map((letter) => letter.charCodeAt(0)), 0xc3, 0xa9),
    );
  });

  it('never gives two kinds or two values one text', () => {
    const pair = fc.tuple(
      fc.constantFrom(...IDENTIFIER_TYPES),
      fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('|', '1', 'a', 'person', 'address') }),
    );
    fc.assert(
      fc.property(pair, pair, ([typeA, valueA], [typeB, valueB]) => {
        const isSame = typeA === typeB && valueA === valueB;
        expect(frameIdentifier(typeA, valueA) === frameIdentifier(typeB, valueB)).toBe(isSame);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it.each([
    ['empty', ''],
    ['not in normal form', 'e\u0301'],
    ['holding a line end', 'a\nb'],
    ['holding half a surrogate pair', '\ud800'],
    ['too long', 'é'.repeat(513)],
  ])('refuses a value that is %s, without repeating it', (_, value) => {
    expect(() => frameIdentifier('reporter', value)).toThrow(
      expect.objectContaining({ code: 'pseudonym.identifier-invalid' }),
    );
    expect(() => frameIdentifier('reporter', value)).toThrow(/^A value of type "reporter" is [a-z ]+\.$/);
  });
});

describe('the elfproef', () => {
  it('takes numbers that are published as examples, and refuses their neighbours', () => {
    for (const bsn of ['111222333', '123456782', '999990019']) expect(isBsn(bsn)).toBe(true);
    for (const not of ['111222334', '123456789', '000000000', '12345678', '1234567820', '12345678a']) {
      expect(isBsn(not)).toBe(false);
    }
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    const bsn = '123456782';
    for (let place = 0; place < 9; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const typed = bsn.slice(0, place) + digit + bsn.slice(place + 1);
        expect([typed, isBsn(typed)]).toEqual([typed, typed === bsn]);
      }
    }
    expect(isBsn('213456782')).toBe(false);
  });

  it('is passed by one in eleven', () => {
    let passed = 0;
    for (let n = 100_000_000; n < 100_011_000; n++) if (isBsn(String(n))) passed++;
    expect(passed).toBe(1000);
  });
});

describe('canonicalBsn', () => {
  it.each(['123456782', ' 123456782 ', '1234.56.782', '1234 56 782', '1234-56-782'])('reads %j', (raw) => {
    expect(canonicalBsn(raw)).toEqual({ bsn: '123456782' });
  });

  it('puts a lost leading zero back', () => {
    expect(canonicalBsn('10000008')).toEqual({ bsn: '010000008' });
  });

  it.each([
    [null, 'missing'],
    [undefined, 'missing'],
    ['  ', 'missing'],
    ['1234567', 'malformed'],
    ['1234567821', 'malformed'],
    ['1234..56782', 'malformed'],
    ['-123456782', 'malformed'],
    ['１２３４５６７８２', 'malformed'],
    ['abcdefghi', 'malformed'],
    ['123456789', 'failed_elfproef'],
    ['000000000', 'failed_elfproef'],
  ])('refuses %j as %s', (raw, refusal) => {
    expect(canonicalBsn(raw)).toEqual({ refusal });
  });
});

describe('RefusalCounts', () => {
  it('counts by cause and gives the coverage', () => {
    const counts = new RefusalCounts<'missing' | 'malformed'>();
    expect(counts.coverage).toBeUndefined();
    counts.resolved();
    counts.resolved();
    counts.resolved();
    counts.refused('missing');
    expect(counts.summary).toEqual({ rows: 4, resolved: 3, refusals: { missing: 1 } });
    expect(counts.coverage).toBe(0.75);
  });
});
