import { DEMO_SEED, demoRegion, demoReports } from '@datalab/demo';
import type { ReleaseDocument, ReleaseValue } from '@datalab/domain';
import { describe, expect, it } from '@jest/globals';
import { CARE, FINDINGS, GAP, KNOWN, MIX, RATES } from './findings.js';
import type { Planted } from './planted-findings.js';

const region = demoRegion(DEMO_SEED);
const planted: Planted = { region, reports: demoReports(region, DEMO_SEED) };

type Rows = Record<string, ReleaseValue>[];
const document = (tables: Record<string, Rows>, picture: unknown = null): ReleaseDocument =>
  ({
    picture,
    tables: Object.entries(tables).map(([key, rows]) => ({
      key,
      title: key,
      columns: Object.keys(rows[0]!).map((column) => ({ key: column, title: column, unit: null })),
      rows: rows.map((row) => Object.values(row)),
    })),
  }) as unknown as ReleaseDocument;

const knownTo = (row: Rows[number]): Rows => [
  {
    organisations: 4,
    addresses: 10,
    reportShare: 0.27,
    addressShare: 0,
    reportShareFrom: 0.15,
    reportShareTo: 0.4,
    ...row,
  },
];
/** Four parties that each see addresses of their own, and some together, as the demo has them. */
const overlap = {
  sets: ['GGD Vlierstreek', 'Gemeente Vliermonde', 'Politie basisteam Vliermonde', 'Woonstichting De Vlier'].map(
    (title, i) => ({ key: String(i), title }),
  ),
  parts: [
    ['0', 200],
    ['1', 800],
    ['0 1', 90],
    ['2', 680],
    ['0 2', 100],
    ['1 2', 340],
    ['0 1 2', 60],
    ['3', 280],
    ['0 3', 40],
    ['1 3', 140],
    ['0 1 3', 30],
    ['2 3', 120],
    ['0 2 3', 20],
    ['1 2 3', 70],
    ['0 1 2 3', 10],
  ].map(([sets, units]) => ({ sets: String(sets).split(' '), units })),
};
const areas = (...rates: [string, number, number][]): Rows =>
  rates.map(([area, low, high]) => ({ area, rate: (low + high) / 2, low, high }));
const RIGHT_AREAS = areas(
  ['Wijk 02 Noorderzoom', 1800, 1800],
  ['Wijk 01 Binnenstad', 1600, 1700],
  ['Wijk 06 Zuidwal', 1000, 1100],
  ['Wijk 03 Havenkwartier', 430, 460],
);
const care = (low: number, high: number, ratio = (low + high) / 2): Rows =>
  RIGHT_AREAS.slice(0, 3).map(({ area }) => ({ area: area!, low, ratio, high }));
const mix = (brigade: [number, number, number], ggd: [number, number, number] = [0.48, 0.54, 0.6]): Rows =>
  [
    ['Brandweer Vlierstreek', ...brigade] as const,
    ['GGD Vlierstreek', ...ggd] as const,
    ['Gemeente Vliermonde', 1.3, 1.4, 1.5] as const,
    ['Politie basisteam Vliermonde', 0.24, 0.26, 0.29] as const,
    ['Woonstichting De Vlier', 1.1, 1.2, 1.3] as const,
  ].map(([source, low, ratio, high]) => ({ source, category: 'filth_neglect', low, ratio, high }));
const gap = (low: number, ratio: number, high: number): Record<string, Rows> => ({
  ratios: [
    { what: 'Alle adressen samen', ratio: 0.5, low: 0.4, high: 0.6 },
    { what: 'Binnen hetzelfde gebied', ratio, low, high },
  ],
  use: [
    { group: 'Adressen in de groep', share: 0.15 },
    { group: 'Andere gemelde adressen', share: 0.31 },
  ],
});

/** Two results make finding (b): the one that a case is not about is right. */
const BESIDE: [string, ReleaseDocument][] = [
  [RATES, document({ areas: RIGHT_AREAS })],
  [CARE, document({ 'near-care': care(1.2, 3.2) })],
];

const found = (letter: string, shell: string, given: ReleaseDocument | undefined): boolean => {
  const { judge } = FINDINGS.find((finding) => finding.letter === letter)!;
  const judged = judge(given === undefined ? new Map() : new Map([...BESIDE, [shell, given]]), planted);
  return judged.length > 0 && judged.every((one) => one.found);
};

describe('a planted finding', () => {
  it.each<[string, string, ReleaseDocument]>([
    ['a', KNOWN, document({ 'known-to': knownTo({}) })],
    ['b', RATES, document({ areas: RIGHT_AREAS })],
    ['b', CARE, document({ 'near-care': care(1.1, 3.3) })],
    ['c', GAP, document(gap(0.41, 0.49, 0.58))],
    ['d', MIX, document({ gap: mix([0.0074, 0.02, 0.044]) })],
    ['e', KNOWN, document({}, overlap)],
  ])('(%s) is found where what was released holds what was planted', (letter, shell, given) => {
    expect(found(letter, shell, given)).toBe(true);
    expect(found(letter, shell, undefined)).toBe(false);
  });

  it.each<[string, string, string, ReleaseDocument]>([
    [
      'a',
      'a share outside the bounds',
      KNOWN,
      document({ 'known-to': knownTo({ reportShareFrom: 0.25, reportShareTo: 0.3 }) }),
    ],
    ['a', 'a withheld number', KNOWN, document({ 'known-to': knownTo({ addresses: 'withheld' }) })],
    [
      'b',
      'another order',
      RATES,
      document({ areas: [RIGHT_AREAS[0]!, RIGHT_AREAS[2]!, { ...RIGHT_AREAS[1]!, rate: 900 }] }),
    ],
    [
      'b',
      'a rate that is not the planted one',
      RATES,
      document({ areas: [{ ...RIGHT_AREAS[0]!, low: 1900, high: 2000 }, ...RIGHT_AREAS.slice(1)] }),
    ],
    ['b', 'no more near care', CARE, document({ 'near-care': care(0.5, 3.2, 0.9) })],
    ['b', 'a ratio near care beside the planted one', CARE, document({ 'near-care': care(1.2, 1.3) })],
    ['b', 'a wijk of which it is withheld', CARE, document({ 'near-care': care(1.2, 3.2).slice(1) })],
    ['c', 'a ratio beside the planted one', GAP, document(gap(0.6, 0.7, 0.8))],
    ['c', 'a difference that is not clear', GAP, document(gap(0.3, 0.6, 1.2))],
    ['d', 'a source that hears as little', MIX, document({ gap: mix([0.0074, 0.02, 0.044], [0.01, 0.03, 0.05]) })],
    ['d', 'a brigade that hears more', MIX, document({ gap: mix([0.8, 0.9, 0.99]) })],
    ['e', 'a party of which all is withheld', KNOWN, document({}, { ...overlap, sets: overlap.sets.slice(1) })],
  ])('(%s) is not found with %s', (letter, _, shell, given) => {
    expect(found(letter, shell, given)).toBe(false);
  });
});
