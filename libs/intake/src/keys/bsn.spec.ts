import { describe, expect, it } from '@jest/globals';
import { canonicalBsn, isBsn } from './bsn.js';

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
