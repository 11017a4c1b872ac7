import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frameIdentifier, IDENTIFIER_TYPES, identifierBytes } from './identifier.js';

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
