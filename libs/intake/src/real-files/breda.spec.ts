import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalise } from '../canonical/canonicalise.js';
import { parseMapping } from '../mapping/mapping.js';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import type { CanonicalCount } from '../schema/canonical-schema.js';
import { POLITIE_OVERLAST } from '../vocabularies/politie-overlast.js';
import { POLITIE_MISDRIJVEN } from '../vocabularies/politie-misdrijven.js';
import { crosswalkOf } from '../vocabularies/vocabulary.js';
import { bredaRegion } from './region.factory.js';

const folder = new URL('../../../../../shared/data/nl-breda-police-overlast/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
let calls = 0;
const hash = () => (calls += 1).toString(16).padStart(64, '0');

const overlast = {
  vocabulary: { name: POLITIE_OVERLAST.name, version: POLITIE_OVERLAST.version },
  codes: crosswalkOf(POLITIE_OVERLAST),
};
const byName = (column: string, level: string) => ({
  by: 'name',
  column,
  level,
  firstIsHigher: true,
  higherNames: [],
  aliases: {},
  unknown: 'refuse',
});
const base = { format: 'datalab-mapping/1', kind: 'counts', notAvailable: 'refuse' };

(existsSync(folder) ? describe : describe.skip)('real files of Breda', () => {
  const load = async (name: string, mapping: Record<string, unknown>) => {
    const region = bredaRegion(read('breda_buurten.geojson').toString());
    const table = await openTable(bytesInPieces(read(name)), name);
    const { batches, result } = canonicalise(table, parseMapping({ ...base, ...mapping }), region, {
      hash,
      today: '2026-11-01',
    });
    const rows: CanonicalCount[] = [];
    for await (const batch of batches) rows.push(...(batch.rows as CanonicalCount[]));
    return { rows, result: result(), table };
  };

  it('reads the wide months of the gemeente; their sums are the year totals of the file', async () => {
    const name = 'overlast_maand_gemeente_2012-2023.csv';
    const { rows, result } = await load(name, {
      area: byName("Regio's", 'gemeente'),
      period: { wide: true },
      category: { column: 'Overlast' },
      count: { wide: true },
      wide: { of: 'period', grain: 'month' },
      categories: overlast,
    });
    expect(result.totals).toEqual({
      rows: 8 * 136,
      inRegion: 8 * 136,
      outsideRegion: 0,
      noArea: 0,
      outOfScope: 0,
      skipped: 136,
    });
    const [header, ...lines] = read(name)
      .toString()
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    for (const cells of lines.filter((line) => line[1] !== 'Total nuisance registrations')) {
      for (let year = 2012; year <= 2022; year += 1) {
        const months = rows.filter((row) => row.source_category === cells[1] && row.period.startsWith(`${year}-`));
        expect(months).toHaveLength(12);
        expect(months.reduce((sum, row) => sum + row.count, 0)).toBe(Number(cells[header!.indexOf(`${year}`)]));
      }
    }
    expect(result.coverage.ranges).toEqual([{ from: '2012-01-01', to: '2023-04-30' }]);
  });

  it('takes the 56 buurten out of a column that also names the gemeente and the wijken', async () => {
    const mapping = (level: string) => ({
      area: byName('Wijken en buurten', level),
      period: { column: 'Perioden' },
      category: { column: 'Overlast' },
      count: { column: 'Geregistreerde overlast (aantal)' },
      categories: overlast,
    });
    const buurten = await load('statline_overlast_buurt_2022.csv', mapping('buurt'));
    expect(buurten.result.totals).toMatchObject({ rows: 8 * 56, inRegion: 8 * 56 });
    expect(buurten.result.skippedBy).toMatchObject({ other_level: 9 * 12 - 12 + 12, total: 56 });
    expect(new Set(buurten.rows.map((row) => row.area_code)).size).toBe(56);
    const wijken = await load('statline_overlast_buurt_2022.csv', mapping('wijk'));
    expect(wijken.result.totals.rows).toBe(8 * 11);
    const gemeente = await load('statline_overlast_buurt_2022.csv', mapping('gemeente'));
    // Three levels of one table: every wijk is the sum of its buurten; three registrations have a gemeente but no buurt.
    expect([buurten, wijken, gemeente].map(({ result }) => result.countSum)).toEqual([5_669, 5_669, 5_672]);
    const sum = (rows: CanonicalCount[], code: string) =>
      rows.filter((row) => row.area_code?.startsWith(code)).reduce((total, row) => total + row.count, 0);
    for (const wijk of new Set(wijken.rows.map((row) => row.area_code!)))
      expect([wijk, sum(buurten.rows, wijk.replace('WK', 'BU'))]).toEqual([wijk, sum(wijken.rows, wijk)]);
  });

  it('reads StatLine with preamble and footer, and tells the names that a browser translated', async () => {
    const mapping = {
      area: byName('Districts and neighbourhoods', 'buurt'),
      period: { wide: true },
      category: { constant: '2.1.1' },
      count: { wide: true },
      wide: { of: 'period', grain: 'year' },
      categories: { vocabulary: { name: 'politie-misdrijven', version: '1' }, codes: crosswalkOf(POLITIE_MISDRIJVEN) },
    };
    const name = 'statline_preamble/drugs_drinks_nuisances_breda.csv';
    const strict = await load(name, mapping);
    expect(strict.result.issues.map((group) => [group.code, group.column])).toContainEqual([
      'area.unknown-name',
      'Districts and neighbourhoods',
    ]);
    expect(strict.result.acceptable).toBe(false);
    expect(strict.table.progress).toMatchObject({ preambleLines: 4, footerLines: 1, rows: 67 });
    const aliases = { 'Bark mill': 'BU07580103', 'Doornbos Line': 'BU07580201' };
    const aliased = await load(name, { ...mapping, area: { ...mapping.area, aliases, unknown: 'other_level' } });
    expect(aliased.result.issues).toEqual([]);
    expect(aliased.rows.filter((row) => row.area_code === 'BU07580103').map((row) => row.count)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
    ]);
  });

  it('refuses a file of another layout by the names of the columns it lacks', async () => {
    const refusal = load('leefbaarheid_grid100m.csv', {
      period: { column: 'Perioden' },
      category: { column: 'Overlast' },
      count: { column: 'Aantal' },
      categories: overlast,
    });
    await expect(refusal).rejects.toMatchObject({
      code: 'layout.columns-missing',
      message: expect.stringContaining('“Perioden”, “Overlast”, “Aantal”'),
    });
  });
});
