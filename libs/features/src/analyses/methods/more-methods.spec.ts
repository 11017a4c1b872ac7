import { randomStream } from '@datalab/analysis';
import { SHELL_METHODS, type RunResult } from '@datalab/domain';
import { describe, expect, it } from '@jest/globals';
import type { AnyMethod } from '../method.js';
import { METHODS } from '../registry.js';
import { captureSingleListMethod } from './capture-single-list.method.js';
import { clusteringMethod } from './clustering.method.js';
import { differenceInDifferencesMethod } from './difference-in-differences.method.js';
import { forecastMethod } from './forecast.method.js';
import { AREAS, codeOf, COLUMNS, CORNER, drawCount, monthlyReports } from './invented-region.fake.js';
import { knoxMethod } from './knox.method.js';
import { runMethod, type FakeReport, type FakeRun } from './run-method.fake.js';

async function resultOf(method: AnyMethod, run: Partial<FakeRun> & Pick<FakeRun, 'reports'>): Promise<RunResult> {
  const { lab } = await runMethod(method, { areas: AREAS, columns: COLUMNS, scope: {}, ...run });
  if ('refused' in lab) throw new Error(lab.refused);
  return lab;
}
const month = { grain: 'month' as const };

describe('every method of the registry', () => {
  it('is one that an output shell can name, of the same kind, once', () => {
    expect(new Set(METHODS.map(({ name }) => name)).size).toBe(METHODS.length);
    for (const { name, kind } of METHODS)
      expect([name, SHELL_METHODS[name as keyof typeof SHELL_METHODS]]).toEqual([name, kind]);
  });
});

describe('forecast', () => {
  it('beats the naive forecast on a season, covers as it says, and shows the naive one beside it', async () => {
    const reports = monthlyReports((_, t) => 4 + 3 * Math.sin((2 * Math.PI * t) / 12), { months: 40 });
    const result = await resultOf(forecastMethod, { reports, scope: { ...month, to: '2026-12-31' } });
    const scores = new Map(result.tables[1]!.rows.map((row) => [(row['method'] as { en: string }).en, row]));
    const automatic = scores.get('Automatic choice')!;
    expect(Number(automatic['rps'])).toBeLessThan(Number(scores.get('Same as the last period')!['rps']));
    expect(Number(automatic['coverage'])).toBeGreaterThan(0.7);
    if (result.picture.kind !== 'forecast') throw new Error(result.picture.kind);
    expect(result.picture.past).toHaveLength(36);
    expect(result.picture.next).toMatchObject([{ period: result.picture.baseline[0]!.period }]);
    expect(result.tables[0]!.rows).toHaveLength(36);
    expect(result.label).toBe('forecast');
    await expect(resultOf(forecastMethod, { reports, scope: { ...month, to: '2024-06-30' } })).rejects.toThrow(
      'too-few-periods',
    );
  });

  it('shows the naive forecast everywhere where the gain that was agreed was not reached, and says so', async () => {
    const reports = monthlyReports((_, t) => 4 + 3 * Math.sin((2 * Math.PI * t) / 12), { months: 28 });
    const params = { leastGain: 0.9 };
    const result = await resultOf(forecastMethod, { reports, params, scope: { ...month, to: '2025-04-30' } });
    expect(result.warnings.map(({ code }) => code)).toContain('baseline_not_beaten');
    for (const row of result.tables[0]!.rows) {
      expect(row['expected']).toBe(row['naive']);
      expect((row['by'] as { en: string }).en).toMatch(/^(Same as|Mean of)/);
    }
    expect(result.text.nl.what).toContain('simpele regel');
  });

  it('does not take a last month that was not delivered for nought', async () => {
    const reports = monthlyReports(() => 4, { months: 29, seed: 3 });
    const scope = { ...month, to: '2025-06-30' };
    const gaps = ['2025-06'];
    const { tables } = await resultOf(forecastMethod, { reports, scope, gaps });
    const expected = tables[0]!.rows.map((row) => Number(row['expected']));
    expect(Math.min(...expected)).toBeGreaterThanOrEqual(2);
  });
});

describe('types of neighbourhood', () => {
  it('finds the three types that were planted', async () => {
    const codes = [...AREAS.keys()];
    const random = randomStream(2);
    const indicatorOf = (code: string, shift: (type: number) => number) => ({
      code,
      title: { nl: code, en: code },
      values: new Map(codes.map((area, i) => [area, shift(i % 3) + random.nextFloat()])),
    });
    const indicators = [
      indicatorOf('density', (type) => 10 * type),
      indicatorOf('tenure', (type) => (type === 1 ? 8 : 0)),
    ];
    const reports = monthlyReports(() => 1);
    const { picture, tables } = await resultOf(clusteringMethod, {
      reports,
      indicators,
      params: { indicators: ['density', 'tenure'] },
    });
    if (picture.kind !== 'map') throw new Error(picture.kind);
    const found = codes.map((code) => picture.areas.find(({ areaCode }) => areaCode === code)!.klass);
    expect(found.slice(0, 6)).toEqual(['type-1', 'type-2', 'type-3', 'type-1', 'type-2', 'type-3']);
    expect(tables[0]!.rows.map(({ areas, stability }) => [areas, stability])).toEqual([[12, 1], [12, 1], [12, 1]]); // prettier-ignore
  });
});

describe('what follows what, and what a measure did', () => {
  it('knox finds repeats that were planted, and none among days at random', async () => {
    const random = randomStream(5);
    const dayOf = (n: number) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);
    const at = (area: string, n: number): FakeReport => ({ dataset: 'police', area, day: dayOf(n) });
    const codes = [...AREAS.keys()];
    const first = Array.from({ length: 300 }, () => ({ area: codes[random.nextBelow(36)]!, n: random.nextBelow(700) }));
    const repeats = first.filter((_, i) => i % 3 === 0).map(({ area, n }) => at(area, n + 1 + random.nextBelow(5)));
    const found = await resultOf(knoxMethod, { reports: [...first.map(({ area, n }) => at(area, n)), ...repeats] });
    expect(Number(found.tables[0]!.rows[0]!['ratio'])).toBeGreaterThan(2);
    expect(found.text.en.what).toContain('times as often');
    const none = await resultOf(knoxMethod, { reports: first.map(({ area, n }) => at(area, n)) });
    expect(Number(none.tables[0]!.rows[2]!['ratio'])).toBeLessThan(1.6);
  });

  it('difference-in-differences holds the planted change in its bounds, not the change everywhere', async () => {
    const reports = monthlyReports((area, t) => 4 + (t >= 12 ? 2 : 0) - (CORNER.has(area) && t >= 12 ? 2 : 0), {
      seed: 12,
    });
    const params = { areas: [...CORNER], since: '2024-01' };
    const result = await resultOf(differenceInDifferencesMethod, { reports, scope: month, params });
    const row = result.tables[0]!.rows[0]!;
    expect(Number(row['low'])).toBeLessThan(-2);
    expect(Number(row['high'])).toBeGreaterThan(-2);
    expect(Number(row['high'])).toBeLessThan(0);
    expect(result.warnings.map(({ code }) => code)).toContain('small_n');
    const all = { reports, scope: month, params: { areas: [...AREAS.keys()], since: '2024-01' } };
    await expect(resultOf(differenceInDifferencesMethod, all)).rejects.toThrow('nothing-to-compare');
  });
});

describe('one register', () => {
  it('gives a lower bound that lies between what is known and what was planted', async () => {
    const random = randomStream(7);
    // 1,000 addresses, each reported 0, 1, 2, … times around a mean of 1: some 370 never.
    const reports = Array.from({ length: 1_000 }, (_, household) =>
      Array.from({ length: drawCount(random, 1) }, (): FakeReport => ({
        dataset: 'police',
        area: codeOf(household % 6, (household * 5) % 6),
        day: '2023-04-04',
        household: household + 1,
      })),
    ).flat();
    const { tables } = await resultOf(captureSingleListMethod, { reports });
    const { known, total, high } = tables[0]!.rows[0]!;
    expect(Number(known)).toBeLessThan(720);
    expect(Number(total)).toBeGreaterThan(850);
    expect(Number(high)).toBeGreaterThan(950);
    await expect(resultOf(captureSingleListMethod, { reports, keyCoverage: 0.5 })).rejects.toThrow('key-coverage');
  });
});
