import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atOneMoment, findFrozenSnapshot, listDatasets, listFrozenLoads, type Database } from '@datalab/data';
import { notFound } from '@datalab/domain';
import { snapshotDifference, SnapshotKeyFolder, SnapshotStore } from '@datalab/snapshot';
import { manifestSchema } from './manifest.js';
import { sourceDifference, type SourceDifference } from './source-difference.js';

/** How one source differs between what was frozen and what was made again, in bands. */
export type RebuiltDifference = SourceDifference & { datasetName: string; organisationName: string };

/** What came of making a snapshot again. */
export type Rebuilt =
  | { outcome: 'impossible'; digest: string; reasons: string[] }
  | {
      outcome: 'equal' | 'different';
      digest: string;
      rebuiltDigest: string;
      loads: number;
      /** Whether the frozen file was there to be compared, row by row; where it is not, only the digest was. */
      hasFile: boolean;
      /** Sources with a difference between the frozen file and what was made again. */
      differences: RebuiltDifference[];
    };

/**
 * Makes a snapshot again from the loads that it was made of, and compares it with what was frozen: by digest, and row by row where the file is
 * there. For the worker's database role; writes nothing that stays.
 */
export class PictureRebuildService {
  constructor(
    private readonly database: Database,
    /** Undefined for who has no key to read with: then the digests alone are compared. */
    private readonly store: SnapshotStore | undefined,
  ) {}

  /** Of the snapshot of this digest, else of the newest. NotFound where the lab has none. */
  async execute(labId: string, digest?: string): Promise<Rebuilt> {
    const folder = await mkdtemp(join(tmpdir(), 'rebuild-'));
    try {
      return await atOneMoment(this.database, labId, async (tx, rows): Promise<Rebuilt> => {
        const frozen = await findFrozenSnapshot(tx, labId, digest);
        if (frozen === undefined) throw notFound('snapshot');
        const loads = await listFrozenLoads(tx, labId, frozen.id);
        const reasons = loads.flatMap(({ organisationName, datasetName, revision, withdrawnAt, deletedDays }) => {
          const load = `load ${revision} of ${datasetName} (${organisationName})`;
          if (withdrawnAt !== null) return `${load} was withdrawn on ${dayOf(withdrawnAt)}`;
          return deletedDays === null ? [] : `rows of ${load} expired or were replaced and deleted: ${deletedDays}`;
        });
        if (loads.length === 0) reasons.push('it was made before it was written down which loads a snapshot holds');
        if (frozen.destroyedAt !== null)
          reasons.push(`its files were destroyed on ${dayOf(frozen.destroyedAt)}, with rows that had to go`);
        if (reasons.length > 0) return { outcome: 'impossible', digest: frozen.digest, reasons };

        const { provisionUse } = manifestSchema.parse(frozen.manifest);
        const rebuilt = await passingStore(folder).write((write) =>
          rows.stream(write, { provisionUse: provisionUse.length > 0, snapshotId: frozen.id }),
        );
        const file = await this.store?.find(frozen.digest);
        const differing = file === undefined ? [] : await snapshotDifference(file, rebuilt);
        const previous = { digest: frozen.digest, at: frozen.createdAt.toISOString() };
        const datasets = await listDatasets(tx, labId);
        const isEqual = rebuilt.digest === frozen.digest && differing.length === 0;
        return {
          outcome: isEqual ? 'equal' : 'different',
          digest: frozen.digest,
          rebuiltDigest: rebuilt.digest,
          loads: loads.length,
          hasFile: file !== undefined,
          differences: datasets.flatMap(({ id, name, organisationName }) => {
            const own = differing.filter(({ datasetId }) => datasetId === id);
            // In bands: who runs this keeps the machines and sees no figure of anybody.
            return own.length === 0
              ? []
              : { ...sourceDifference(previous, own, false), datasetName: name, organisationName };
          }),
        };
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** A store under keys that nobody keeps: what lies in it is compared, and thrown away. */
function passingStore(folder: string): SnapshotStore {
  const keyFolder = join(folder, 'keys');
  const random = () => new Uint8Array(randomBytes(32));
  const keys = new SnapshotKeyFolder(keyFolder, random());
  return new SnapshotStore(join(folder, 'rows'), { keys, keyFolder, noise: random() });
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
