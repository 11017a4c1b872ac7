import { describe, expect, it } from '@jest/globals';
import type { ReleaseDocument, ReleaseValue } from '@datalab/domain';
import { automaticRules, type RuleGround } from './automatic-rules.js';
import { releaseDigest } from './release-digest.js';
import { TABLE_COLUMNS } from './table-document.js';

const table = (...rows: ReleaseValue[][]): ReleaseDocument => ({
  context: {
    title: 'Geluid per wijk',
    what: 'Meldingen over geluid per wijk en jaar.',
    why: 'Om te kiezen waar het team begint.',
    notToConclude: 'Niet dat er meer overlast is waar meer gemeld wordt.',
  },
  unit: 'report',
  sources: ['meldingen'],
  period: null,
  given: rows.filter((row) => row[3] === 'shown').length,
  withheld: 0,
  method: { name: 'table', version: '1', label: 'description' },
  policyVersion: '1',
  snapshotDigest: 'a'.repeat(64),
  tables: [{ key: 'table', title: 't', columns: TABLE_COLUMNS, rows }],
  text: null,
  picture: null,
  warnings: [],
  design: { datasetId: 'd', level: 'wijk', grain: 'year', category: 'all', from: null, leaveOut: [] },
});
const cell = (state: string, reports: number | null, rate: number | null = null): ReleaseValue[] => [
  'W1',
  'West',
  '2024',
  state,
  reports,
  rate,
];
const open = (document: ReleaseDocument, ground: Partial<RuleGround> = {}) =>
  automaticRules(document, { tier: 'public', floor: 10, isOpen: false, ...ground })
    .filter(({ met }) => !met)
    .map(({ code }) => code);

describe('the rules that the machine holds a release to', () => {
  it('pass a table that left the gate', () => {
    expect(open(table(cell('shown', 25, 3.2), cell('withheld', null), cell('zero', 0, 0)))).toEqual([]);
  });

  it.each([
    ['a number under a withheld cell', table(cell('shown', 25), cell('withheld', 3)), ['nothing-under-withheld']],
    [
      'a rate under a withheld cell',
      table(cell('shown', 25), cell('none_or_few', null, 1)),
      ['nothing-under-withheld'],
    ],
    ['a number that was not rounded', table(cell('shown', 23)), ['rounded-for-the-public']],
    ['a number under the floor', table(cell('shown', 5)), ['floor-held']],
    ['nothing at all', table(cell('withheld', null)), ['something-given']],
    [
      'no word of why',
      { ...table(cell('shown', 25)), context: { ...table().context, why: ' ' } },
      ['context-complete'],
    ],
    ['no source', { ...table(cell('shown', 25)), sources: [] }, ['unit-and-source-stated']],
  ])('refuse %s', (_what, document, codes) => {
    expect(open(document)).toEqual(codes);
  });

  it('let the lab have what is not rounded, and everybody what was public already', () => {
    expect(open(table(cell('shown', 7)), { tier: 'lab', floor: 5 })).toEqual([]);
    expect(open(table(cell('shown', 3)), { isOpen: true })).toEqual([]);
  });
});

describe('the digest of a release', () => {
  it('does not depend on the order in which it was kept, and on everything else', () => {
    const one = table(cell('shown', 25));
    const { sources, ...rest } = one;
    expect(releaseDigest({ sources, ...rest })).toBe(releaseDigest(one));
    expect(releaseDigest(table(cell('shown', 30)))).not.toBe(releaseDigest(one));
  });
});
