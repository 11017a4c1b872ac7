import { randomStream } from '@datalab/analysis';
import type { RunResult } from '@datalab/domain';
import { describe, expect, it } from '@jest/globals';
import type { AnyMethod } from '../method.js';
import { chi2CramerMethod } from './chi2-cramer.method.js';
import { glmNegbin } from './glm-negbin.method.js';
import { glmPoissonOffsetMethod } from './glm-poisson-offset.method.js';
import { interruptedTimeSeriesMethod } from './interrupted-time-series.method.js';
import { AREAS, codeOf, COLUMNS, CORNER, monthlyReports } from './invented-region.fake.js';
import { likeWithLikeMethod } from './like-with-like.method.js';
import { oddsRiskRatioMethod } from './odds-risk-ratio.method.js';
import { reportingPropensityMethod } from './reporting-propensity.method.js';
import { rhythmMethod } from './rhythm.method.js';
import { runMethod, type FakeReport, type FakeRun } from './run-method.fake.js';
import { stlMethod } from './stl.method.js';

async function resultOf(method: AnyMethod, run: Partial<FakeRun> & Pick<FakeRun, 'reports'>): Promise<RunResult> {
  const { lab } = await runMethod(method, { areas: AREAS, columns: COLUMNS, scope: {}, ...run });
  if ('refused' in lab) throw new Error(lab.refused);
  return lab;
}
const month = { grain: 'month' as const };

describe('time', () => {
  it('stl takes the season out and finds the rise', async () => {
    const reports = monthlyReports((_, t) => 3 + t / 24 + Math.sin((2 * Math.PI * t) / 12), { months: 36 });
    const result = await resultOf(stlMethod, { reports, scope: { ...month, to: '2025-12-31' } });
    expect(result.text.en.what).toContain('rises');
    // Half a report per area and year, in 36 areas.
    expect(result.text.en.what).toMatch(/some (1[2-9]|2[0-4]) a year/);
    expect(result.picture.kind).toBe('series');
    const short = { reports: reports.slice(0, 500), scope: { ...month, to: '2023-12-31' } };
    await expect(resultOf(stlMethod, short)).rejects.toThrow('too-few-periods');
    await expect(resultOf(stlMethod, { reports, scope: month, gaps: ['2023-04'] })).rejects.toThrow('gaps');
  });

  it('rhythm finds the nights of one area', async () => {
    const random = randomStream(3);
    const reports = Array.from({ length: 6_000 }, (_, i): FakeReport => {
      const isOwn = i % 6 === 0;
      const night = isOwn && random.nextFloat() < 0.5;
      const day = String(1 + random.nextBelow(28)).padStart(2, '0');
      const area = isOwn ? codeOf(0, 0) : codeOf(1 + (i % 5), i % 6);
      return {
        dataset: 'police',
        area,
        day: `2023-05-${day}`,
        hour: night ? random.nextBelow(4) : random.nextBelow(24),
      };
    });
    const result = await resultOf(rhythmMethod, { reports, params: { area: codeOf(0, 0), permutations: 199 } });
    if (result.picture.kind !== 'rhythm') throw new Error(result.picture.kind);
    const nights = result.picture.cells.filter(({ from }) => from === 0);
    const noons = result.picture.cells.filter(({ from }) => from === 12);
    expect(nights).toHaveLength(7);
    for (const { ratio } of nights) expect(ratio).toBeGreaterThan(1.5);
    for (const { ratio } of noons) expect(ratio ?? 0).toBeLessThan(1);
    expect(result.text.nl.what).toContain('tussen 0 en 4 uur');
  });

  it('interrupted-time-series holds the planted effect in its bounds', async () => {
    const reports = monthlyReports((_, t) => (t >= 18 ? 1.5 : 3), { months: 36, seed: 8 });
    const scope = { ...month, to: '2025-12-31' };
    const result = await resultOf(interruptedTimeSeriesMethod, { reports, scope, params: { since: '2024-07' } });
    expect(result.label).toBe('indication');
    expect(result.text.en.what).toMatch(/is 0\.(4|5)\d times/);
    if (result.picture.kind !== 'before-after') throw new Error(result.picture.kind);
    const last = result.picture.points.at(-1)!;
    expect(last.expected! / last.observed!).toBeGreaterThan(1.4);
    const late = { reports, scope, params: { since: '2025-11' } };
    await expect(resultOf(interruptedTimeSeriesMethod, late)).rejects.toThrow('too-few-periods');
  });
});

describe('association', () => {
  const dealt = (dataset: string, filth: number, noise: number): FakeReport[] =>
    Array.from({ length: filth + noise }, (_, i) => ({
      dataset,
      area: codeOf(i % 6, (i * 7) % 6),
      day: '2023-03-01',
      category: i < filth ? 'filth' : 'noise',
    }));

  it('chi2-cramer finds the source that hears nothing of filth', async () => {
    const reports = [...dealt('fire', 12, 300), ...dealt('municipality', 400, 300), ...dealt('police', 300, 300)];
    const result = await resultOf(chi2CramerMethod, { reports });
    expect(result.text.nl.what).toContain('fire heeft veel minder “filth”');
    const row = result.tables[0]!.rows.find(({ source, category }) => source === 'fire' && category === 'filth')!;
    expect(Number(row['high'])).toBeLessThan(0.5);
    expect(result.label).toBe('association');
    await expect(resultOf(chi2CramerMethod, { reports: dealt('fire', 12, 30) })).rejects.toThrow('nothing-to-compare');
  });

  it('odds-risk-ratio says how much larger the share is in the chosen areas', async () => {
    const reports = Array.from({ length: 4_000 }, (_, i): FakeReport => {
      const area = codeOf(i % 6, Math.floor(i / 6) % 6);
      const one = CORNER.has(area) ? i % 10 < 6 : i % 10 < 3;
      return { dataset: 'police', area, day: '2023-03-01', category: one ? 'youth' : 'noise' };
    });
    const result = await resultOf(oddsRiskRatioMethod, { reports, params: { category: 'youth', areas: [...CORNER] } });
    const risk = result.tables[0]!.rows[0]!;
    expect(Number(risk['ratio'])).toBeGreaterThan(1.6);
    expect(Number(risk['ratio'])).toBeLessThan(2.4);
    expect(risk['p']).toBe('< 0.001');
  });

  it('odds-risk-ratio takes what a few addresses with many reports may be by noise for no difference', async () => {
    // The share is the same everywhere; in the chosen areas five addresses have most of it, and the noise on their count is large.
    const area = (i: number) => codeOf(i % 6, Math.floor(i / 6) % 6);
    const reports = Array.from({ length: 4_000 }, (_, i): FakeReport => {
      const isChosen = CORNER.has(area(i));
      const category = i % 10 < (isChosen ? 5 : 4) ? 'youth' : 'noise';
      return {
        dataset: 'police',
        area: area(i),
        day: '2023-03-01',
        category,
        ...(isChosen ? { household: 1 + (i % 50) } : {}),
      };
    });
    const result = await resultOf(oddsRiskRatioMethod, { reports, params: { category: 'youth', areas: [...CORNER] } });
    const [risk, odds] = result.tables[0]!.rows;
    for (const row of [risk!, odds!]) {
      expect(Number(row['low'])).toBeLessThan(1);
      expect(Number(row['high'])).toBeGreaterThan(1.25);
      expect(row['p']).toBe('≥ 0.1');
    }
    expect(result.text.nl.what).toContain('verschilt niet duidelijk');
  });
});

describe('indicators', () => {
  const education = { code: 'education', title: { nl: 'opleiding', en: 'education' } };
  const values = new Map([...AREAS.keys()].map((code, i) => [code, (i % 9) - 4]));
  const reports = monthlyReports((area) => 2 * Math.exp(0.25 * values.get(area)!), { seed: 9 });

  it('reporting-propensity says how much goes with what was planted', async () => {
    const params = { indicators: ['education'] };
    const result = await resultOf(reportingPropensityMethod, {
      reports,
      indicators: [{ ...education, values }],
      params,
    });
    const row = result.tables[0]!.rows[0]!;
    // Standard deviation of −4 … 4 over 36 areas is 2.6: e^(0.25 × 2.6) = 1.9.
    expect(Number(row['low'])).toBeLessThan(1.95);
    expect(Number(row['high'])).toBeGreaterThan(1.85);
    expect(result.text.nl.what).toMatch(/(9\d|100)%/);
  });

  it('both regressions hold the planted ratio in their bounds, and agree on it', async () => {
    const params = { covariates: ['education'] };
    for (const method of [glmNegbin, glmPoissonOffsetMethod]) {
      const result = await resultOf(method, { reports, indicators: [{ ...education, values }], params });
      const row = result.tables[0]!.rows[0]!;
      // Two digits are shown, so 1.95 is 2.0.
      expect(Number(row['low'])).toBeLessThanOrEqual(2);
      expect(Number(row['low'])).toBeGreaterThan(1.7);
      expect(Number(row['high'])).toBeGreaterThan(1.85);
      expect(result.label).toBe('association');
    }
  });

  it('like-with-like names the areas that are alike, and refuses one that is not known', async () => {
    const indicators = [{ ...education, values: new Map([...AREAS.keys()].map((code, i) => [code, i])) }];
    const params = { area: codeOf(3, 0), indicators: ['education'], most: 2 };
    const result = await resultOf(likeWithLikeMethod, { reports, indicators, params });
    expect(result.tables[0]!.rows.map(({ area }) => area)).toEqual(['Area A30', 'Area A20', 'Area A40']);
    const unknown = resultOf(likeWithLikeMethod, { reports, indicators, params: { ...params, area: 'X' } });
    await expect(unknown).rejects.toThrow('area-not-complete');
  });
});
