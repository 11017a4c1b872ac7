import type { RunResult } from '@datalab/domain';
import { describe, expect, it } from '@jest/globals';
import type { AnyMethod } from '../method.js';
import { emergingHotspotsMethod } from './emerging-hotspots.method.js';
import { getisOrdGiMethod } from './getis-ord-gi.method.js';
import { AREAS, codeOf, COLUMNS, CORNER, monthlyReports } from './invented-region.fake.js';
import { moranGlobalMethod } from './moran-global.method.js';
import { ratesMethod } from './rates.method.js';
import { runMethod, type FakeRun } from './run-method.fake.js';
import { scanStatisticMethod } from './scan-statistic.method.js';
import { trendMethod } from './trend.method.js';

const corner = monthlyReports((area) => (CORNER.has(area) ? 4 : 1));
const flat = monthlyReports(() => 1.5, { seed: 2 });
const month = { grain: 'month' as const };

async function resultOf(method: AnyMethod, run: Partial<FakeRun>): Promise<RunResult> {
  const { lab } = await runMethod(method, { areas: AREAS, columns: COLUMNS, reports: corner, scope: {}, ...run });
  if ('refused' in lab) throw new Error(lab.refused);
  return lab;
}

function classesOf({ picture }: RunResult): Map<string, string | null> {
  if (picture.kind !== 'map') throw new Error(picture.kind);
  return new Map(picture.areas.map(({ areaCode, klass }) => [areaCode, klass]));
}

describe('maps of areas', () => {
  it('getis-ord-gi finds the corner that was planted, and hardly anything where nothing was', async () => {
    const found = classesOf(await resultOf(getisOrdGiMethod, {}));
    for (const area of CORNER) expect(found.get(area)).toBe('hot');
    expect(found.get(codeOf(5, 5))).not.toBe('hot');
    const none = [...classesOf(await resultOf(getisOrdGiMethod, { reports: flat })).values()];
    expect(none.filter((klass) => klass === 'hot' || klass === 'cold').length).toBeLessThanOrEqual(2);
  });

  it('moran-global says that it lies together, the same again with the same seed, and not of chance', async () => {
    const result = await resultOf(moranGlobalMethod, {});
    expect(result.tables[0]!.rows[0]).toMatchObject({ p: '0.001–0.01' });
    expect(result.text.nl.what).toContain('vaker bij elkaar');
    expect((await resultOf(moranGlobalMethod, {})).digest).toBe(result.digest);
    expect((await resultOf(moranGlobalMethod, { reports: flat })).tables[0]!.rows[0]!['p']).toBe('≥ 0.1');
  });

  it('rates compares areas with the average by exact bounds', async () => {
    const found = classesOf(await resultOf(ratesMethod, {}));
    for (const area of CORNER) expect(found.get(area)).toBe('more');
    const result = await resultOf(ratesMethod, {});
    const row = result.tables[0]!.rows[0]!;
    expect(Number(row['low'])).toBeLessThan(Number(row['rate']));
    // Few inhabitants say little: the smoothed rate lies nearer to the average.
    expect(Number(row['smoothed'])).toBeLessThanOrEqual(Number(row['rate']));
  });

  it('emerging-hotspots tells a place that is new from one that lasts', async () => {
    const patternOf = async (isBusy: (t: number) => boolean): Promise<string | null | undefined> => {
      const reports = monthlyReports((area, t) => (CORNER.has(area) && isBusy(t) ? 16 : 1), { seed: 3 });
      return classesOf(await resultOf(emergingHotspotsMethod, { reports, scope: month })).get(codeOf(0, 0));
    };
    expect(['persistent', 'intensifying', 'diminishing']).toContain(await patternOf(() => true));
    expect(['new', 'consecutive']).toContain(await patternOf((t) => t >= 22));
    expect(await patternOf((t) => t < 22)).toBe('historical');
  });

  it('trend finds the area that rises, leaves a period that was not delivered out, and says so', async () => {
    const reports = monthlyReports((area, t) => (area === codeOf(2, 2) ? 1 + t / 3 : 3), { seed: 4 });
    const result = await resultOf(trendMethod, { reports, scope: month, gaps: ['2023-05'] });
    const found = classesOf(result);
    expect(found.get(codeOf(2, 2))).toBe('rising');
    expect([...found.values()].filter((klass) => klass !== 'level').length).toBeLessThanOrEqual(2);
    expect(result.warnings.map(({ code }) => code)).toContain('gaps');
  });

  it('scan-statistic finds the corner, and when', async () => {
    const reports = monthlyReports((area, t) => (CORNER.has(area) && t >= 6 && t < 10 ? 9 : 1.5), { seed: 5 });
    const { picture, text } = await resultOf(scanStatisticMethod, {
      reports,
      scope: month,
      params: { replications: 199 },
    });
    if (picture.kind !== 'clusters') throw new Error(picture.kind);
    expect(picture.clusters[0]).toMatchObject({ from: '2023-07', to: '2023-10' });
    expect(new Set(picture.clusters[0]!.areaCodes)).toEqual(CORNER);
    expect(text.en.what).toContain('2023-07');
    const none = await resultOf(scanStatisticMethod, { reports: flat, params: { replications: 99 } });
    expect(none.tables[0]!.rows).toEqual([]);
  });

  it('show nothing of an area under the floor', async () => {
    const quiet = codeOf(3, 3);
    const reports = monthlyReports((area) => (area === quiet ? 0.05 : 3), { seed: 6 });
    expect(reports.filter(({ area }) => area === quiet).length).toBeLessThan(5);
    for (const method of [getisOrdGiMethod, ratesMethod]) {
      const { picture, tables } = await resultOf(method, { reports });
      const area = picture.kind === 'map' ? picture.areas.find(({ areaCode }) => areaCode === quiet) : undefined;
      expect(area).toMatchObject({ klass: null, z: null, value: null });
      expect(area!.state).not.toBe('shown');
      expect(JSON.stringify(tables)).not.toMatch(new RegExp(`"Area ${quiet}"[^}]*"(z|rate)":-?\\d`));
    }
  });
});
