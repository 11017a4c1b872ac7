import { describe, expect, it } from '@jest/globals';
import { GRID_LEVEL } from '@datalab/domain';
import type { Picture, PictureSource } from '../../gql/types.js';
import { categoriesOf, chooseFrom, latestPeriod, levelsOf, sourcesOf } from './picture-choice.js';
import { readPictureSearch } from './picture-search.js';

const levels = ['gemeente', 'wijk', 'buurt'].map((code) => ({
  code,
  name: code,
  areas: 1,
  hasGeometry: true,
  codePrefix: null,
}));
const source = (id: string, organisation: string, over: Partial<PictureSource> = {}): PictureSource => ({
  dataset: {
    id,
    name: id,
    kind: 'records',
    isOpen: false,
    organisation: { id: organisation, name: organisation, type: 'police' },
  },
  categories: ['youth', 'noise'],
  lowestLevel: 'buurt',
  grains: ['all', 'year', 'month'],
  periods: [
    { period: '2018', grain: 'year', delivered: 'full' },
    { period: '2019', grain: 'year', delivered: 'partial' },
    { period: '2018-02', grain: 'month', delivered: 'none' },
    { period: '2018-01', grain: 'month', delivered: 'full' },
  ],
  householdKeyCoverage: null,
  hours: 'none',
  ...over,
});
const picture = (...sources: PictureSource[]): Picture => ({
  snapshotId: 's',
  digest: 'd',
  createdAt: '2026-01-01T00:00:00Z',
  refreshing: false,
  hasSquares: true,
  sources,
});

describe('what a link to a picture means', () => {
  it('begins with the last full year, all categories, the finest level, counts', () => {
    expect(chooseFrom({}, picture(source('a', 'own')), levels)).toMatchObject({
      category: 'all',
      grain: 'year',
      period: '2018',
      level: 'buurt',
      measure: 'reports',
    });
  });

  it('keeps what the address says where the source has it', () => {
    const search = { category: 'noise', period: '2018-02', level: 'wijk', measure: 'rate' } as const;
    expect(chooseFrom(search, picture(source('a', 'own')), levels)).toMatchObject({ ...search, grain: 'month' });
  });

  it('is of a year on squares, whatever else the address says; and of the finest areas where the picture tells none', () => {
    const search = { level: GRID_LEVEL, period: '2019-04', measure: 'rate' } as const;
    expect(chooseFrom(search, picture(source('a', 'own')), levels)).toMatchObject({
      level: GRID_LEVEL,
      grain: 'year',
      period: '2019',
      measure: 'reports',
    });
    const abroad = { ...picture(source('a', 'own')), hasSquares: false };
    expect(chooseFrom(search, abroad, levels)).toMatchObject({ level: 'buurt', measure: 'rate' });
  });

  it('falls back where the source does not have it, staying in the grain that was asked', () => {
    const choice = chooseFrom(
      { category: 'stench', period: '2030-01', level: 'x' },
      picture(source('a', 'own')),
      levels,
    );
    expect(choice).toMatchObject({ category: 'all', grain: 'month', period: '2018-01', level: 'buurt' });
  });

  it('never goes finer than the source', () => {
    expect(levelsOf(source('a', 'own', { lowestLevel: 'wijk' }), levels).map(({ code }) => code)).toEqual([
      'gemeente',
      'wijk',
    ]);
  });

  it('shows in the mirror the own sources only', () => {
    const both = picture(source('a', 'other'), source('b', 'own'));
    expect(sourcesOf(both, 'own').map(({ dataset }) => dataset.id)).toEqual(['b']);
    expect(chooseFrom({ source: 'a' }, both, levels, 'own')?.source.dataset.id).toBe('b');
    expect(chooseFrom({}, picture(source('a', 'other')), levels, 'own')).toBeUndefined();
  });

  it('lists categories in the order of the vocabulary', () => {
    expect(categoriesOf(source('a', 'own'))).toEqual(['all', 'noise', 'youth']);
  });

  it('takes the last period that was delivered', () => {
    expect(latestPeriod(source('a', 'own'), 'month')).toBe('2018-01');
    expect(latestPeriod(source('a', 'own', { periods: [] }), 'month')).toBe('all');
  });
});

describe('reading an address', () => {
  it('takes a year as text and drops what it does not know', () => {
    expect(readPictureSearch({ period: 2018, measure: 'x', view: 'table', hack: 1, area: 'BU01' })).toEqual({
      period: '2018',
      view: 'table',
      area: 'BU01',
    });
  });
});
