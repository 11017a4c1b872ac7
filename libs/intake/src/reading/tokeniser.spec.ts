import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { Refusal } from './refusal.js';
import { Tokeniser } from './tokeniser.js';

const cells = (text: string, separator = ',') =>
  new Tokeniser(separator).push(text, true).map((record) => record.cells);

describe('splitting text into records', () => {
  it('reads quotes, doubled quotes and line ends inside quotes, and counts lines as a person does', () => {
    const records = new Tokeniser(';').push('a;b\r\n"x ""y""";"one\ntwo"\r\nlast;', true);
    expect(records).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['x "y"', 'one\ntwo'] },
      { row: 4, cells: ['last', ''] },
    ]);
  });

  it('keeps a quote inside a cell and text after a closing quote', () => {
    expect(cells('a"b,c\n"d"e,f\n"g" ,h\n\'t,i')).toEqual([
      ['a"b', 'c'],
      ['de', 'f'],
      ['g', 'h'],
      ["'t", 'i'],
    ]);
  });

  it('names the row of a quote that is never closed, in bounded memory', () => {
    expect(() => cells('a,b\n1,"2\n3,4\n')).toThrow(expect.objectContaining({ code: 'quote.unclosed', row: 2 }));
    const tokeniser = new Tokeniser(',');
    const feed = () => {
      for (let i = 0; i < 40; i += 1) tokeniser.push(i === 0 ? '"' : 'x'.repeat(65_536));
    };
    expect(feed).toThrow(Refusal);
  });

  it('reads the same whatever the pieces, and the same as papaparse', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ';', '\n', '1'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(60), { maxLength: 4 }), (rows, cuts) => {
        const text = Papa.unparse(rows, { delimiter: ';', newline: '\r\n' });
        const tokeniser = new Tokeniser(';');
        const found = [];
        let at = 0;
        for (const cut of [...cuts].sort((a, b) => a - b)) {
          found.push(...tokeniser.push(text.slice(at, Math.max(at, cut))));
          at = Math.max(at, cut);
        }
        found.push(...tokeniser.push(text.slice(at), true));
        expect(found.map((record) => record.cells)).toEqual(Papa.parse(text, { delimiter: ';', newline: '\r\n' }).data);
        expect(found.map((record) => record.cells)).toEqual(rows);
      }),
      { seed: 3, numRuns: 400 },
    );
  });
});
