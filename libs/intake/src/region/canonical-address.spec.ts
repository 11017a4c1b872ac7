import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AddressList, type AddressEntry } from './address-list.js';
import { canonicalAddress, type RawAddress } from './canonical-address.js';

const line = (id: string, number: number, letter = '', addition = '', postcode = '1506AB'): AddressEntry => ({
  id,
  postcode,
  number: String(number),
  letter,
  addition,
  areaCode: 'BU01',
  kind: 'dwelling',
  nearCare: false,
});
const list = new AddressList([
  line('plain', 12),
  line('a', 12, 'A'),
  line('a2', 12, 'A', '2'),
  line('bis', 14, '', 'BIS'),
  line('two', 16, '', '2'),
  line('letter', 18, 'A', '1'),
  line('added', 18, '', 'A1'),
  line('elsewhere', 12, '', '', '1507CD'),
]);
const text = (cell: RawAddress['number']): string => String(cell ?? '');
const resolve = (raw: RawAddress) => {
  const { postcode = '1506 ab', number, letter, addition } = raw;
  const { found, cause } = list.find({
    postcode: text(postcode),
    number: text(number),
    letter: text(letter),
    addition: text(addition),
  });
  return found?.id ?? cause;
};

describe('canonicalAddress', () => {
  it.each<[RawAddress, string, number]>([
    [{ number: '12' }, '', 12],
    [{ number: 12 }, '', 12],
    [{ number: '12.0' }, '', 12],
    [{ number: ' 012 ' }, '', 12],
    [{ number: '12a' }, 'A', 12],
    [{ number: '12 A-2' }, 'A2', 12],
    [{ number: '12-2' }, '2', 12],
    [{ number: '12', letter: 'a', addition: '2' }, 'A2', 12],
    [{ number: '12', addition: 'a-2' }, 'A2', 12],
    [{ number: '12A', letter: 'A' }, 'A', 12],
    [{ number: '12', addition: 'bis' }, 'BIS', 12],
    [{ number: '99999', addition: 'r.d.' }, 'RD', 99999],
  ])('reads %j', (raw, suffix, number) => {
    expect(canonicalAddress({ postcode: ' 1506ab', ...raw })).toEqual({ postcode: '1506AB', number, suffix });
  });

  it.each<[RawAddress, string]>([
    [{ number: 1 }, 'missing_postcode'],
    [{ postcode: null, number: 1 }, 'missing_postcode'],
    [{ postcode: '0506AB', number: 1 }, 'malformed_postcode'],
    [{ postcode: '1506', number: 1 }, 'malformed_postcode'],
    [{ postcode: '1506SS', number: 1 }, 'malformed_postcode'],
    [{ postcode: '1506AB' }, 'missing_number'],
    [{ postcode: '1506AB', number: ' ' }, 'missing_number'],
    [{ postcode: '1506AB', number: 0 }, 'malformed_number'],
    [{ postcode: '1506AB', number: -3 }, 'malformed_number'],
    [{ postcode: '1506AB', number: '123456' }, 'malformed_number'],
    [{ postcode: '1506AB', number: 'unknown' }, 'malformed_number'],
    [{ postcode: '1506AB', number: 1, addition: 'behind the shed' }, 'malformed_addition'],
    [{ postcode: '1506AB', number: 1, addition: '?' }, 'malformed_addition'],
  ])('refuses %j as %s', (raw, refusal) => {
    expect(canonicalAddress(raw)).toEqual({ refusal });
  });

  it('is its own canonical form, and never throws on what a cell may hold', () => {
    const cell = fc.option(fc.oneof(fc.string(), fc.nat(200).map(String), fc.constantFrom('12A', 'bis', '1506 AB')));
    fc.assert(
      fc.property(cell, cell, cell, cell, (postcode, number, letter, addition) => {
        const form = canonicalAddress({ postcode, number, letter, addition });
        if ('refusal' in form) return;
        expect(canonicalAddress({ ...form, addition: form.suffix })).toEqual(form);
      }),
      { numRuns: 500, seed: 1506 },
    );
  });
});

describe('AddressList', () => {
  it.each<[RawAddress, string]>([
    [{ number: '12' }, 'plain'],
    [{ number: '12', postcode: '1507CD' }, 'elsewhere'],
    [{ number: '12a' }, 'a'],
    [{ number: '12', addition: 'A' }, 'a'],
    [{ number: '12', letter: 'A', addition: '2' }, 'a2'],
    [{ number: '12', addition: 'A-2' }, 'a2'],
    [{ number: '14 bis' }, 'bis'],
    [{ number: '16-2' }, 'two'],
    [{ number: '18', letter: 'a', addition: '1' }, 'letter'],
    [{ number: '18', addition: 'A1' }, 'added'],
  ])('resolves %j to "%s"', (raw, id) => {
    expect(resolve(raw)).toBe(id);
  });

  it.each<[RawAddress, string]>([
    [{ number: '12', postcode: '9999ZZ' }, 'not_listed'],
    [{ number: '13' }, 'not_listed'],
    [{ number: '12', addition: 'B' }, 'not_listed'],
    [{ number: '14' }, 'not_listed'],
    [{ number: '18', letter: 'B', addition: 'A1' }, 'not_listed'],
    [{ number: '' }, 'incomplete'],
    [{ number: '18a1' }, 'ambiguous'],
    [{ number: '12', addition: 'behind the shed' }, 'malformed'],
  ])('does not guess: %j is %s', (raw, cause) => {
    expect(resolve(raw)).toBe(cause);
  });

  it('calls an address ambiguous when the list and the split do not settle it', () => {
    const twins = new AddressList([line('x', 1, 'A', '1'), line('y', 1, 'A', ' 1')]);
    expect(twins.find({ postcode: '1506AB', number: '1', letter: 'A', addition: '1' })).toEqual({ cause: 'ambiguous' });
  });

  it('leaves out a line that is no address', () => {
    expect(new AddressList([line('x', 1), line('y', 0)]).size).toBe(1);
    expect(list.size).toBe(7);
  });
});
