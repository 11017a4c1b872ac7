import { describe, expect, it } from '@jest/globals';
import { captureRecaptureMethod } from './capture-recapture.method.js';
import { AREAS, codeOf, COLUMNS } from './invented-region.fake.js';
import { knownToNMethod } from './known-to-n.method.js';
import { runMethod, type FakeReport, type FakeRun } from './run-method.fake.js';

const SOURCES = ['corporation', 'municipality', 'police'];

/** Households 0 … n − 1 known to a source when the source's digit of the number says so: each sees half, independently. */
function reportsOf(households: number, knows: (household: number, source: number) => number): FakeReport[] {
  return Array.from({ length: households }, (_, household) =>
    SOURCES.flatMap((dataset, source) =>
      Array.from({ length: knows(household, source) }, () => ({
        dataset,
        area: codeOf(household % COLUMNS, Math.floor(household / COLUMNS) % COLUMNS),
        day: '2023-06-01',
        household: household + 1,
      })),
    ),
  ).flat();
}

const half = reportsOf(1_600, (household, source) => (household >> source) & 1);
const run = (change: Partial<FakeRun>): FakeRun => ({
  areas: AREAS,
  columns: COLUMNS,
  reports: half,
  scope: {},
  ...change,
});

describe('addresses that several know', () => {
  it('known-to-n finds that few addresses have much of it', async () => {
    // 20 of 320 are known to all and have 12 reports with each; the others have one report with one source.
    const reports = reportsOf(320, (household, source) => (household < 20 ? 12 : Number(household % 3 === source)));
    const { lab } = await runMethod(knownToNMethod, run({ reports }));
    if ('refused' in lab) throw new Error(lab.refused);
    const all = lab.tables[0]!.rows.at(-1)!;
    expect(all).toMatchObject({ organisations: 3 });
    expect(Number(all['addressShare'])).toBeCloseTo(0.06, 1);
    expect(Number(all['reportShare'])).toBeCloseTo(720 / 1020, 1);
    // The noise of twenty addresses with thirty-six reports each is large, and the bounds beside the share say so.
    expect(Number(all['reportShareFrom'])).toBeLessThanOrEqual(720 / 1020);
    expect(Number(all['reportShareTo'])).toBeGreaterThanOrEqual(720 / 1020);
    expect(Number(all['reportShareTo'])).toBeLessThan(1);
    for (const end of ['reportShareFrom', 'reportShareTo']) expect((Number(all[end]) * 100) % 5).toBeCloseTo(0, 6);
    expect(lab.text.nl.what).toContain('alle 3');
    expect(lab.picture.kind).toBe('overlap');
    expect(lab.tables[1]!.rows).toHaveLength(3);
  });

  it('known-to-n calls it a lower bound where keys are missing, and lays nothing beside one source', async () => {
    const { lab } = await runMethod(knownToNMethod, run({ keyCoverage: 0.8 }));
    if ('refused' in lab) throw new Error(lab.refused);
    expect(lab.warnings.map(({ code }) => code)).toContain('lower_bound');
    const one = half.filter(({ dataset }) => dataset === 'police');
    expect((await runMethod(knownToNMethod, run({ reports: one }))).lab).toEqual({ refused: 'nothing-to-lay-beside' });
  });

  it('capture-recapture holds the planted total within its bounds: 1,600, of which 200 on no list', async () => {
    const { lab } = await runMethod(captureRecaptureMethod, run({}));
    if ('refused' in lab) throw new Error(lab.refused);
    const [right, one, five] = lab.tables[0]!.rows;
    expect(Number(right!['low'])).toBeLessThanOrEqual(1_600);
    expect(Number(right!['high'])).toBeGreaterThanOrEqual(1_600);
    expect(Number(right!['total'])).toBeGreaterThan(1_400);
    // Links that were missed make households look like more of them.
    expect(Number(five!['total'])).toBeLessThanOrEqual(Number(one!['total']));
    expect(lab.label).toBe('indication');
  });

  it('capture-recapture refuses under 70 % key coverage, and tells nothing where a cell may not be shown', async () => {
    expect((await runMethod(captureRecaptureMethod, run({ keyCoverage: 0.6 }))).lab).toEqual({
      refused: 'key-coverage',
    });
    const small = reportsOf(24, (household, source) => (household >> source) & 1);
    expect((await runMethod(captureRecaptureMethod, run({ reports: small }))).lab).toEqual({
      refused: 'too-few-to-show',
    });
  });
});
