import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalise } from '../canonical/canonicalise.js';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import { proposeMapping } from '../proposing/propose-mapping.js';
import type { RegionContext } from '../region/region-context.js';
import { avonRegion, bredaRegion } from './region.factory.js';

const folder = new URL('../../../../../shared/data/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const today = '2026-11-01';

/** A real file with nothing but what was recognised: the totals must be those of the file. */
(existsSync(folder) ? describe : describe.skip)('real files by their proposed mapping alone', () => {
  const load = async (name: string, region: RegionContext) => {
    const table = await openTable(bytesInPieces(read(name)), name);
    const { mapping, questions } = proposeMapping(table.header, table.sample, region, { today });
    if (mapping === undefined) throw new Error(JSON.stringify(questions.map(({ code }) => code)));
    const { batches, result } = canonicalise(table, mapping, region, { hash: () => '0'.repeat(64), today });
    for await (const batch of batches) expect(batch.progress.rows).toBeGreaterThan(0);
    return { mapping, asked: questions.map(({ code }) => code), result: result() };
  };
  const avon = () => avonRegion(read('uk-avon-asb-fms/lsoa_2011.geojson').toString());
  const breda = () => bredaRegion(read('nl-breda-police-overlast/breda_buurten.geojson').toString());

  it('police.uk month', async () => {
    const { mapping, asked, result } = await load(
      'uk-avon-asb-fms/raw-months/2018-01-avon-and-somerset-street.csv',
      avon(),
    );
    expect(mapping).toMatchObject({
      kind: 'records',
      sourceRecordId: { column: 'Crime ID' },
      category: { column: 'Crime type' },
    });
    expect(asked).toEqual([]);
    expect(result.totals).toMatchObject({ rows: 13_566, inRegion: 8_724, outsideRegion: 3_225, noArea: 1_617 });
    expect(result.acceptable).toBe(true);
  });

  it('FixMyStreet counts', async () => {
    const name = 'uk-avon-asb-fms/fixmystreet/fms_lsoa_month_category.csv';
    const table = await openTable(bytesInPieces(read(name)), name);
    const { mapping, questions } = proposeMapping(table.header, table.sample, avon(), { today });
    expect(mapping).toMatchObject({
      kind: 'counts',
      count: { column: 'reports' },
      category: { column: 'shef_a_code' },
      area: { by: 'code', column: 'lsoa' },
      period: { column: 'month' },
    });
    expect(questions).toEqual([]);
  });

  it('Breda: wide months, StatLine per buurt, wide categories', async () => {
    const months = await load('nl-breda-police-overlast/overlast_maand_gemeente_2012-2023.csv', breda());
    expect([months.asked, months.result.totals.rows, months.result.issueCount]).toEqual([[], 8 * 136, 0]);
    const buurten = await load('nl-breda-police-overlast/statline_overlast_buurt_2022.csv', breda());
    expect([buurten.asked, buurten.result.totals.rows, buurten.result.issueCount]).toEqual([
      ['area.two-levels'],
      8 * 56,
      0,
    ]);
  });
});
