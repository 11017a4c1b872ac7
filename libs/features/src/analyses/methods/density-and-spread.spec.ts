import type { RunResult } from '@datalab/domain';
import { randomStream } from '@datalab/analysis';
import { describe, expect, it } from '@jest/globals';
import type { AnyMethod } from '../method.js';
import { hhh4Method } from './hhh4.method.js';
import { AREAS, codeOf, COLUMNS, CORNER, drawCount, monthAt, monthlyReports } from './invented-region.fake.js';
import { kdeMethod } from './kde.method.js';
import { runMethod, type FakeReport, type FakeRun } from './run-method.fake.js';

const month = { grain: 'month' as const, unit: 'area' as const };
const corner = monthlyReports((area) => (CORNER.has(area) ? 6 : 2));

const shownOf = (method: AnyMethod, run: Partial<FakeRun>) =>
  runMethod(method, { areas: AREAS, columns: COLUMNS, reports: corner, scope: {}, ...run });
async function resultOf(method: AnyMethod, run: Partial<FakeRun>): Promise<RunResult> {
  const { lab } = await shownOf(method, run);
  if ('refused' in lab) throw new Error(lab.refused);
  return lab;
}
function classesOf({ picture }: RunResult): Map<string, string | null> {
  if (picture.kind !== 'map') throw new Error(picture.kind);
  return new Map(picture.areas.map(({ areaCode, klass }) => [areaCode, klass]));
}

describe('kernel density', () => {
  it('has the planted corner in the densest fifth, and the far corner not', async () => {
    const found = classesOf(await resultOf(kdeMethod, { params: { bandwidth: 200 } }));
    for (const area of CORNER) expect(found.get(area)).toBe('fifth-5');
    expect(found.get(codeOf(5, 5))).not.toBe('fifth-5');
  });

  it('takes the 200 m cell of a report where that is chosen, and reads it only then', async () => {
    // All reports are written down in one area and lie at the other end of the map.
    const astray = corner.map((report): FakeReport => ({ ...report, cell: 'E1004N4004' }));
    const run = { reports: astray, params: { bandwidth: 200, place: 'grid_cell' } };
    const found = classesOf(await resultOf(kdeMethod, run));
    expect(found.get(codeOf(4, 4))).toBe('fifth-5');
    expect(found.get(codeOf(0, 0))).not.toBe('fifth-5');
    const scope = { unit: 'report' } as Parameters<typeof kdeMethod.use>[0];
    expect(kdeMethod.use(scope, kdeMethod.params.parse({})).fields).not.toContain('grid_cell');
    expect(kdeMethod.use(scope, kdeMethod.params.parse({ place: 'grid_cell' })).fields).toContain('grid_cell');
  });

  it('is refused for few areas', async () => {
    const areas = new Map([...AREAS].slice(0, 6));
    const reports = corner.filter(({ area }) => areas.has(area));
    expect((await shownOf(kdeMethod, { areas, reports })).lab).toEqual({ refused: 'too-few-areas' });
  });
});

/** Reports of which so many follow on each report of the month before, around a level that is always there. */
function following(own: number): FakeReport[] {
  const random = randomStream(7);
  return [...AREAS.keys()].flatMap((area) => {
    let before = 6;
    return Array.from({ length: 36 }, (_, t) => {
      before = drawCount(random, 6 * (1 - own) + own * before);
      return Array.from({ length: before }, (_unused, n) => ({
        dataset: 'police',
        area,
        day: `${monthAt(t)}-${String(1 + (n % 28)).padStart(2, '0')}`,
      }));
    }).flat();
  });
}

describe('the endemic–epidemic run', () => {
  const scope = { ...month, to: '2025-12-31' };

  it('tells areas in which reports follow on reports from areas in which they do not', async () => {
    const shareOf = async (own: number) => {
      const { tables } = await resultOf(hhh4Method, { reports: following(own), scope, params: { harmonics: 0 } });
      return Number(tables.find(({ key }) => key === 'parts')!.rows[1]!['share']);
    };
    expect(await shareOf(0.6)).toBeGreaterThan(0.4);
    expect(await shareOf(0)).toBeLessThan(0.15);
  });

  it('leaves the neighbours out where that is chosen, and says no more than it knows', async () => {
    const result = await resultOf(hhh4Method, { reports: following(0.5), scope, params: { neighbours: 'none' } });
    expect(result.label).toBe('association');
    expect(result.text.nl.what).not.toContain('buurgebieden');
    expect(result.tables.find(({ key }) => key === 'follows')!.rows).toHaveLength(2);
  });

  it('is refused with a gap, and for a short history', async () => {
    const run = { reports: following(0.5), scope };
    expect((await shownOf(hhh4Method, { ...run, gaps: ['2024-03'] })).lab).toEqual({ refused: 'gaps' });
    const short = { ...scope, to: '2024-06-30' };
    expect((await shownOf(hhh4Method, { ...run, scope: short })).lab).toEqual({ refused: 'too-few-periods' });
  });
});
