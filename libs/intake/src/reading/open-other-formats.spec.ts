import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { bytesInPieces } from './bytes.js';
import { openTable } from './open-table.js';
import { Refusal } from './refusal.js';
import type { RawRow } from './tokeniser.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array) => {
  const table = await openTable(bytesInPieces(bytes, 1000), 'bestand');
  const rows: RawRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  return { table, rows };
};
const code = async (bytes: Uint8Array) => {
  const error: unknown = await read(bytes).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Refusal);
  const { code: found, row } = error as Refusal;
  return `${found}${row === undefined ? '' : ` ${row}`}`;
};

const RELATIONS = `<Relationships>${[1, 2, 3]
  .map((n) => `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`)
  .join('')}</Relationships>`;
const workbook = (sheet: string, extra: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
        'xl/worksheets/sheet2.xml':
          '<worksheet><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>',
        'xl/worksheets/sheet3.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        'xl/sharedStrings.xml':
          '<sst><si><t>naam</t></si><si><r><t>Chass</t></r><r><t>é &amp; co</t></r><rPh><t>x</t></rPh></si><si><t>datum</t></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="171" formatCode="&quot;dag&quot; 0"/></numFmts>' +
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="leeg" r:id="rId1"/><sheet name="verborgen" state="hidden" r:id="rId2"/><sheet name="data" r:id="rId3"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': RELATIONS,
        ...extra,
      }).map(([name, text]) => [name, utf8(text)]),
    ),
  );
const SHEET =
  '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c><c r="D2" t="str"><v>ok</v></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>43131</v></c><c r="C3"><v>0.30000000000000004</v></c><c r="D3" t="b"><v>1</v></c></row>' +
  '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="2"><v>43131.75</v></c><c r="C5" s="3"><v>12</v></c></row>';

describe('opening a workbook', () => {
  it('reads the first visible sheet that holds anything: shared texts, dates by style, numbers as Excel shows them', async () => {
    const { table, rows } = await read(workbook(SHEET));
    expect([table.format, table.sheet, table.sheetNames]).toEqual(['xlsx', 'data', ['leeg', 'verborgen', 'data']]);
    expect([table.header, table.headerRow]).toEqual([['naam', 'datum', 'n', 'ok'], 2]);
    expect(rows).toEqual([
      { row: 3, cells: ['Chassé & co', '2018-01-31', '0.3', 'true'] },
      { row: 5, cells: ['Chassé & co', '2018-01-31T18:00:00', '12', ''] },
    ]);
  });

  it('knows workbooks that count from 1904', async () => {
    const book = '<workbook><workbookPr date1904="1"/><sheets><sheet name="data" r:id="rId3"/></sheets></workbook>';
    const { rows } = await read(workbook(SHEET.replaceAll('43131', '41669'), { 'xl/workbook.xml': book }));
    expect(rows[0]?.cells[1]).toBe('2018-01-31');
  });

  it('streams a thirty thousand rows', async () => {
    const many = Array.from(
      { length: 30_000 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" t="s"><v>1</v></c><c r="B${i + 3}"><v>${i}</v></c></row>`,
    ).join('');
    const head = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>2</v></c></row>';
    const table = await openTable(bytesInPieces(workbook(head + many)), 'x.xlsx');
    let [rows, largest] = [0, 0];
    for await (const batch of table.batches()) {
      rows += batch.length;
      largest = Math.max(largest, batch.length);
    }
    expect(rows).toBe(30_000);
    expect(largest).toBeLessThan(20_000);
  });

  it('refuses archives that are no workbook, and damaged ones', async () => {
    expect(await code(zipSync({ 'a.csv': utf8('a,b') }))).toBe('file.compressed');
    expect(await code(zipSync({ 'content.xml': utf8('<x/>') }))).toBe('file.opendocument');
    expect(await code(workbook(''))).toBe('file.empty');
    expect(await code(workbook(SHEET).slice(0, 900))).toBe('xlsx.damaged');
  });

  it('never fails otherwise than by a Refusal, whatever the bytes', async () => {
    const good = workbook(SHEET);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        async (edits) => {
          const bytes = Uint8Array.from(good);
          for (const [at, byte] of edits) if (at > 3) bytes[at] = byte;
          const outcome: unknown = await read(bytes).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
        },
      ),
      { seed: 8, numRuns: 400 },
    );
  });
});

describe('opening NDJSON', () => {
  it('takes the names of the first lines as columns', async () => {
    const { table, rows } = await read(utf8('{"a":1,"b":"x"}\n\n{"a":null,"c":true}\n'));
    expect([table.format, table.header]).toEqual(['ndjson', ['a', 'b', 'c']]);
    expect(rows).toEqual([
      { row: 1, cells: ['1', 'x', ''] },
      { row: 3, cells: ['', '', 'true'] },
    ]);
  });

  it('gives a column without a name the name that it would have in a CSV', async () => {
    const { table } = await read(utf8('{"naam":"a","":"b"}\n{"naam":"c","":"d"}\n'));
    expect(table.header).toEqual(['naam', 'kolom 2']);
  });

  it('names the line that is no object or holds one', async () => {
    expect(await code(utf8('{"a":1}\n{"a":\n'))).toBe('ndjson.malformed 2');
    expect(await code(utf8(`${'{"a":1}\n'.repeat(20_000)}[1]\n`))).toBe('ndjson.malformed 20001');
    expect(await code(utf8('{"a":1}\n{"a":{"b":1}}\n'))).toBe('ndjson.nested 2');
  });
});
