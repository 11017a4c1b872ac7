import { Readable } from 'node:stream';
import { abilityFor, isAllowed } from '@datalab/access';
import {
  announce,
  askFor,
  audit,
  Database,
  findActorInLab,
  findCountShape,
  findDataset,
  findLoad,
  findSameTruth,
  isViolation,
  lockLoad,
  ROW_TARGETS,
  stageRows,
  updateLoad,
  type DatasetRow,
  type LoadChange,
  type LoadEntity,
  type LoadIssue,
  type Transaction,
} from '@datalab/data';
import { bug, nextLoadState, notFound, type Clock } from '@datalab/domain';
import { factualPictureJob, qualityReportJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import type { ScreenedKind } from '@datalab/intake';
import { askSteward, mustAskFirst } from './difference-check.js';
import type { KeyOpener, LoadKeys } from './keys/sealed-keys.js';
import { findingIssue, issuesOf } from './check-submission.js';
import { cutsOf } from './cuts.js';
import { knownAreas } from './known-areas.js';
import { LoadReader, type LoadFile } from './load-reader.js';
import { changeOf, dateIn } from './loads.service.js';
import { UploadFolder } from './upload-folder.js';
import type { Work } from '../work.js';

const TELL_EVERY_MS = 1_000;
/** Rows that the client skipped never reach the platform, so these are all that can be counted again. */
const COUNTED_AGAIN = ['rows', 'inRegion', 'outsideRegion', 'noArea', 'outOfScope'] as const;

const refusal = (code: string, column: string, message: string): LoadIssue => ({
  code,
  column,
  message,
  count: 1,
  firstRows: [],
});

/** A load whose check may go on. */
interface Begun {
  load: LoadEntity;
  dataset: DatasetRow;
  file: LoadFile;
  keys: LoadKeys;
}

/** What the steward answered about the fields that reach the platform; what was dropped at the partner is not screened again. */
const answeredOf = ({ answers }: LoadEntity) =>
  answers.flatMap(({ field, kind }) => (field === null ? [] : [{ column: field, kind: kind as ScreenedKind }]));

/** Whether the verdict is still to be given; until the transaction ends nobody else gives it. */
const isUndecided = async (tx: Transaction, loadId: string): Promise<boolean> =>
  (await lockLoad(tx, loadId))?.state === 'checking';

/** Checks what was uploaded and accepts it whole, or refuses it with every reason. */
@Injectable()
export class IngestService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadFolder,
    private readonly clock: Clock,
    private readonly opener: KeyOpener,
  ) {}

  /**
   * Decides on one load; then its file is gone. Running again after a crash starts from the file, and once it is decided only the file is
   * looked after. Two that check the same load at once (a queue may hand work out twice) come to one verdict.
   */
  async execute(work: Work, loadId: string): Promise<void> {
    const begun = await this.begin(work, loadId);
    if (begun !== undefined) await this.check(work, begun);
    if (!(await this.waitsForSteward(work, loadId))) await this.uploads.discard(loadId);
  }

  /** The file of a load that its steward has yet to confirm is read once more when they do. */
  private async waitsForSteward({ labId }: Work, loadId: string): Promise<boolean> {
    const load = await this.database.inTransaction({ labId }, (tx) => findLoad(tx, loadId));
    return load?.state === 'to_confirm';
  }

  private async check(work: Work, { load, dataset, file, keys }: Begun): Promise<void> {
    const reader = new LoadReader(file, keys);
    const key = { labId: load.labId, organisationId: load.organisationId, datasetId: dataset.id, loadId: load.id };
    const target = ROW_TARGETS[file.kind];
    try {
      const lines = Readable.from(reader.copyLines(this.teller(load)));
      await stageRows(this.database, { labId: load.labId }, target, key, lines, async (tx) => {
        if (!(await isUndecided(tx, load.id))) return 'drop';
        const issues = [...this.faultsOf(load, reader), ...(await cutsOf(tx, load, target))];
        if (issues.length === 0 && (await mustAskFirst(tx, load, target, this.clock.now()))) {
          await askSteward(tx, work, load, reader.totals);
          return 'drop';
        }
        await this.decide(tx, work, load, reader, issues);
        return issues.length === 0 ? 'keep' : 'drop';
      });
    } catch (error) {
      if (!isViolation(error, 'unique')) throw error;
      const twice = refusal('record.duplicate', 'record_hash', 'Twee rijen hebben hetzelfde kenmerk.');
      await this.database.inTransaction({ labId: load.labId }, async (tx) => {
        if (await isUndecided(tx, load.id)) await this.decide(tx, work, load, reader, [twice]);
      });
    }
  }

  /** Refuses a load that could not be checked however often it was tried, so that its steward knows and can deliver again. */
  async giveUp(work: Work, loadId: string): Promise<void> {
    await this.database.inTransaction({ labId: work.labId }, async (tx) => {
      const load = await lockLoad(tx, loadId);
      if (load === undefined || (load.state !== 'received' && load.state !== 'checking')) return;
      await updateLoad(tx, loadId, { state: nextLoadState(load.state, 'started') });
      const failed = refusal(
        'load.not-checked',
        '(levering)',
        'De controle is door een storing niet gelukt; lever opnieuw aan.',
      );
      await this.decide(tx, work, load, undefined, [failed]);
    });
    await this.uploads.discard(loadId);
  }

  /** Locks the load, checks its actor again and reads what the check needs; undefined when there is nothing left to do. */
  private async begin(work: Work, loadId: string): Promise<Begun | undefined> {
    const actor = await findActorInLab(this.database, work.labId, work.actorId);
    return this.database.inTransaction({ labId: work.labId }, async (tx) => {
      const load = await lockLoad(tx, loadId);
      if (load === undefined) throw notFound('load');
      if (load.state === 'receiving') throw bug('a load is checked before all of it is here');
      if (load.state !== 'received' && load.state !== 'checking') return undefined;
      await updateLoad(tx, loadId, { state: nextLoadState(load.state, 'started') });
      const mayStill = actor !== undefined && isAllowed(abilityFor(actor), 'upload', 'Dataset', load);
      if (!mayStill) {
        const left = refusal('load.actor-left', '(levering)', 'Wie dit aanleverde is geen gegevensbeheerder meer.');
        await this.decide(tx, work, load, undefined, [left]);
        return undefined;
      }
      const dataset = await findDataset(tx, load.datasetId);
      if (dataset === undefined) throw bug('a load without a dataset');
      const same = await findSameTruth(tx, load);
      if (same !== undefined) {
        await this.decide(tx, work, load, undefined, []);
        return undefined;
      }
      const { areas, timeZone } = await knownAreas(tx, load.labId);
      const file = {
        path: this.uploads.fileOf(loadId),
        kind: dataset.kind,
        covers: load.covers,
        areas,
        countedSoFar: await findCountShape(tx, load.labId, dataset.id),
        today: dateIn(timeZone, this.clock.now()),
        answered: answeredOf(load),
      };
      const keys = await this.opener.forLoad(tx, load.labId, dataset.id);
      return { load, dataset, file, keys };
    });
  }

  /** Why the load as a whole cannot be accepted; empty when it can. */
  private faultsOf(load: LoadEntity, reader: LoadReader): LoadIssue[] {
    const issues = [...issuesOf(reader.issues), ...reader.findings().map(findingIssue)];
    // A day on which a system reported that there was nothing is a zero; an empty file is a mistake.
    if (reader.totals.rows === 0 && load.origin === 'file')
      issues.push(refusal('load.empty', '(bestand)', 'Er staan geen rijen in de levering.'));
    if (reader.sha256 !== load.contentSha256)
      issues.push(
        refusal('load.content-differs', '(bestand)', 'De inhoud is niet wat was aangekondigd; lever opnieuw aan.'),
      );
    for (const name of COUNTED_AGAIN)
      if (load.declaredTotals[name] !== reader.totals[name])
        issues.push(refusal('totals.differ', name, 'Het aantal rijen is niet wat de gegevensbeheerder bevestigde.'));
    return issues;
  }

  /** Writes the verdict, what follows from it and that it was given, all in the transaction of the rows themselves. */
  private async decide(
    tx: Transaction,
    work: Work,
    load: LoadEntity,
    reader: LoadReader | undefined,
    issues: LoadIssue[],
  ): Promise<void> {
    const accepted = issues.length === 0;
    const verdict: LoadChange = {
      state: nextLoadState('checking', accepted ? 'accepted' : 'refused'),
      decidedAt: this.clock.now(),
      issues,
      unchanged: accepted && reader === undefined,
      totals: reader && { ...reader.totals, skipped: load.declaredTotals.skipped },
      rowsProcessed: reader?.totals.rows ?? 0,
    };
    await updateLoad(tx, load.id, verdict);
    const author = { actorId: work.actorId, organisationId: load.organisationId, requestId: work.requestId };
    await audit(tx, author, {
      action: `load.${verdict.state}`,
      objectKind: 'load',
      objectId: load.id,
      labId: load.labId,
      dataOrganisationId: load.organisationId,
      detail: { rows: verdict.rowsProcessed ?? 0, kindsOfIssue: issues.length },
    });
    if (accepted && reader !== undefined) {
      await askFor(tx, factualPictureJob, { labId: load.labId }, work);
      await askFor(tx, qualityReportJob, { loadId: load.id }, work);
    }
    await announce(tx, changeOf(load));
    // Who has delivered is for the whole lab to see.
    if (accepted) await announce(tx, { kind: 'lab', id: load.labId, labId: load.labId });
  }

  /** Says how far the check is, once a second, in a transaction of its own: the one that holds the rows is seen by nobody yet. */
  private teller(load: LoadEntity): (rows: number) => Promise<void> {
    let last = this.clock.now().getTime();
    return async (rows) => {
      const now = this.clock.now().getTime();
      if (now - last < TELL_EVERY_MS) return;
      last = now;
      await this.database.inTransaction({ labId: load.labId }, async (tx) => {
        if (!(await isUndecided(tx, load.id))) return;
        await updateLoad(tx, load.id, { rowsProcessed: rows });
        await announce(tx, changeOf(load));
      });
    };
  }
}
