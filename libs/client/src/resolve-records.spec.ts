import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapping, RegionContext } from '@datalab/intake';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareLoad } from './prepare-load.js';
import { resolveRecords } from './resolve-records.js';

const area = (code: string, level: string) => ({
  code,
  name: code,
  level,
  parentCode: null,
  population: null,
  households: null,
});
const region = new RegionContext({
  code: 'r',
  name: 'R',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  divisionYear: 2024,
  levels: [{ code: 'buurt', name: 'Buurt', codePrefix: 'B' }],
  areas: [area('B01', 'buurt')],
});
const mapping = parseMapping({
  format: 'datalab-mapping/1',
  kind: 'records',
  sourceRecordId: { column: 'zaak' },
  occurredOn: { column: 'datum', format: 'iso' },
  category: { column: 'soort' },
  categories: { vocabulary: { name: 't', version: '1' }, codes: { ZORG: 'confused_behaviour' } },
  area: { by: 'code', column: 'buurt' },
});
const organisationKey = new Uint8Array(32).fill(9);
const options = { mapping, region, organisationKey, today: '2024-06-30' };
const row = (i: number) => `Z${i};2024-01-1${i};ZORG;B01;=1+${i}`;

describe('the receiver’s end of the way back', () => {
  let folder: string;
  let file: string;
  let hashes: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'datalab-resolve-'));
    file = join(folder, 'zaken.csv');
    await writeFile(file, ['zaak;datum;soort;buurt;notitie', ...[0, 1, 2, 3, 4, 5].map(row)].join('\n'));
    const { path, result } = await prepareLoad(file, join(folder, 'load.ndjson'), options);
    expect(result.issues).toEqual([]);
    hashes = (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { record_hash: string }).record_hash);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds the own rows of a list, as they stand in the own file, for this user alone', async () => {
    const target = join(folder, 'eigen.csv');
    const answer = await resolveRecords(file, target, [hashes[4]!, hashes[1]!], options);
    expect(answer).toEqual({ rows: 2, found: 2, missing: 0 });
    const lines = (await readFile(target, 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
    expect(lines.map((line) => line.split(';')[0])).toEqual(['"zaak"', '"Z1"', '"Z4"']);
    // Opens in Excel without running anything.
    expect(lines[1]).toContain(`"'=1+1"`);
    expect((await stat(target)).mode & 0o077).toBe(0);
  });

  it('says how many are of another delivery, and finds nothing under another organisation’s key', async () => {
    const target = join(folder, 'geen.csv');
    expect(await resolveRecords(file, target, [hashes[0]!, 'f'.repeat(64)], options)).toMatchObject({ missing: 1 });
    const other = { ...options, organisationKey: new Uint8Array(32).fill(8) };
    expect(await resolveRecords(file, target, hashes, other)).toEqual({ rows: 0, found: 0, missing: hashes.length });
  });
});
