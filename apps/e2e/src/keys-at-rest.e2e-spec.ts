import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoRegion, demoReports, demoSetup } from '@datalab/demo';
import { Redis } from 'ioredis';
import pg from 'pg';
import { searchFor } from './needles.js';
import { told } from './platform-under-test.js';
import { openerOf } from './stored-keys.js';

/** The lists of addresses and postcodes are published, and in the database because every client needs them. */
const PUBLISHED = ['address', 'postcode', 'area', 'region', 'migrations'];
const PARTIES = ['municipality_reports', 'police_reports', 'ggd_reports', 'corporation_reports'];

interface Stored {
  key: string;
  datasetId: string;
  household: Buffer | null;
  person: Buffer | null;
  about: boolean;
}

/** After the demo's six partners have delivered by the real road: what stands where, and who can read it. */
describe('keys at rest', () => {
  const region = demoRegion(1);
  const demo = demoReports(region, 1);
  let client: pg.Client;
  let stored: Stored[];
  /** Pseudonym in hexadecimal → the stored key, per dataset. */
  const opened = new Map<string, Map<string, string>>();
  const pseudonyms: Uint8Array[] = [];

  const connect = async (database?: string): Promise<pg.Client> => {
    const url = new URL(told('E2E_DATABASE_ADMIN_URL'));
    url.pathname = database === undefined ? new URL(told('E2E_OWNER_URL')).pathname : `/${database}`;
    const made = new pg.Client({ connectionString: url.href });
    await made.connect();
    return made;
  };

  beforeAll(async () => {
    client = await connect();
    const { rows } = await client.query<Stored>(
      `select d.key, d.id as "datasetId", r.household_key as household, r.person_key as person,
              r.household_role = 'subject' and r.address_kind = 'dwelling' as about
       from report r join dataset d on d.id = r.dataset_id join lab l on l.id = d.lab_id where d.key = any($1) and l.key = $2`,
      [PARTIES, demoSetup.labs[0]!.key],
    );
    stored = rows;
    for (const key of PARTIES) {
      const own = stored.filter((row) => row.key === key);
      const open = await openerOf(told('E2E_SOURCE_KEY_DIR'), told('E2E_WORKER_MASTER_KEY'), own[0]!.datasetId);
      const known = new Map<string, string>();
      const distinct = new Set(
        own.flatMap(({ household, person }) => [household, person]).flatMap((k) => k?.toString('hex') ?? []),
      );
      for (const hex of distinct) {
        const pseudonym = open(Buffer.from(hex, 'hex'));
        pseudonyms.push(pseudonym);
        known.set(Buffer.from(pseudonym).toString('hex'), hex);
      }
      opened.set(key, known);
    }
  });
  afterAll(() => client.end());

  it('are the same pseudonym for the same address at two organisations, stored otherwise at each', () => {
    const [one, two] = [opened.get('municipality_reports')!, opened.get('corporation_reports')!];
    const shared = [...one.keys()].filter((pseudonym) => two.has(pseudonym));
    expect(shared.length).toBeGreaterThan(100);
    expect(shared.filter((pseudonym) => one.get(pseudonym) === two.get(pseudonym))).toEqual([]);
    const values = PARTIES.map((key) => new Set(opened.get(key)!.values()));
    const everywhere = values.flatMap((set) => [...set]);
    expect(new Set(everywhere).size).toBe(everywhere.length);
  });

  it('tell the ten planted households that all parties know, to the worker alone', () => {
    const byParty = PARTIES.map((key) => {
      const known = new Map([...opened.get(key)!].map(([pseudonym, hex]) => [hex, pseudonym]));
      const about = stored.filter((row) => row.key === key && row.about && row.household !== null);
      return new Set(about.map(({ household }) => known.get(household!.toString('hex'))!));
    });
    const knownToAll = [...byParty[0]!].filter((pseudonym) => byParty.every((party) => party.has(pseudonym)));
    expect(knownToAll).toHaveLength(demo.truth.knownToAll.householdKeys.length);
  });

  describe('are found nowhere', () => {
    const numbers = new Set([
      ...demo.reports.flatMap(({ bsn }) => (bsn === '' ? [] : [bsn])),
      ...demo.provisionUse.map(({ bsn }) => bsn),
      ...demo.reports.flatMap(({ address }) => (address === null ? [] : [region.addresses[address]!.id])),
    ]);
    let searcher: ((text: string) => string[]) | undefined;
    // Made when first used: the pseudonyms are opened before the tests, not before they are described.
    const search = (text: string) => (searcher ??= searchFor({ numbers, pseudonyms }))(text);

    it('— and a planted one is found, in every form', () => {
      const [bsn] = [...numbers].filter((number) => number.length === 9);
      const [id] = [...numbers].filter((number) => number.length === 16);
      const pseudonym = Buffer.from(pseudonyms[7]!);
      expect(numbers.size).toBeGreaterThan(5_000);
      expect(search(`{"a":"${bsn!}"}`)).toEqual(['identifier']);
      expect(search(`address|1|${id!}`)).toEqual(['identifier']);
      expect(search(`x${pseudonym.toString('hex').toUpperCase()}`)).toEqual(['pseudonym in hexadecimal']);
      expect(search(`"${pseudonym.toString('base64')}"`)).toEqual(['pseudonym in base64']);
      expect(search(`"${pseudonym.toString('base64url')}"`)).toEqual(['pseudonym in base64']);
      expect(search('nothing of the kind 999999999')).toEqual([]);
    });

    it('in a dump of the platform’s database', async () => {
      expect(await searchDatabase(client, PUBLISHED)).toEqual([]);
    });

    it('in the databases of the key holders', async () => {
      const holders = JSON.parse(told('E2E_KEY_HOLDERS')) as { operator: { KEYSERVICE_OWNER_DATABASE_URL: string } }[];
      for (const { operator } of holders) {
        const holder = await connect(new URL(operator.KEYSERVICE_OWNER_DATABASE_URL).pathname.slice(1));
        try {
          expect(await searchDatabase(holder, [])).toEqual([]);
        } finally {
          await holder.end();
        }
      }
    });

    it('in Redis', async () => {
      const redis = new Redis(told('E2E_REDIS_URL'));
      try {
        const keys = await redis.keys('*');
        const dumps = await Promise.all(
          keys.map(async (key) => `${key} ${(await redis.dumpBuffer(key))?.toString('latin1')}`),
        );
        expect(keys.length).toBeGreaterThan(0);
        expect(dumps.flatMap(search)).toEqual([]);
      } finally {
        redis.disconnect();
      }
    });

    it('in logs, in uploads that wait, and in snapshots', async () => {
      for (const folder of ['E2E_LOGS', 'E2E_UPLOAD_DIR', 'E2E_SNAPSHOT_DIR']) {
        const names = await readdir(told(folder), { recursive: true, withFileTypes: true });
        for (const file of names.filter((entry) => entry.isFile())) {
          const text = await readIfThere(join(file.parentPath, file.name));
          expect([folder, file.name, search(text)]).toEqual([folder, file.name, []]);
        }
      }
    });

    it('in what the api’s own role can read', async () => {
      const { rows } = await client.query<{ readable: boolean }>(
        `select has_column_privilege('datalab_api', 'report', 'household_key', 'select')
             or has_table_privilege('datalab_api', 'source_key', 'select') as readable`,
      );
      expect(rows).toEqual([{ readable: false }]);
    });

    async function searchDatabase(database: pg.Client, but: readonly string[]): Promise<string[]> {
      const tables = await database.query<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
      );
      const found: string[] = [];
      for (const { name } of tables.rows.filter((table) => !but.includes(table.name))) {
        await database.query('begin');
        await database.query(`declare everything cursor for select t::text as row from ${pg.escapeIdentifier(name)} t`);
        for (;;) {
          const { rows } = await database.query<{ row: string }>('fetch 5000 from everything');
          if (rows.length === 0) break;
          found.push(...search(rows.map(({ row }) => row).join('\n')).map((kind) => `${name}: ${kind}`));
        }
        await database.query('rollback');
      }
      return [...new Set(found)];
    }
  });
});

/** What stands in a file; nothing when another story's delivery was taken in, and its file removed, a moment ago. */
async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
