import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import {
  askFor,
  Database,
  findActorInLab,
  findLab,
  insertInventedDataset,
  insertInventedPartner,
  insertLoad,
  listAreas,
  listDatasets,
  updateLoad,
} from '@datalab/data';
import {
  INVENTED_PARTNERS,
  INVENTED_ROLES,
  INVENTED_SOURCES,
  inventedRows,
  type InventedArea,
  type InventedRow,
} from '@datalab/demo';
import { bug, type Clock } from '@datalab/domain';
import { ingestJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import type { UploadFolder } from '../loads/upload-folder.js';
import type { Work } from '../work.js';

const MONTHS = 36;

/**
 * Fills a rehearsal with invented partners and reports; for the worker. The reports come in by the intake that every delivery comes in by: one
 * source of who began it, the others of the partners.
 */
@Injectable()
export class RehearsalBuilderService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadFolder,
    private readonly clock: Clock,
    /** How many whole months before now are filled. */
    private readonly months = MONTHS,
  ) {}

  /** Makes the partners and sources of a rehearsal and asks for the check of their loads, once: where it has sources already nothing is done. */
  async execute({ labId, actorId, requestId }: Work): Promise<void> {
    const founder = await findActorInLab(this.database, labId, actorId);
    // Who began it left already.
    if (founder === undefined) return;
    await this.database.inTransaction({ labId }, async (tx) => {
      const lab = await findLab(tx, labId);
      if (lab === undefined || !lab.isRehearsal) throw bug('only a rehearsal is filled with what is invented');
      if ((await listDatasets(tx, labId)).length > 0) return;
      const areas = smallestAreas(await listAreas(tx, lab.regionId));
      if (areas.length === 0) return;
      const months = monthsBefore(this.clock.now(), this.months);
      const covers = [{ from: `${months[0]!}-01`, to: lastDayOf(months.at(-1)!) }];
      await mkdir(this.uploads.path, { recursive: true });
      const owners = new Map<string, { organisationId: string; personId: string }>();
      for (const partner of INVENTED_PARTNERS)
        owners.set(partner.sourceKey, await insertInventedPartner(tx, { ...partner, labId, roles: INVENTED_ROLES }));
      for (const source of INVENTED_SOURCES) {
        const datasetId = randomUUID();
        const { organisationId, personId } = owners.get(source.key) ?? { ...founder, personId: actorId };
        await insertInventedDataset(tx, { id: datasetId, labId, organisationId, key: source.key, name: source.name });
        const rows = inventedRows(source, areas, months, seedOf(labId));
        const text = linesOf(datasetId, rows);
        const load = await insertLoad(tx, {
          labId,
          organisationId,
          datasetId,
          covers,
          declaredTotals: {
            rows: rows.length,
            inRegion: rows.length,
            outsideRegion: 0,
            noArea: 0,
            outOfScope: 0,
            skipped: 0,
          },
          contentSha256: createHash('sha256').update(text).digest('hex'),
          createdBy: personId,
        });
        await writeFile(this.uploads.fileOf(load.id), text);
        const bytes = String(Buffer.byteLength(text));
        await updateLoad(tx, load.id, { state: 'received', bytesReceived: bytes, bytesTotal: bytes });
        await askFor(tx, ingestJob, { loadId: load.id }, { labId, actorId: personId, requestId });
      }
    });
  }
}

/** The areas that no other lies in. */
function smallestAreas(areas: readonly (InventedArea & { parentCode: string | null })[]): InventedArea[] {
  const parents = new Set(areas.map(({ parentCode }) => parentCode));
  return areas.filter(({ code }) => !parents.has(code));
}

/** The last whole months before this moment, oldest first. */
export function monthsBefore(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count + at, 1)).toISOString().slice(0, 7),
  );
}

const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** The same for the same lab, so that a second try makes the same reports. */
const seedOf = (labId: string): number => Number.parseInt(labId.replaceAll('-', '').slice(-8), 16);

const linesOf = (datasetId: string, rows: readonly InventedRow[]): string =>
  rows
    .map((row, at) =>
      JSON.stringify({ record_hash: createHash('sha256').update(`${datasetId} ${at}`).digest('hex'), ...row }),
    )
    .join('\n')
    .concat('\n');
