import { describe, expect, it } from '@jest/globals';
import type { Area } from '@datalab/domain';
import type { AreaCell, MapSheet } from '../../gql/types.js';
import { figuresOf, valueOf } from './area-figure.js';

const area = (code: string, population: number | null = 100): Area => ({
  code,
  name: code,
  level: 'buurt',
  parentCode: 'w',
  population,
  households: null,
});
const wijk: Area = { ...area('w'), level: 'wijk', parentCode: null, name: 'Wijk' };
const cell = (over: Partial<AreaCell>): AreaCell => ({
  areaCode: 'a',
  state: 'shown',
  tier: 'lab',
  reports: 7,
  ratePerThousand: 70,
  z: 2.5,
  hotspot: 'hot',
  reason: null,
  nearest: null,
  smoothedRate: null,
  compared: null,
  ...over,
});
const sheet = (delivered: MapSheet['delivered'], ...areas: AreaCell[]): MapSheet => ({
  snapshotId: 's',
  level: 'buurt',
  period: '2018',
  category: 'all',
  delivered,
  unit: 'report',
  testedAreas: 3,
  smoothedPer: null,
  significance: 0.05,
  areas,
});

describe('what an area is', () => {
  it('joins the areas of the level, and names what they lie in', () => {
    const figures = figuresOf([wijk, area('a'), area('b')], sheet('full', cell({})));
    expect(figures.map(({ code, look, reports }) => [code, look, reports])).toEqual([
      ['a', 'shown', 7],
      ['b', 'zero', 0],
    ]);
    expect(figures[0]).toMatchObject({ parentName: 'Wijk', hotspot: 'hot', rate: 70 });
  });

  it('keeps zero, withheld and not delivered apart', () => {
    const withheld = cell({
      state: 'withheld',
      reports: null,
      ratePerThousand: null,
      hotspot: 'none',
      reason: 'te weinig',
    });
    expect(figuresOf([area('a')], sheet('full'))[0]).toMatchObject({ look: 'zero', reports: 0, rate: 0 });
    expect(figuresOf([area('a')], sheet('full', withheld))[0]).toMatchObject({
      look: 'withheld',
      reports: null,
      rate: null,
    });
    expect(figuresOf([area('a')], sheet('none'))[0]).toMatchObject({
      look: 'not_delivered',
      reports: null,
      rate: null,
    });
  });

  it('gives no rate over an unknown or empty population', () => {
    expect(valueOf(figuresOf([area('a', null)], sheet('full'))[0]!, 'rate')).toBeNull();
    expect(valueOf(figuresOf([area('a', 0)], sheet('full'))[0]!, 'rate')).toBeNull();
  });

  it('shows nothing of a cell that came with a value but is withheld', () => {
    expect(figuresOf([area('a')], sheet('full', cell({ state: 'withheld' })))[0]?.reports).toBeNull();
  });
});
