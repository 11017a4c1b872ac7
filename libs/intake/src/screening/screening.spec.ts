import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMapping } from '../mapping/mapping.js';
import { ColumnScreener } from './column-screener.js';
import { isBsn as passesElfproef } from '../keys/bsn.js';
import { identifiersIn, isAnswerable } from './answering.js';
import { chanceOfPassing } from './elfproef.js';
import { unanswered } from './finding.js';
import { TableScreener } from './table-screener.js';
import { CanonicalScreener } from './canonical-screener.js';

const kinds = (column: string, cells: string[]) => {
  const screener = new ColumnScreener(column, 1);
  cells.forEach((cell, i) => screener.add(cell, i + 2));
  return screener.findings().map(({ kind, row }) => `${kind} ${row}`);
};
/** The BSN that begins with these eight digits, or undefined where none does. */
const bsn = (eight: number) => {
  for (let last = 0; last < 10; last += 1) {
    const digits = `${String(eight).padStart(8, '0')}${last}`;
    if (passesElfproef(digits)) return digits;
  }
  return undefined;
};

describe('screening a column', () => {
  it('knows the elfproef, and that one number in eleven passes it', () => {
    expect(['123456782', '111222333', '000000012'].map(passesElfproef)).toEqual([true, true, true]);
    expect(['123456789', '000000000', '12345678', 'abcdefghi'].some(passesElfproef)).toBe(false);
    let passing = 0;
    for (let n = 100_000_000; n < 100_011_000; n += 1) if (passesElfproef(String(n))) passing += 1;
    expect(passing / 11_000).toBeCloseTo(1 / 11, 2);
    expect(chanceOfPassing(1, 1)).toBeCloseTo(1 / 11);
    expect(chanceOfPassing(2, 3)).toBeCloseTo(3 * (1 / 121) * (10 / 11) + 1 / 1331);
  });

  it('judges the column, not the cell: case numbers pass, BSNs do not', () => {
    const caseNumbers = Array.from({ length: 500 }, (_, i) => String(300_000_000 + i * 7));
    expect(caseNumbers.some(passesElfproef)).toBe(true);
    expect(kinds('zaaknummer', caseNumbers)).toEqual([]);
    const persons = Array.from({ length: 30 }, (_, i) => bsn(12_345_678 + i * 31)).filter(
      (number) => number !== undefined,
    );
    expect(kinds('kenmerk', persons)).toEqual(['bsn 2']);
    expect(kinds('kenmerk', persons.slice(0, 3))).toEqual(['bsn 2']);
    expect(kinds('kenmerk', ['x', `zie ${persons[0]} en ${persons[1]}`, persons[2]!])).toEqual(['bsn 3']);
    expect(kinds('BSN', ['123456789'])).toEqual(['bsn 1']);
  });

  it.each([
    ['email', ['', 'Mail aan jan.de.vries@voorbeeld.nl']],
    ['iban', ['', 'NL91 ABNA 0417 1643 00']],
    ['iban', ['', 'GB29NWBK60161331926819']],
    ['phone', ['', '06-12345678']],
    ['phone', ['', '0612345678']],
    ['address', ['', '1234AB12']],
    ['phone', ['', '+31 20 123 45 67']],
    ['phone', ['', 'bel (617) 555-0123']],
    ['address', ['', '1234 AB 12']],
    ['address', ['', 'Dorpsstraat 12a']],
    ['address', ['', 'Stationsweg 5, 1234AB Ons Dorp']],
  ])('sees %s in one cell', (kind, cells) => {
    expect(kinds('kenmerk', cells)).toEqual([`${kind} 3`]);
  });

  it('sees telephone numbers without any sign only where the column has them', () => {
    expect(kinds('kenmerk', ['0201234567', '0759876543', '0301112223'])).toEqual(['phone 2']);
    expect(kinds('kenmerk', ['0201234567', 'A1', 'A2', 'A3'])).toEqual([]);
  });

  it('leaves codes, dates, hashes, points and labels alone', () => {
    const harmless = [
      '2018-01-31',
      '20180131',
      '01/08/2015 12:04:23 PM',
      '01-02-2023 00:15',
      '05-11-2023 10:15:00',
      '2023-05-11 10:15:00',
      '2023-05-11T10:15:00+01:00',
      '05-11-2023',
      '5 november 2023 om 10.15',
      '2023 0512 1200',
      '2022MM03',
      '2022JJ00',
      '2022KW01',
      '-2.516919',
      'E01014399',
      'BU07580103',
      'On or near A4175',
      'Bristol 023A',
      '92.0',
      'Geluidshinder overig',
      'a0612345678b',
      '4b89599348c51bcc80abf2fab1e55537b9f5473e9cd654259681be101beda819',
    ];
    for (const cell of harmless) expect([cell, kinds('kenmerk', Array(20).fill(cell))]).toEqual([cell, []]);
  });

  it('tells free text from labels', () => {
    const texts = Array.from({ length: 10 }, (_, i) => `De buurman van nummer ${i} zet elke nacht de muziek hard aan`);
    expect(kinds('meldtekst', texts)).toContain('free_text 2');
    expect(kinds('kolom 7', texts)).toContain('free_text 2');
    const label = 'Nuisance by a person who is confused or overwrought';
    expect(kinds('omschrijving', ['Afvalbrand', 'Buitenbrand'])).toEqual([]);
    expect(kinds('soort', Array(50).fill(label))).toEqual([]);
  });

  it.each([
    ['Naam melder', 'person_name'],
    ['Achternaam', 'person_name'],
    ['Self-defined ethnicity', 'special_category'],
    ['Nationaliteit', 'special_category'],
    ['Geboortedatum', 'date_of_birth'],
    ['E-mailadres', 'email'],
    ['Telefoonnr.', 'phone'],
    ['buurtnaam', undefined],
    ['LSOA name', undefined],
    ['Straatnaam', undefined],
  ])('reads the name %s', (column, kind) => {
    expect(kinds(column, ['x'])).toEqual(kind === undefined ? [] : [`${kind} 1`]);
    expect(kinds(column, ['', ''])).toEqual([]);
  });

  it('never repeats a value', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 5 })), (cells) => {
        const screener = new ColumnScreener('kolom', 1);
        cells.forEach((cell, i) => screener.add(`§${cell}§ 06-12345678`, i));
        for (const finding of screener.findings()) expect(JSON.stringify(finding)).not.toContain('§');
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

describe('screening a file', () => {
  const header = ['datum', 'postcode', 'huisnummer', 'code'];
  const rows = [{ row: 2, cells: ['01-01-2024', '1234AB', '1', 'E33'] }];
  const mapping = parseMapping({
    format: 'datalab-mapping/1',
    kind: 'records',
    occurredOn: { column: 'datum', format: 'day_first' },
    area: { by: 'address', postcode: 'postcode', number: 'huisnummer' },
    category: { column: 'code' },
    categories: { vocabulary: { name: 't', version: '1' }, codes: {} },
  });

  it('lets the mapping use an address, and finds one that it does not use', () => {
    const used = new TableScreener(header, 1, mapping);
    used.add(rows);
    expect(used.findings()).toEqual([]);
    const unused = new TableScreener(header, 1);
    unused.add(rows);
    expect(unused.findings()).toMatchObject([{ column: 'postcode', kind: 'address', row: 2 }]);
    expect(unanswered(unused.findings(), [{ column: 'postcode', kind: 'address' }])).toEqual([]);
  });

  it('screens canonical rows again', () => {
    const screener = new CanonicalScreener('records');
    screener.add({ source_category: 'E33', status: 'bel 06-12345678' } as never, 4);
    expect(screener.findings()).toMatchObject([{ column: 'status', kind: 'phone', row: 4 }]);
  });
});

describe('answering a finding', () => {
  const finding = (kind: 'bsn' | 'email') => ({ column: 'a', kind, row: 2, count: 1, message: kind });
  it('takes it away, unless check digits prove it', () => {
    const findings = [finding('bsn'), finding('email')];
    expect(unanswered(findings, findings)).toEqual([finding('bsn')]);
    expect(['bsn', 'iban'].some((kind) => isAnswerable(kind as 'bsn'))).toBe(false);
  });

  it.each([
    ['Dit zijn onze eigen zaaknummers, gegeven in de volgorde van binnenkomst.', []],
    ['melding 123456782 ging erover', ['bsn']],
    ['bel 06-12345678 of mail a@b.nl', ['phone', 'email']],
    ['Dorpsstraat 12', ['address']],
    ['NL91ABNA0417164300', ['iban']],
  ])('%s', (text, kinds) => expect(identifiersIn(text)).toEqual(kinds));
});
