import { describe, expect, it } from '@jest/globals';
import { deeperAnalysesCriteria, type DeeperAnalysesFacts } from './deeper-analyses.criteria.js';

const SINCE = new Date('2026-03-01T00:00:00Z');
const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const gemeente = { organisationId: 'g', name: 'Gemeente' };
const politie = { organisationId: 'p', name: 'Politie' };
type Run = DeeperAnalysesFacts['runs'][number];
const run = (state: Run['state'], change: Partial<Run> = {}): Run => ({
  state,
  askedBy: gemeente,
  since: at(5),
  isSettled: false,
  ...change,
});
const openOf = (facts: DeeperAnalysesFacts) =>
  deeperAnalysesCriteria(facts, SINCE)
    .filter(({ met }) => !met)
    .map(({ code }) => code);

describe('the criteria of step 4', () => {
  it('are a released description and diagnosis; a prediction may be left out', () => {
    expect(openOf({ releasedKinds: [], runs: [] })).toEqual(['descriptive-released', 'diagnostic-released']);
    expect(openOf({ releasedKinds: ['descriptive', 'diagnostic'], runs: [] })).toEqual([]);
  });

  it('leave no run hanging: each is released, refused or withdrawn', () => {
    const of = (...runs: Run[]) => openOf({ releasedKinds: ['descriptive', 'diagnostic'], runs });
    expect(of(run('done', { isSettled: true }), run('refused'), run('withdrawn'))).toEqual([]);
    for (const state of ['requested', 'running', 'done', 'failed', 'cancelled'] as const)
      expect(of(run(state))).toEqual(['runs-settled']);
  });

  it('name who asked for what hangs, once, since its oldest', () => {
    const runs = [run('done', { since: at(9) }), run('failed', { since: at(4) }), run('done', { askedBy: politie })];
    expect(deeperAnalysesCriteria({ releasedKinds: [], runs }, SINCE)[2]!.missing).toEqual([
      { ...gemeente, role: 'analyst', since: at(4) },
      { ...politie, role: 'analyst', since: at(5) },
    ]);
  });
});
