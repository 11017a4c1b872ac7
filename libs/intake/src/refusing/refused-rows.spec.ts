import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import { refusedRowsHead, refusedRowsLines, safeCell } from './refused-rows.js';

describe('the file of refused rows', () => {
  it.each([
    ['=1+1', '"\'=1+1"'],
    ['+31 6', '"\'+31 6"'],
    ['-2+3', '"\'-2+3"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\t=1', '"\'\t=1"'],
    [' =cmd|x', '"\' =cmd|x"'],
    ['-2.58', '"-2.58"'],
    ['a"b;c', '"a""b;c"'],
    ['a\u0000b', '"ab"'],
  ])('writes %j so that a spreadsheet shows it', (value, expected) => {
    expect(safeCell(value)).toBe(expected);
  });

  it('can be read again, with row and reasons before the row itself', async () => {
    const issue = { row: 7, column: 'datum', code: 'date.future', message: 'De datum ligt in de toekomst.' };
    const text =
      refusedRowsHead(['datum', 'naam']) +
      refusedRowsLines(
        [{ row: 7, cells: ['01-01-2099', 'x\ny'] }],
        [issue, { ...issue, column: 'uur', message: 'Nee.' }],
      );
    const table = await openTable(bytesInPieces(new TextEncoder().encode(text)), 'geweigerd.csv');
    expect(table.header).toEqual(['rij', 'waarom geweigerd', 'datum', 'naam']);
    expect(table.sample[0]?.cells).toEqual([
      '7',
      'datum: De datum ligt in de toekomst. | uur: Nee.',
      '01-01-2099',
      'x\ny',
    ]);
  });

  it('never lets a cell begin as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const inside = safeCell(value).slice(1, -1);
        expect(/^\s*[=@|%]/.test(inside) || /^\s*[+-](?!\d+(?:[.,]\d+)?$)/.test(inside)).toBe(false);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
