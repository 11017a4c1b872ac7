import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AreaGeometry } from '@datalab/domain';
import { parseMapping } from '../mapping/mapping.js';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import { Refusal } from '../reading/refusal.js';
import { RegionContext } from '../region/region-context.js';
import { rdToWgs84 } from '../region/projection.js';
import { canonicalValidator } from '../schema/canonical-validator.js';
import { canonicalise } from './canonicalise.js';
import type { RowKeys } from '../keys/row-keys.js';

const today = '2024-06-30';
const area = (code: string, name: string, level: string) => ({
  code,
  name,
  level,
  parentCode: null,
  population: null,
  households: null,
});
const squareRd = (x: number, y: number): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [
    [rdToWgs84(x, y), rdToWgs84(x + 1000, y), rdToWgs84(x + 1000, y + 1000), rdToWgs84(x, y + 1000), rdToWgs84(x, y)],
  ],
});
const region = new RegionContext({
  code: 'r',
  name: 'R',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  divisionYear: 2024,
  levels: [
    { code: 'wijk', name: 'Wijk', codePrefix: 'WK0001' },
    { code: 'buurt', name: 'Buurt', codePrefix: 'BU0001' },
  ],
  areas: [
    area('WK000101', 'Noord', 'wijk'),
    area('BU00010101', 'Noord', 'buurt'),
    area('BU00010102', 'Haven', 'buurt'),
  ],
  geometry: [['BU00010101', squareRd(120_000, 480_000)]],
  addresses: [
    {
      id: 'adres-1',
      postcode: '1234AB',
      number: '1',
      letter: '',
      addition: '',
      areaCode: 'BU00010101',
      gridCell: 'E1200N4800',
      kind: 'dwelling',
      nearCare: true,
    },
  ],
});
const categories = {
  vocabulary: { name: 't', version: '1' },
  codes: { E33: 'confused_behaviour', INB: 'out_of_scope', TOT: 'skip_total' },
};
const records = {
  format: 'datalab-mapping/1',
  kind: 'records',
  occurredOn: { column: 'datum', format: 'day_first' },
  category: { column: 'code' },
  categories,
};
const byCode = { by: 'code', column: 'buurt' };
const load = async (text: string, mapping: object) => {
  const table = await openTable(bytesInPieces(new TextEncoder().encode(text)), 'x.csv');
  const hash = async (message: string) => createHmac('sha256', 'k').update(message).digest('hex');
  const { batches, result } = canonicalise(table, parseMapping(mapping), region, {
    hash,
    today,
  });
  const rows: Record<string, unknown>[] = [];
  const keys: RowKeys[] = [];
  const refused: number[] = [];
  for await (const batch of batches) {
    rows.push(...(batch.rows as unknown as Record<string, unknown>[]));
    keys.push(...batch.keys);
    refused.push(...batch.refused.map(({ row }) => row));
  }
  return {
    rows,
    keys,
    refused,
    result: result(),
    issues: result().issues.map((g) => `${g.rows.join()} ${g.column} ${g.code}`),
  };
};

describe('making canonical rows', () => {
  it('tells every fault with its row and column, and keeps the refused rows apart', async () => {
    const { rows, refused, issues, result } = await load(
      'datum;code;buurt\n01-01-2024;E33;BU00010101\n31-02-2024;E33;BU00010101\n01-07-2024;E33;BU00010101\n01-01-1900;E33;BU00010101\n' +
        '01-01-2024;E33;BU00019999\n01-01-2024;E33;101\n01-01-2024;E33;WK000101\n01-01-2024;XX;BU00010101\n;E33;BU00010101\n01-01-2024;E33\n',
      { ...records, area: byCode },
    );
    expect(rows).toHaveLength(1);
    expect(refused).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(new Set(issues)).toEqual(
      new Set([
        '3 datum date.malformed',
        '4 datum date.future',
        '5 datum date.too-early',
        '6 buurt area.unknown',
        '7 buurt area.malformed',
        '8 buurt area.wrong-level',
        '9 code category.unmapped',
        '10 datum date.missing',
        '11 (rij) row.too-few-cells',
      ]),
    );
    expect(result).toMatchObject({ acceptable: false, unmapped: [{ code: 'XX', count: 1 }] });
  });

  it('accepts and counts what lies outside, nowhere or out of scope; totals are left out and counted', async () => {
    const { rows, result } = await load(
      'datum;code;buurt\n01-01-2024;E33;BU00010101\n01-01-2024;INB;BU03630001\n01-01-2024;E33;\n01-01-2024;E33;onbekend\n01-01-2024;TOT;BU00010101\n',
      { ...records, area: byCode },
    );
    expect(result.totals).toEqual({ rows: 4, inRegion: 1, outsideRegion: 1, noArea: 2, outOfScope: 1, skipped: 1 });
    expect(result.skippedBy.total).toBe(1);
    expect(rows[1]).toMatchObject({ placement: 'outside_region', category: 'out_of_scope' });
    expect(rows[1]).not.toHaveProperty('area_code');
    expect(result.acceptable).toBe(true);
  });

  it('derives area, cell, kind and key from an address, and lets none of it out', async () => {
    const { rows, keys, result } = await load(
      'id;datum;code;postcode;nr\nZ1;01-01-2024;E33;1234 ab;1\nZ2;01-01-2024;E33;1234AB;99\nZ3;01-01-2024;E33;9999ZZ;1\nZ4;01-01-2024;E33;;\n',
      {
        ...records,
        sourceRecordId: { column: 'id' },
        area: { by: 'address', postcode: 'postcode', number: 'nr' },
        householdKey: { from: 'address' },
        householdRole: { constant: 'subject' },
      },
    );
    expect(rows[0]).toMatchObject({
      area_code: 'BU00010101',
      grid_cell: 'E1200N4800',
      address_kind: 'dwelling',
      near_care_location: true,
    });
    expect(rows.slice(1).map((row) => [row['placement'], row['area_code']])).toEqual([
      ['in_region', 'BU00010101'],
      ['outside_region', undefined],
      ['no_area', undefined],
    ]);
    const check = (place: string) => ({ check_key: { type: 'own', value: `postcode_number|1|${place}` } });
    expect(keys).toEqual([
      { household_key: { type: 'address', value: 'adres-1' }, ...check('1234AB 1') },
      check('1234AB 99'),
      check('9999ZZ 1'),
      {},
    ]);
    const nothing = { blank: 0, incomplete: 0, malformed: 0, failed_elfproef: 0, not_listed: 0, ambiguous: 0 };
    expect(result.keys).toEqual({
      household_key: { given: 1, notNeeded: 0, without: { ...nothing, incomplete: 1, not_listed: 2 } },
      check_key: { given: 3, notNeeded: 0, without: { ...nothing, incomplete: 1 } },
    });
    expect(JSON.stringify(rows)).not.toMatch(/1234|9999ZZ|Z1/);
  });

  it('reads what keys are made of, apart from the rows: a BSN, a code of the source, an address of its own', async () => {
    const { rows, keys, result } = await load(
      'datum;code;buurt;bsn;melder;pc;nr\n01-01-2024;E33;BU00010101;1234.56.782;M-1;1234 ab;1\n' +
        '01-01-2024;E33;BU00010101;123456789;;;\n01-01-2024;E33;BU00010101;12;M-1;1234AB;\n',
      {
        ...records,
        area: byCode,
        householdKey: { from: 'address', columns: { postcode: 'pc', number: 'nr' } },
        householdRole: { constant: 'subject' },
        addressKind: { constant: 'dwelling' },
        personKey: { column: 'bsn', from: 'bsn' },
        reporterKey: { column: 'melder' },
      },
    );
    expect(keys).toEqual([
      {
        household_key: { type: 'address', value: 'adres-1' },
        check_key: { type: 'own', value: 'postcode_number|1|1234AB 1' },
        person_key: { type: 'person', value: '123456782' },
        reporter_key: { type: 'own', value: 'M-1' },
      },
      {},
      { reporter_key: { type: 'own', value: 'M-1' } },
    ]);
    expect(result.keys.person_key).toMatchObject({ given: 1, without: { failed_elfproef: 1, malformed: 1 } });
    expect(result.keys.household_key).toMatchObject({ given: 1, without: { blank: 1, incomplete: 1 } });
    expect(result.acceptable).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/123456782|M-1|adres/);
  });

  it('makes a household key of nobody but the subject at a dwelling', async () => {
    const { keys, result } = await load(
      'datum;code;pc;nr;rol;soort\n' +
        [
          'subject;dwelling',
          'location;dwelling',
          'reporter;dwelling',
          'subject;institution_or_shared',
          'subject;unknown',
        ]
          .map((what) => `01-01-2024;E33;1234AB;1;${what}\n`)
          .join(''),
      {
        ...records,
        area: { by: 'address', postcode: 'pc', number: 'nr' },
        householdKey: { from: 'address' },
        householdRole: { column: 'rol', codes: { subject: 'subject', location: 'location', reporter: 'reporter' } },
        addressKind: {
          column: 'soort',
          codes: { dwelling: 'dwelling', institution_or_shared: 'institution_or_shared', unknown: 'unknown' },
        },
      },
    );
    expect(keys.map((row) => Object.keys(row))).toEqual([['household_key', 'check_key'], [], [], [], ['check_key']]);
    expect(result.keys.household_key).toMatchObject({ given: 1, notNeeded: 4 });
  });

  it('tells records apart that differ in their household alone, whatever the key of the lab', async () => {
    const { rows, result } = await load(
      'datum;code;buurt;pc;nr\n01-01-2024;E33;BU00010101;1234AB;1\n01-01-2024;E33;BU00010101;;\n01-01-2024;E33;BU00010101;1234AB;1\n',
      {
        ...records,
        area: byCode,
        householdKey: { from: 'address', columns: { postcode: 'pc', number: 'nr' } },
        householdRole: { constant: 'subject' },
        addressKind: { constant: 'dwelling' },
      },
    );
    expect(new Set(rows.map((row) => row['record_hash'])).size).toBe(3);
    expect(result.identicalRows).toBe(1);
  });

  it('derives area and cell from points in RD and WGS84', async () => {
    const [longitude, latitude] = rdToWgs84(120_350, 480_250);
    const rd = await load(
      'datum;code;x;y\n01-01-2024;E33;120350,5;480250\n01-01-2024;E33;1;500000\n01-01-2024;E33;0;0\n01-01-2024;E33;5,1;52\n',
      {
        ...records,
        area: { by: 'point', point: { in: 'rd', x: 'x', y: 'y' } },
      },
    );
    expect(rd.rows.map((row) => [row['placement'], row['grid_cell']])).toEqual([
      ['in_region', 'E1202N4802'],
      ['outside_region', undefined],
      ['no_area', undefined],
    ]);
    expect(rd.issues).toEqual(['5 x point.out-of-range']);
    const wgs = await load(`datum;code;lon;lat\n01-01-2024;E33;${longitude};${latitude}\n`, {
      ...records,
      area: { by: 'point', point: { in: 'wgs84', longitude: 'lon', latitude: 'lat' } },
    });
    expect(wgs.rows[0]).toMatchObject({ area_code: 'BU00010101', grid_cell: 'E1202N4802' });
  });

  it('proposes gaps for months without rows and claims no day beyond the last one', async () => {
    const { result } = await load(
      'datum;code\n02-01-2024;E33\n15-02-2024;E33\n03-05-2024;E33\n12-06-2024;E33\n',
      records,
    );
    expect(result.coverage.gaps).toEqual(['2024-03', '2024-04']);
    expect(result.coverage.ranges).toEqual([
      { from: '2024-01-01', to: '2024-02-29' },
      { from: '2024-05-01', to: '2024-06-12' },
    ]);
    const years = await load('datum;code\n2020;E33\n2022;E33\n', {
      ...records,
      occurredOn: { column: 'datum', format: 'iso' },
    });
    expect(years.result.coverage).toMatchObject({
      gaps: ['2021'],
      ranges: [{ to: '2020-12-31' }, { from: '2022-01-01' }],
    });
    expect(years.rows[0]).toMatchObject({ occurred_on: '2020-01-01', occurred_precision: 'year' });
  });

  it('hashes by own id or by row and ordinal, the same whatever the order', async () => {
    const twice = 'datum;code\n02-01-2024;E33\n02-01-2024;E33\n03-01-2024;E33\n';
    const turned = 'datum;code\n03-01-2024;E33\n02-01-2024;E33\n02-01-2024;E33\n';
    const hashes = async (text: string) => new Set((await load(text, records)).rows.map((row) => row['record_hash']));
    expect((await hashes(twice)).size).toBe(3);
    expect(await hashes(turned)).toEqual(await hashes(twice));
    expect((await load(twice, records)).result.identicalRows).toBe(1);
  });

  it('never makes a zero of a secret cell, and leaves out rows that are not selected', async () => {
    const counts = {
      format: 'datalab-mapping/1',
      kind: 'counts',
      period: { column: 'jaar' },
      category: { constant: 'E33' },
      count: { column: 'n' },
      categories,
      notAvailable: 'refuse',
      only: [{ column: 'bron', values: ['a'] }],
    };
    const text = 'bron;jaar;n\na;2022;1.234\na;2022;.\na;2022;2,5\nb;2022;7\na;2025;1\n';
    const refused = await load(text, counts);
    expect(refused.issues).toEqual(['4 n count.malformed', '3 n count.not-available', '6 jaar period.future']);
    expect(refused.result).toMatchObject({ countSum: 1234, skippedBy: { not_selected: 1 } });
    const left = await load('bron;jaar;n\na;2022;1\na;2022;x\n', { ...counts, notAvailable: 'leave_out' });
    expect(left.result).toMatchObject({
      acceptable: true,
      totals: { rows: 1, skipped: 1 },
      skippedBy: { not_available: 1 },
    });
  });

  it('gives only rows that the worker accepts, whatever was done to the file', async () => {
    const good = [
      ...'datum;code;buurt;uur\n02-01-2024;E33;BU00010101;23\n31-12-2023;INB;BU03630001;0\n05-05-2024;E33;;\n',
    ];
    const mapping = { ...records, area: byCode, occurredHour: { column: 'uur' }, status: { column: 'code' } };
    const validate = canonicalValidator('records', region, today);
    const edit = fc.record({ at: fc.nat(good.length), cut: fc.nat(4), put: fc.string({ maxLength: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const letters = [...good];
        for (const { at, cut, put } of edits) letters.splice(at, cut, ...put);
        const outcome = await load(letters.join(''), mapping).catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(Refusal);
          return;
        }
        const { rows, result } = outcome as Awaited<ReturnType<typeof load>>;
        for (const row of rows) expect(validate(JSON.stringify(row), 1).issues).toBeUndefined();
        for (const group of result.issues) expect(group.rows[0]).toBeGreaterThan(0);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
