import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, findLoad, SessionRepository, type LoadEntity, type LoadTotals } from '@datalab/data';
import { demoRegion, regionFiles } from '@datalab/demo';
import type { CoveredRange } from '@datalab/domain';
import {
  contextFor,
  IngestService,
  KeyOpener,
  LoadsService,
  parseInstallation,
  RegionImportService,
  SetupService,
  SourceKeyFolder,
  UploadFolder,
  type Ctx,
} from '@datalab/features';
import { RegionContext, type AddressEntry } from '@datalab/intake';
import { readRegion, type Region } from '@datalab/region';
import pg from 'pg';
import { readEnv } from '../env.js';

const ISSUER = 'https://identity.invalid';
const CLOCK = { now: () => new Date() };
const SEED = 1;

const dataset = (key: string, kind: 'records' | 'counts') => ({
  key,
  kind,
  organisation: 'gemeente',
  name: key,
  vocabulary: { name: 'scratch', version: '1' },
  legalBasis: 'geen: verzonnen gegevens',
  purpose: 'meten en beproeven',
  retentionMonths: 12,
});

const INSTALLATION = {
  organisations: [{ key: 'gemeente', name: 'Gemeente', type: 'municipality' }],
  users: [{ subject: 'steward', email: 'steward@scratch.invalid', name: 'Steward', organisation: 'gemeente' }],
  labs: [
    {
      key: 'scratch',
      name: 'Scratch',
      goal: 'meten',
      question: 'Hoe snel?',
      region: 'demo',
      participants: ['gemeente'],
      members: [{ user: 'steward', role: 'data_steward' }],
      datasets: [dataset('records', 'records'), dataset('counts', 'counts')],
    },
  ],
};

/** A canonical file with what its deliverer says of it. */
export interface Announced {
  path: string;
  sha256: string;
  covers: readonly CoveredRange[];
  totals: LoadTotals;
}

/**
 * A lab with one steward in a fresh database, with the real services over it under the real roles: for benches and sweeps, that must not
 * touch the platform that runs. Its region is the demo's.
 */
export class ScratchLab {
  private constructor(
    readonly region: RegionContext,
    /** Every address of the region's public list. */
    readonly addresses: readonly AddressEntry[],
    readonly labId: string,
    readonly admin: pg.Pool,
    readonly folder: string,
    private readonly steward: Ctx,
    private readonly datasets: ReadonlyMap<string, string>,
    private readonly api: Database,
    private readonly worker: Database,
  ) {}

  /** Migrates the database that the environment names and installs the lab. `npm run bench` and `npm run datalab` bring a fresh one. */
  static async open(): Promise<ScratchLab> {
    const env = readEnv(
      'DATABASE_ADMIN_URL',
      'DATABASE_OWNER_URL',
      'DATABASE_OPERATOR_URL',
      'DATABASE_API_URL',
      'DATABASE_WORKER_URL',
    );
    await using(env.DATABASE_OWNER_URL, (owner) => owner.migrate());
    const region = checkedRegion();
    await using(env.DATABASE_OPERATOR_URL, async (operator) => {
      await new RegionImportService(operator).import(region);
      await new SetupService(operator).install(parseInstallation(INSTALLATION), ISSUER);
    });
    const admin = new pg.Pool({ connectionString: env.DATABASE_ADMIN_URL, max: 3 });
    await admin.query(`update lab_step set state = case step when 'prioritise' then 'done' else 'open' end
      where step in ('prioritise', 'factual_picture')`);
    const rows = await admin.query<{ key: string; id: string; lab: string; steward: string }>(
      `select d.key, d.id, d.lab_id as lab, (select id from person where subject = 'steward') as steward from dataset d`,
    );
    const api = await Database.connect({ url: env.DATABASE_API_URL, name: 'datalab scratch api', poolSize: 2 });
    const person = await new SessionRepository(api).findPersonById(rows.rows[0]!.steward);
    return new ScratchLab(
      contextOf(region),
      addressesOf(region),
      rows.rows[0]!.lab,
      admin,
      await mkdtemp(join(tmpdir(), 'datalab-scratch-')),
      contextFor(person!.actor, 'scratch', CLOCK),
      new Map(rows.rows.map(({ key, id }) => [key, id])),
      api,
      await Database.connect({ url: env.DATABASE_WORKER_URL, name: 'datalab scratch worker', poolSize: 3 }),
    );
  }

  get uploads(): UploadFolder {
    return new UploadFolder(this.folder);
  }

  get stewardId(): string {
    return this.steward.actor.personId;
  }

  /** Opens a load and puts its file where the worker finds it, by the api's own service; it waits for its check. */
  async upload(kind: 'records' | 'counts', { path, sha256, covers, totals }: Announced): Promise<string> {
    const loads = new LoadsService(this.api);
    const input = { datasetId: this.datasets.get(kind)!, covers, totals, contentSha256: sha256 };
    const { id } = await loads.open(this.steward, input);
    await copyFile(path, this.uploads.fileOf(id));
    await loads.finishUpload(this.steward, id, (await stat(path)).size);
    return id;
  }

  /** Has the worker's service decide on a load, in this process; gives the load as it is then. */
  async check(loadId: string): Promise<LoadEntity> {
    // Its files have no keys, so nothing is ever sealed to this one.
    const nobody = { publicKey: new Uint8Array(32), privateKey: new Uint8Array(32) };
    const opener = new KeyOpener(nobody, new SourceKeyFolder(join(this.folder, 'source-keys'), new Uint8Array(32)));
    const ingest = new IngestService(this.worker, this.uploads, CLOCK, opener);
    await ingest.execute({ labId: this.labId, actorId: this.stewardId, requestId: 'scratch' }, loadId);
    return this.find(loadId);
  }

  async find(loadId: string): Promise<LoadEntity> {
    return (await this.worker.inTransaction({ labId: this.labId }, (tx) => findLoad(tx, loadId)))!;
  }

  /** Forgets every load, so that the same file can come again. */
  async clear(): Promise<void> {
    await this.admin.query('truncate load cascade');
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.worker.close();
    await this.admin.end();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function using(url: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await Database.connect({ url, name: 'datalab scratch', poolSize: 1 });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

function checkedRegion(): Region {
  const { region, faults } = readRegion(new Map(Object.entries(regionFiles(demoRegion(SEED)))));
  if (region === undefined) throw new Error(`the demo region is not right: ${JSON.stringify(faults)}`);
  return region;
}

/** The region as a partner's client knows it. */
function contextOf(region: Region): RegionContext {
  const { description, areas, postcodes } = region;
  return new RegionContext({
    ...description,
    areas: areas.map(({ code, name, level, parentCode, population, households }) => ({
      code,
      name,
      level,
      parentCode,
      population,
      households,
    })),
    geometry: areas.flatMap(({ code, geometry }) => (geometry === null ? [] : [[code, geometry] as const])),
    addresses: addressesOf(region),
    postcodes: postcodes.map(({ postcode, areaCode }) => [postcode, areaCode] as const),
  });
}

const addressesOf = ({ addresses }: Region): AddressEntry[] =>
  addresses.map(({ addressId, gridCell, number, kind, ...rest }) => ({
    ...rest,
    id: addressId,
    number: String(number),
    gridCell: gridCell ?? undefined,
    kind: kind as AddressEntry['kind'],
  }));
