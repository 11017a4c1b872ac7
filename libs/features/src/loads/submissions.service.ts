import { createHash } from 'node:crypto';
import {
  announce,
  audit,
  Database,
  findFirstSubmittedDay,
  findLoad,
  findSubmission,
  insertSubmission,
  lockSubmissions,
  openSubmissionsLoad,
  putSubmittedReports,
  type DatasetRow,
  type LoadEntity,
  type LoadIssue,
  type Transaction,
} from '@datalab/data';
import { conflict, invalidInput, invalidState } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { checkSubmission } from './check-submission.js';
import { datasetToDeliver } from './dataset-to-deliver.js';
import { knownAreas } from './known-areas.js';
import { changeOf, dateIn } from './loads.service.js';

export interface SubmitReports {
  datasetId: string;
  /** Chosen by the caller, one per content: 8 to 100 letters, digits and `. _ : -`. */
  idempotencyKey: string;
  /** Canonical rows of `records`, without keys. */
  rows: readonly unknown[];
}

/** What became of a call: all rows were taken, or none and why. */
export interface SubmissionOutcome {
  accepted: boolean;
  /** The very same call was accepted before: nothing changed by this one. */
  isReplay: boolean;
  rows: number;
  issues: LoadIssue[];
  /** The load that takes the reports; undefined where they were refused. */
  load: LoadEntity | undefined;
}

export const MOST_SUBMITTED_ROWS = 1_000;
/** How many days back a report may still be submitted or changed. */
export const LATE_DAYS = 31;

const KEY = /^[A-Za-z0-9._:-]{8,100}$/;
const NOTHING = { rows: 0, inRegion: 0, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reports that come in by themselves, some at a time: each call whole or not at all, gathered in one load a day. */
@Injectable()
export class SubmissionsService {
  constructor(private readonly database: Database) {}

  /**
   * Takes reports of the own organisation. No rows at all is a call too: it says that the system runs and had nothing to report. Throws
   * Conflict where the idempotency key was used for other content.
   */
  submit(ctx: Ctx, { datasetId, idempotencyKey, rows }: SubmitReports): Promise<SubmissionOutcome> {
    if (!KEY.test(idempotencyKey))
      throw invalidInput('submission.key', 'An idempotency key has 8 to 100 letters, digits and . _ : -', [
        { field: 'idempotencyKey' },
      ]);
    if (rows.length > MOST_SUBMITTED_ROWS)
      throw invalidInput('submission.too-many', `A call holds at most ${MOST_SUBMITTED_ROWS} rows.`, [
        { field: 'rows' },
      ]);
    const contentSha256 = sha256(JSON.stringify(rows));
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await datasetToDeliver(tx, ctx, datasetId, 'submit');
      if (dataset.kind !== 'records')
        throw invalidState('submission.records-only', 'Only reports are submitted; deliver this dataset as a file.');
      await lockSubmissions(tx, datasetId);
      const before = await findSubmission(tx, datasetId, idempotencyKey);
      if (before !== undefined) {
        if (before.contentSha256 !== contentSha256)
          throw conflict('submission.key-reused', 'This idempotency key was used for other content.');
        const load = await findLoad(tx, before.loadId);
        return { accepted: true, isReplay: true, rows: before.rows, issues: [], load };
      }
      return this.take(tx, ctx, dataset, { idempotencyKey, rows, contentSha256 });
    });
  }

  private async take(
    tx: Transaction,
    ctx: Ctx,
    dataset: DatasetRow,
    {
      idempotencyKey,
      rows,
      contentSha256,
    }: { idempotencyKey: string; rows: readonly unknown[]; contentSha256: string },
  ): Promise<SubmissionOutcome> {
    const { areas, timeZone } = await knownAreas(tx, dataset.labId);
    const now = ctx.clock.now();
    const today = dateIn(timeZone, now);
    const { reports, issues } = checkSubmission(rows, areas, {
      today,
      streamFrom: (await findFirstSubmittedDay(tx, dataset.id)) ?? today,
      oldest: oldestDay(timeZone, now),
    });
    if (issues.length > 0) return { accepted: false, isReplay: false, rows: 0, issues, load: undefined };
    const { labId, organisationId } = dataset;
    const createdBy = ctx.actor.personId;
    const { load, isNew } = await openSubmissionsLoad(
      tx,
      { labId, organisationId, datasetId: dataset.id, declaredTotals: NOTHING, contentSha256: sha256(''), createdBy },
      today,
    );
    const days = await putSubmittedReports(
      tx,
      load,
      reports.map((row) => ({ recordHash: row.record_hash, occurredOn: row.occurred_on, line: JSON.stringify(row) })),
    );
    await insertSubmission(tx, load, { idempotencyKey, contentSha256, rows: reports.length, days, createdBy });
    await audit(tx, authorOf(ctx), {
      action: 'load.submit',
      objectKind: 'load',
      objectId: load.id,
      labId,
      detail: { rows: reports.length },
    });
    if (isNew) await announce(tx, changeOf(load));
    return { accepted: true, isReplay: false, rows: reports.length, issues: [], load };
  }
}

/** The first day that a submission may still speak of. */
export const oldestDay = (timeZone: string, now: Date): string =>
  dateIn(timeZone, new Date(now.getTime() - LATE_DAYS * 86_400_000));
