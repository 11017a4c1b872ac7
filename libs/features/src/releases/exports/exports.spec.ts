import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AreaShape } from '@datalab/data';
import type { ReleaseValue } from '@datalab/domain';
import { TABLE_COLUMNS } from '../table-document.js';
import { csvText, releaseCsv } from './csv.js';
import { releaseGeoJson } from './geojson.js';
import { releaseFacts, type Given } from './release-facts.js';
import { releaseSvg } from './svg.js';

const DIGEST = 'd'.repeat(64);
const rows: ReleaseValue[][] = [
  ['W1', '=HYPERLINK("x")', '2024', 'shown', 25, 3.5],
  ['W2', 'Oost & <zuid>', '2024', 'withheld', null, null],
];
const given: Given = {
  id: 'r',
  version: 2,
  tier: 'public',
  digest: DIGEST,
  policyVersion: '3',
  releasedAt: new Date('2024-06-02T10:00:00Z'),
  withdrawnAt: null,
  withdrawnReason: null,
  snapshotDigest: 'a'.repeat(64),
  labName: 'Overlast',
  document: {
    context: { title: '=1+1', what: 'Meldingen per wijk.', why: 'Kiezen.', notToConclude: 'Niet meer overlast.' },
    unit: 'report',
    sources: ['meldingen (Gemeente)'],
    period: { from: '2024', to: '2024' },
    given: 1,
    withheld: 1,
    method: { name: 'standard-table', version: '1', label: 'description' },
    policyVersion: '3',
    snapshotDigest: 'a'.repeat(64),
    tables: [{ key: 'table', title: 't', columns: TABLE_COLUMNS, rows }],
    text: null,
    picture: null,
    warnings: [],
    design: { datasetId: 'd', level: 'wijk', grain: 'year', category: 'all', from: null, leaveOut: [] },
  },
};
const square: AreaShape = {
  code: 'W1',
  name: 'West',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [4.8, 52.4],
        [4.9, 52.4],
        [4.9, 52.5],
        [4.8, 52.4],
      ],
    ],
  } as never,
};

describe('what every export carries', () => {
  it('is unit, source, period, method, policy and digest, in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      const facts = releaseFacts(given, language)
        .map(({ value }) => value)
        .join('\n');
      for (const fact of ['meldingen (Gemeente)', '2024 – 2024', 'standard-table 1', '3', DIGEST])
        expect(facts).toContain(fact);
    }
  });

  it('says first that it was withdrawn, and why', () => {
    const gone = { ...given, withdrawnAt: new Date('2024-07-01T00:00:00Z'), withdrawnReason: 'dubbel geleverd' };
    expect(releaseFacts(gone, 'nl')[0]).toEqual({ name: 'INGETROKKEN', value: '2024-07-01: dubbel geleverd' });
  });
});

describe('a CSV file', () => {
  const csv = releaseCsv(given, { language: 'nl', separator: ';' });

  it('opens in a spreadsheet: byte order mark, CRLF, commas before the decimals', () => {
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.split('\r\n').length).toBeGreaterThan(14);
    expect(csv).toContain(';25;3,5');
    expect(releaseCsv(given, { language: 'en', separator: ',' })).toContain(',25,3.5');
  });

  it('runs nothing: no text begins as a formula does, whatever it was', () => {
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(',', ';'), (text, separator) => {
        const cell = csvText(text, separator).replace(/^"/, '');
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
      }),
    );
  });

  it('gives a withheld cell without a number', () => {
    expect(csv).toContain('W2;Oost & <zuid>;2024;withheld;;');
  });
});

describe('a map', () => {
  it('as GeoJSON has an outline where there is one, and the facts', () => {
    const parsed = JSON.parse(releaseGeoJson(given, [square], 'nl')!) as {
      about: object;
      features: { id: string; geometry: unknown; properties: { values: unknown[] } }[];
    };
    expect(Object.values(parsed.about)).toContain(DIGEST);
    expect(parsed.features.map(({ id, geometry }) => [id, geometry !== null])).toEqual([
      ['W1', true],
      ['W2', false],
    ]);
    expect(parsed.features[1]!.properties.values).toEqual([
      { period: '2024', state: 'withheld', reports: null, rate_per_thousand: null },
    ]);
  });

  it.each([
    ['with outlines', [square]],
    ['without', []],
  ])('as SVG %s says what it shows, and holds no mark-up of a name', (_what, shapes) => {
    const svg = releaseSvg(given, shapes, 'nl')!;
    expect(svg).toContain(DIGEST);
    expect(svg).not.toContain('<zuid>');
    expect(svg).not.toMatch(/<script|on\w+=|style=/);
  });

  it('is none of what is not a table of areas', () => {
    const run = { ...given, document: { ...given.document, design: null } };
    expect([releaseSvg(run, [], 'nl'), releaseGeoJson(run, [], 'nl')]).toEqual([undefined, undefined]);
  });
});
