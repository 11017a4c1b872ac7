import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliverLoad, type DeliveredLoad, type PlatformSession } from '@datalab/client';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { install, type StoryInstallation } from './installations/install.js';
import { baseUrl, signIn } from './platform-under-test.js';

const square = (x: number) => [
  [x, 52],
  [x + 0.01, 52],
  [x + 0.01, 52.01],
  [x, 52.01],
  [x, 52],
];

/** Two organisations on two buurten: small, for what goes wrong does not need much. */
const STORY: StoryInstallation = {
  region: {
    'buurt.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: ['BU1', 'BU2'].map((code, i) => ({
        type: 'Feature',
        properties: { code, name: `Buurt ${i + 1}`, parent: 'GM1' },
        geometry: { type: 'Polygon', coordinates: [square(5 + i * 0.01)] },
      })),
    }),
    'areas.csv': 'code,name,level,parent,population,households\nGM1,Gemeente,gemeente,,1000,500\n',
    'region.json': JSON.stringify({
      code: 'two-buurten',
      name: 'Two buurten',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      divisionYear: 2024,
      levels: [
        { code: 'gemeente', name: 'Gemeente' },
        { code: 'buurt', name: 'Buurt', file: 'buurt.geojson' },
      ],
    }),
  },
  lab: { key: 'bad-input', name: 'Bad input lab', regionCode: 'two-buurten' },
  organisations: [
    { key: 'bad-one', name: 'One', type: 'municipality' },
    { key: 'bad-two', name: 'Two', type: 'police' },
  ],
  people: [
    { subject: 'bad-one-steward', organisation: 'bad-one', roles: ['data_steward', 'coordinator', 'analyst'] },
    { subject: 'bad-two-steward', organisation: 'bad-two', roles: ['data_steward'] },
  ],
  datasets: [
    { key: 'one', organisation: 'bad-one', kind: 'records', name: 'One' },
    { key: 'two', organisation: 'bad-two', kind: 'records', name: 'Two' },
  ],
};

const good = (n: number, changes: object = {}) => ({
  record_hash: createHash('sha256').update(String(n)).digest('hex'),
  occurred_on: '2024-01-15',
  occurred_precision: 'day',
  source_category: 'lawaai',
  category: 'noise',
  placement: 'in_region',
  area_code: 'BU1',
  household_role: 'location',
  address_kind: 'unknown',
  ...changes,
});
const COVERS = [{ from: '2024-01-01', to: '2024-01-31' }];

describe('what is not right is refused with place and reason, and nothing of it stays', () => {
  let labId: string;
  let one: PlatformSession;
  let two: PlatformSession;
  let datasetId: string;

  beforeAll(async () => {
    labId = await install(STORY);
    one = await signIn('bad-one-steward');
    two = await signIn('bad-two-steward');
    const { lab } = await one.ask<{ lab: { datasets: { id: string; name: string }[] } }>(
      'query ($labId: ID!) { lab(id: $labId) { datasets { id name } } }',
      { labId },
    );
    datasetId = lab.datasets.find(({ name }) => name === 'One')!.id;
  });

  /** Delivers these bytes as they are, as a client would that does not check anything itself. */
  async function deliver(content: string | Buffer, totals: object = {}, announced?: string): Promise<DeliveredLoad> {
    const path = join(await mkdtemp(join(tmpdir(), 'bad-')), 'rows.ndjson');
    const bytes = Buffer.from(content);
    await writeFile(path, bytes);
    const sha256 = announced ?? createHash('sha256').update(bytes).digest('hex');
    const rows = bytes.toString('latin1').split('\n').filter(Boolean).length;
    const counted = { rows, inRegion: rows, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0, ...totals };
    const result = { totals: counted } as Parameters<typeof deliverLoad>[2]['result'];
    return deliverLoad(one, datasetId, { path, bytes: bytes.length, sha256, result }, COVERS);
  }
  const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const reasons = ({ issues }: DeliveredLoad) => issues.map(({ code, column, firstRows }) => [code, column, firstRows]);

  it.each([
    ['a date in the future', { occurred_on: '2099-01-01' }, 'date.future', 'occurred_on'],
    ['a date before 1990', { occurred_on: '1980-01-01' }, 'date.too-early', 'occurred_on'],
    ['a date outside what the load covers', { occurred_on: '2024-02-01' }, 'coverage.outside', 'occurred_on'],
    ['an area that does not exist', { area_code: 'BU9' }, 'area.unknown', 'area_code'],
    ['a name where no field is', { naam: 'Jan Jansen' }, 'field.unknown', '(onbekend veld)'],
  ])('%s', async (_, change, code, column) => {
    const load = await deliver(lines(good(1), good(2, change), good(3)));
    expect(load.state).toBe('refused');
    expect(reasons(load)).toContainEqual([code, column, [2]]);
    expect(JSON.stringify(load.issues)).not.toContain('Jan');
  });

  it('a binary file, a file of another layout, another encoding', async () => {
    for (const content of [
      Buffer.from([0, 255, 216, 0, 10, 7, 7]),
      'datum;soort\n1-1-2024;lawaai\n',
      Buffer.from('{"a":"caf\xe9"}\n', 'latin1'),
    ]) {
      const load = await deliver(content);
      expect(load.state).toBe('refused');
      expect(load.issues.length).toBeGreaterThan(0);
    }
  });

  it('other bytes than were announced, other totals than the steward confirmed, the same record twice', async () => {
    const other = await deliver(lines(good(1)), {}, 'a'.repeat(64));
    expect(reasons(other)[0]![0]).toBe('load.content-differs');
    const totals = await deliver(lines(good(1)), { inRegion: 0, noArea: 1 });
    expect(reasons(totals).map(([code]) => code)).toContain('totals.differ');
    const twice = await deliver(lines(good(1), good(1)));
    expect(reasons(twice).map(([code]) => code)).toContain('record.duplicate');
  });

  it('an announcement that makes no sense is refused before anything is sent', async () => {
    const open = (input: object) =>
      one.ask('mutation ($input: OpenLoadInput!) { openLoad(input: $input) { load { id } } }', { input });
    const totals = { rows: 1, inRegion: 1, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };
    const contentSha256 = 'a'.repeat(64);
    await expect(
      open({ datasetId, totals, contentSha256, covers: [{ from: '2024-02-01', to: '2024-01-01' }] }),
    ).rejects.toMatchObject({ reason: 'coverage.reversed' });
    await expect(open({ datasetId, totals, contentSha256: 'no', covers: COVERS })).rejects.toMatchObject({
      code: 'InvalidInput',
    });
    await expect(
      open({ datasetId, totals, contentSha256, covers: [{ from: '2099-01-01', to: '2099-01-02' }] }),
    ).rejects.toMatchObject({ reason: 'coverage.future' });
  });

  it('a colleague of another organisation can neither fill, nor see, nor withdraw a load', async () => {
    const { openLoad } = await one.ask<{ openLoad: { load: { id: string } } }>(
      'mutation ($input: OpenLoadInput!) { openLoad(input: $input) { load { id } } }',
      {
        input: {
          datasetId,
          covers: COVERS,
          contentSha256: 'a'.repeat(64),
          totals: { rows: 1, inRegion: 1, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 },
        },
      },
    );
    const { id } = openLoad.load;
    const upload = await fetch(new URL('/v1/uploads', baseUrl()), {
      method: 'POST',
      headers: {
        ...two.headers,
        'tus-resumable': '1.0.0',
        'upload-length': '3',
        'upload-metadata': `loadId ${Buffer.from(id).toString('base64')}`,
      },
    });
    expect(upload.status).toBe(404);
    await expect(two.ask('query ($id: ID!) { load(id: $id) { id } }', { id })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(
      two.ask('mutation ($id: ID!) { withdrawLoad(id: $id, reason: "mine now") { id } }', { id }),
    ).rejects.toMatchObject({ code: 'NotFound' });
    const input = {
      datasetId,
      covers: COVERS,
      contentSha256: 'a'.repeat(64),
      totals: { rows: 1, inRegion: 1, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 },
    };
    await expect(
      two.ask('mutation ($input: OpenLoadInput!) { openLoad(input: $input) { load { id } } }', { input }),
    ).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('after all that nothing is in the picture, and a good delivery is', async () => {
    const { lab } = await one.ask<{ lab: { picture: unknown } }>(
      'query ($labId: ID!) { lab(id: $labId) { picture { digest } } }',
      { labId },
    );
    expect(lab.picture).toBeNull();
    const load = await deliver(lines(good(1), good(2)));
    expect(load).toMatchObject({ state: 'accepted', totals: { rows: 2, inRegion: 2 } });
    const health = await fetch(new URL('/health/ready', baseUrl()));
    expect(health.status).toBe(200);
  });

  it('publishes its format to everybody', async () => {
    for (const file of ['README.md', 'records.schema.json', 'counts.table-schema.json', 'provision-use-template.csv'])
      expect((await fetch(new URL(`/schema/${file}`, baseUrl()))).status).toBe(200);
    expect((await fetch(new URL('/schema/of-nothing.json', baseUrl()))).status).toBe(404);
  });

  it('says nothing to who is not signed in', async () => {
    const answer = await fetch(new URL('/graphql', baseUrl()), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-datalab': '1' },
      body: JSON.stringify({ query: '{ labs { name } }' }),
    });
    expect(answer.status).toBe(401);
    for (const path of ['/v1/events', '/v1/uploads/x', '/v1/regions/01a2013f-7dfa-73d5-a3ed-03a0c44264eb/areas.json'])
      expect((await fetch(new URL(path, baseUrl()), { headers: { 'x-datalab': '1' } })).status).toBe(
        path === '/v1/uploads/x' ? 404 : 401,
      );
    const forged = await fetch(new URL('/graphql', baseUrl()), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: one.cookie },
      body: '{"query":"{ me { name } }"}',
    });
    expect(forged.status).toBe(403);
  });
});
