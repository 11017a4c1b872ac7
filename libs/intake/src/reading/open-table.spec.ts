import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesInPieces } from './bytes.js';
import { openTable } from './open-table.js';
import { Refusal } from './refusal.js';
import type { RawRow } from './tokeniser.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));

const read = async (bytes: Uint8Array, piece = 7) => {
  const table = await openTable(bytesInPieces(bytes, piece), 'bestand.csv');
  const rows: RawRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { table, rows, header: table.header, cells: rows.map((row) => row.cells) };
};
const refusal = async (bytes: Uint8Array): Promise<Refusal> => {
  const error: unknown = await read(bytes).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
};

describe('opening a table', () => {
  it.each([
    ['utf-8', utf8('naam;n\nChassé;1\n')],
    ['utf-8', utf8('\uFEFFnaam;n\nChassé;1\n')],
    ['windows-1252', latin('naam;n\nChassé;1\n')],
    ['utf-16le', utf16('\uFEFFnaam;n\nChassé;1\n')],
    ['utf-16le', utf16('naam;n\nChassé;1\n')],
  ])('recognises %s', async (encoding, bytes) => {
    const { table, header, cells } = await read(bytes);
    expect([table.encoding, header, cells]).toEqual([encoding, ['naam', 'n'], [['Chassé', '1']]]);
  });

  it('tells windows-1252 from UTF-8 at the first accent, even beyond the sample', async () => {
    const many = 'regel;1\n'.repeat(20_000);
    for (const [encoding, bytes] of [
      ['windows-1252', latin(`naam;n\n${many}Chassé;1\n`)],
      ['utf-8', utf8(`naam;n\n${many}Chassé;1\n`)],
    ] as const) {
      const { table, rows } = await read(bytes, 1000);
      expect([table.encoding, rows.at(-1)]).toEqual([encoding, { row: 20_002, cells: ['Chassé', '1'] }]);
    }
  });

  it('names the row where the encoding changes', async () => {
    const bytes = new Uint8Array([...utf8('naam;n\nChassé;1\n'), ...latin('Café;2\nx;3\n')]);
    expect(await refusal(bytes)).toMatchObject({ code: 'encoding.mixed', row: 3 });
    const far = new Uint8Array([...utf8(`naam;n\n${'é;1\n'.repeat(30_000)}`), ...latin('Café;2\n')]);
    expect(await refusal(far)).toMatchObject({ code: 'encoding.mixed', row: 30_002 });
  });

  it.each([
    ['comma', 'a,b\n1,"x;y"\n', ','],
    ['semicolon beside decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['tab', 'a\tb\n1,2\t3\n', '\t'],
    ['pipe', 'a|b\n1|2\n', '|'],
    ['declared', 'sep=;\na;b\n1;2\n', ';'],
  ])('recognises %s', async (_, text, separator) => {
    const { table, header } = await read(utf8(text));
    expect([table.dialect?.separator, header]).toEqual([separator, ['a', 'b']]);
  });

  it('reads the decimal mark, old Mac line ends, blank and double names', async () => {
    expect((await read(utf8('a;b\n1,5;x\n'))).table.dialect?.decimal).toBe(',');
    expect((await read(utf8('a,b\r1,2\r3,4'))).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect((await read(utf8(',naam,naam\n1,2,3\n'))).header).toEqual(['kolom 1', 'naam', 'naam (2)']);
  });

  it('leaves out preamble, unit row, blank rows and footer as StatLine writes them, and counts them', async () => {
    const { table, header, rows } = await read(
      utf8(
        '\uFEFF"Geregistreerde misdrijven"\n"Soort: X"\n"";"Perioden"\n"";"2012";"2013"\n"Wijken en buurten";"aantal";"aantal"\n' +
          '"Station";"1";"2"\n\n"City";"3";"4"\n"Bron: Politie"\n',
      ),
    );
    expect(header).toEqual(['Wijken en buurten', '2012', '2013']);
    expect(rows).toEqual([
      { row: 6, cells: ['Station', '1', '2'] },
      { row: 8, cells: ['City', '3', '4'] },
    ]);
    expect(table.progress).toMatchObject({ preambleLines: 3, footerLines: 1, blankRows: 1, rows: 2 });
    expect(table.sampleIsWhole).toBe(true);
  });

  it('does not take a last row that was cut off, or a short row in the middle, for a footer', async () => {
    expect((await read(utf8('a;b;c\n1;2;3\nBU07580'))).cells.at(-1)).toEqual(['BU07580']);
    expect((await read(utf8('a;b;c\nBron: x\n1;2;3\n'))).cells).toEqual([['Bron: x'], ['1', '2', '3']]);
  });

  it.each([
    ['file.empty', utf8('')],
    ['file.empty', utf8(' \n\n')],
    ['file.empty', utf8('\uFEFF')],
    ['file.binary', Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256)],
    ['file.old-excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['file.pdf', utf8('%PDF-1.7')],
    ['file.markup', utf8('<!DOCTYPE html><html>')],
    ['file.json', utf8('{"a": 1,\n "b": [1]}')],
  ])('refuses with %s', async (code, bytes) => {
    const { code: found, message } = await refusal(bytes);
    expect(found).toBe(code);
    expect(message.length).toBeGreaterThan(10);
  });

  it('never fails otherwise than by a Refusal, whatever the bytes', async () => {
    const noise = fc.uint8Array({ maxLength: 300 });
    const mutated = fc.tuple(fc.nat(60), fc.uint8Array({ maxLength: 5 })).map(([at, bytes]) => {
      const good = [...utf8('naam;datum;n\n"Chassé";2018-01-02;3\nb;2018-01-03;"4"\n')];
      good.splice(at, bytes.length, ...bytes);
      return Uint8Array.from(good);
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, mutated), fc.integer({ min: 1, max: 50 }), async (bytes, piece) => {
        const outcome: unknown = await read(bytes, piece).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
      }),
      { seed: 4, numRuns: 600 },
    );
  });
});
