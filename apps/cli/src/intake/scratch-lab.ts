import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, findLoad, ROW_TARGETS, SessionRepository, type LoadEntity, type LoadTotals } from '@datalab/data';
import { STANDARD_INTAKE_VERSION, type CoveredRange, type DatasetKind } from '@datalab/domain';
import {
  contextFor,
  IngestService,
  IntakeTermsService,
  KeyOpener,
  LoadsService,
  parseInstallation,
  RegionImportService,
  SetupService,
  SourceKeyFolder,
  UploadFolder,
  type Ctx,
} from '@datalab/features';
import type { AddressEntry, RegionContext } from '@datalab/intake';
import { generateSealingKeyPair, loadSodiumRistretto, type SealingKeyPair } from '@datalab/pseudonym';
import pg from 'pg';
import { readEnv } from '../env.js';
import { addressesOf, checkedRegion, contextOf } from './scratch-region.js';

const ISSUER = 'https://identity.invalid';
const CLOCK = { now: () => new Date() };

const dataset = (kind: DatasetKind) => ({
  key: kind,
  kind,
  organisation: 'gemeente',
  name: kind,
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
      members: [
        { user: 'steward', role: 'data_steward' },
        { user: 'steward', role: 'privacy_officer' },
      ],
      datasets: [dataset('records'), dataset('counts'), dataset('provision_use')],
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
    private readonly sealing: SealingKeyPair,
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
    await loadSodiumRistretto();
    const api = await Database.connect({ url: env.DATABASE_API_URL, name: 'datalab scratch api', poolSize: 2 });
    const person = await new SessionRepository(api).findPersonById(rows.rows[0]!.steward);
    const steward = contextFor(person!.actor, 'scratch', CLOCK);
    await new IntakeTermsService(api).sign(steward, rows.rows[0]!.lab, STANDARD_INTAKE_VERSION);
    return new ScratchLab(
      contextOf(region),
      addressesOf(region),
      rows.rows[0]!.lab,
      admin,
      await mkdtemp(join(tmpdir(), 'datalab-scratch-')),
      steward,
      new Map(rows.rows.map(({ key, id }) => [key, id])),
      api,
      await Database.connect({ url: env.DATABASE_WORKER_URL, name: 'datalab scratch worker', poolSize: 3 }),
      generateSealingKeyPair((length) => new Uint8Array(randomBytes(length))),
    );
  }

  get uploads(): UploadFolder {
    return new UploadFolder(this.folder);
  }

  /** What keys are sealed to. */
  get sealingKey(): Uint8Array {
    return this.sealing.publicKey;
  }

  datasetOf(kind: DatasetKind): string {
    return this.datasets.get(kind)!;
  }

  get stewardId(): string {
    return this.steward.actor.personId;
  }

  /** Opens a load and puts its file where the worker finds it, by the api's own service; it waits for its check. */
  async upload(kind: DatasetKind, { path, sha256, covers, totals }: Announced): Promise<string> {
    const loads = new LoadsService(this.api);
    const input = { datasetId: this.datasetOf(kind), covers, totals, contentSha256: sha256 };
    const { id } = await loads.open(this.steward, input);
    await copyFile(path, this.uploads.fileOf(id));
    await loads.finishUpload(this.steward, id, (await stat(path)).size);
    return id;
  }

  /** Has the worker's service decide on a load, in this process; gives the load as it is then. */
  async check(loadId: string): Promise<LoadEntity> {
    const opener = new KeyOpener(
      this.sealing,
      new SourceKeyFolder(join(this.folder, 'source-keys'), new Uint8Array(32)),
    );
    const ingest = new IngestService(this.worker, this.uploads, CLOCK, opener);
    await ingest.execute({ labId: this.labId, actorId: this.stewardId, requestId: 'scratch' }, loadId);
    return this.find(loadId);
  }

  async find(loadId: string): Promise<LoadEntity> {
    return (await this.worker.inTransaction({ labId: this.labId }, (tx) => findLoad(tx, loadId)))!;
  }

  /** Rows of every kind that are in the database. */
  async countRows(): Promise<number> {
    const tables = Object.values(ROW_TARGETS).map(({ table }) => table);
    const { rows } = await this.admin.query<{ n: number }>(
      `select (${tables.map((table) => `(select count(*) from ${table})`).join(' + ')})::int as n`,
    );
    return rows[0]!.n;
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
