import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import {
  announce,
  askFor,
  audit,
  Database,
  dropSubmitted,
  listOpenSubmissions,
  listSubmittedDays,
  lockLoad,
  rangesOfDays,
  sealLoad,
  submittedLines,
  type LoadEntity,
  type Transaction,
} from '@datalab/data';
import { nextLoadState, type Clock } from '@datalab/domain';
import type { CanonicalReport } from '@datalab/intake';
import { ingestJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { knownAreas } from './known-areas.js';
import { changeOf, dateIn } from './loads.service.js';
import { noTotals, placed } from './placed.js';
import { oldestDay } from './submissions.service.js';
import { UploadFolder } from './upload-folder.js';

/** Closes the loads of days that are over, so that they are checked and accepted as any load is. */
@Injectable()
export class SealSubmissionsService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadFolder,
    private readonly clock: Clock,
  ) {}

  /** Seals every open load of a day before today (`today` included where asked for); gives how many. Again changes nothing. */
  async execute(labId: string, requestId: string, { withToday = false } = {}): Promise<number> {
    const { timeZone } = await this.database.inTransaction({ labId }, (tx) => knownAreas(tx, labId));
    const now = this.clock.now();
    const upTo = dateIn(timeZone, withToday ? now : new Date(now.getTime() - 86_400_000));
    const loads = await this.database.inTransaction({ labId }, (tx) => listOpenSubmissions(tx, labId, upTo));
    for (const loadId of loads)
      await this.database.inTransaction({ labId }, async (tx) => {
        const load = await lockLoad(tx, loadId);
        if (load?.state === 'receiving') await this.seal(tx, load, requestId, oldestDay(timeZone, now));
      });
    return loads.length;
  }

  /** Writes all that was submitted about the load's days to the file that the check reads. */
  private async seal(tx: Transaction, load: LoadEntity, requestId: string, oldest: string): Promise<void> {
    await dropSubmitted(tx, load.datasetId, oldest);
    const days = (await listSubmittedDays(tx, load)).filter((day) => day >= oldest || day === load.submittedOn);
    const { bytes, contentSha256, totals } = await this.write(tx, load, days);
    const state = nextLoadState(load.state, 'uploaded');
    await sealLoad(tx, load, { covers: rangesOfDays(days), totals, contentSha256, bytes, state });
    const work = { labId: load.labId, actorId: load.createdBy, requestId };
    await askFor(tx, ingestJob, { loadId: load.id }, work);
    await audit(
      tx,
      { actorId: load.createdBy, organisationId: load.organisationId, requestId },
      {
        action: 'load.sealed',
        objectKind: 'load',
        objectId: load.id,
        labId: load.labId,
        detail: { rows: totals.rows, days: days.length },
      },
    );
    await announce(tx, changeOf(load));
  }

  private async write(tx: Transaction, load: LoadEntity, days: readonly string[]) {
    const totals = noTotals();
    const digest = createHash('sha256');
    let bytes = 0;
    const file = await open(this.uploads.fileOf(load.id), 'w');
    try {
      for await (const lines of submittedLines(tx, load.datasetId, days)) {
        totals.rows += lines.length;
        for (const line of lines) placed(totals, JSON.parse(line) as CanonicalReport);
        const piece = Buffer.from(`${lines.join('\n')}\n`);
        digest.update(piece);
        await file.write(piece);
        bytes += piece.length;
      }
    } finally {
      await file.close();
    }
    return { bytes, contentSha256: digest.digest('hex'), totals };
  }
}
