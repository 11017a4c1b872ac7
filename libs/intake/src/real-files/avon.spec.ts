import { existsSync, readFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalise } from '../canonical/canonicalise.js';
import { parseMapping, type Mapping } from '../mapping/mapping.js';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import type { CanonicalRow } from '../schema/canonical-schema.js';
import { canonicalValidator } from '../schema/canonical-validator.js';
import { FIXMYSTREET_SHEF_A } from '../vocabularies/fixmystreet.js';
import { POLICE_UK } from '../vocabularies/police-uk.js';
import { crosswalkOf } from '../vocabularies/vocabulary.js';
import { avonRegion } from './region.factory.js';

const folder = new URL('../../../../../shared/data/uk-avon-asb-fms/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const hash = (message: string) => createHmac('sha256', 'a key of the organisation').update(message).digest('hex');

const police = parseMapping({
  format: 'datalab-mapping/1',
  kind: 'records',
  sourceRecordId: { column: 'Crime ID' },
  occurredOn: { column: 'Month', format: 'iso' },
  area: { by: 'code', column: 'LSOA code' },
  category: { column: 'Crime type' },
  categories: { vocabulary: { name: POLICE_UK.name, version: POLICE_UK.version }, codes: crosswalkOf(POLICE_UK) },
});
const fixMyStreet = parseMapping({
  format: 'datalab-mapping/1',
  kind: 'counts',
  area: { by: 'code', column: 'lsoa' },
  period: { column: 'month' },
  category: { column: 'shef_a_code' },
  count: { column: 'reports' },
  categories: {
    vocabulary: { name: FIXMYSTREET_SHEF_A.name, version: FIXMYSTREET_SHEF_A.version },
    codes: crosswalkOf(FIXMYSTREET_SHEF_A),
  },
  notAvailable: 'refuse',
});

const memo = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

(existsSync(folder) ? describe : describe.skip)('real files of the Bristol area', () => {
  const region = memo(() => avonRegion(read('lsoa_2011.geojson').toString()));
  const load = async (name: string, mapping: Mapping) => {
    const table = await openTable(bytesInPieces(read(name)), name);
    const { batches, result } = canonicalise(table, mapping, region(), { hash, today: '2026-11-01' });
    const rows: CanonicalRow[] = [];
    for await (const batch of batches) rows.push(...batch.rows);
    const validate = canonicalValidator(mapping.kind, region(), '2026-11-01');
    const refused = rows.filter((row, i) => validate(JSON.stringify(row), i + 1).issues !== undefined);
    return { rows, refused, result: result() };
  };
  const january = memo(() => load('raw-months/2018-01-avon-and-somerset-street.csv', police));

  it('reads an untouched police month to the last row', async () => {
    const { rows, refused, result } = await january();
    expect(result.totals).toEqual({
      rows: 13_566,
      inRegion: 8_724,
      outsideRegion: 3_225,
      noArea: 1_617,
      outOfScope: 3_809 + 1_072 + 935 + 918 + 873 + 238 + 132 + 125 + 60 + 56,
      skipped: 0,
    });
    expect(refused).toEqual([]);
    expect(result).toMatchObject({ acceptable: true, issueCount: 0, unmapped: [] });
    expect(result.coverage).toEqual({
      ranges: [{ from: '2018-01-01', to: '2018-01-31' }],
      gaps: [],
      periods: [{ period: '2018-01', rows: 13_566 }],
    });
    expect(new Set(rows.map((row) => 'occurred_precision' in row && row.occurred_precision))).toEqual(
      new Set(['month']),
    );
    expect(new Set(rows.map((row) => row.record_hash)).size).toBe(13_566);
  });

  it('keeps identical rows as separate incidents, with the same hashes on a second reading', async () => {
    const first = await january();
    const again = await load('raw-months/2018-01-avon-and-somerset-street.csv', police);
    const antisocial = first.rows.filter(
      (row) => 'source_category' in row && row.source_category === 'Anti-social behaviour',
    );
    expect(antisocial).toHaveLength(2_455);
    expect(first.result.identicalRows).toBeGreaterThan(500);
    expect(first.result.repeatedIds).toBeGreaterThan(257);
    expect(again.rows).toEqual(first.rows);
  });

  it('drops street, coordinates and outcome', async () => {
    const { rows } = await january();
    const text = JSON.stringify(rows);
    for (const trace of ['On or near', '51.4', 'Constabulary', 'Investigation']) expect(text).not.toContain(trace);
  });

  it('reads the counts of the second partner, the same reports in all', async () => {
    const { refused, result } = await load('fixmystreet/fms_lsoa_month_category.csv', fixMyStreet);
    expect(result.totals).toMatchObject({ rows: 66_061, inRegion: 66_061, outsideRegion: 0, noArea: 0, skipped: 0 });
    expect(refused).toEqual([]);
    const file = read('fixmystreet/fms_lsoa_month_category.csv').toString().trim().split(/\r?\n/).slice(1);
    expect(file.reduce((sum, line) => sum + Number(line.split(',')[4]), 0)).toBe(93_702);
    expect(result.coverage.ranges[0]?.from).toBe('2013-01-01');
    expect(result.coverage.ranges.at(-1)?.to).toBe('2020-12-31');
  });

  it('finds by its point the area that the police gave for nearly every report', async () => {
    const table = await openTable(bytesInPieces(read('raw-months/2018-02-avon-and-somerset-street.csv')), 'x.csv');
    let [same, asked] = [0, 0];
    for await (const { cells } of table.rows()) {
      if (!region().areaCodes.has(cells[7]!) || cells[4] === '') continue;
      asked += 1;
      if (region().areaAt(Number(cells[4]), Number(cells[5])) === cells[7]) same += 1;
    }
    expect(asked).toBeGreaterThan(8_000);
    // SOURCE.md: of 2,000 points 49 lie just outside their LSOA.
    expect(same / asked).toBeGreaterThan(0.96);
  });
});
