import {
  enterInLedger,
  findPolicyInForce,
  listLedger,
  type LedgerSheet,
  type ReleasedSheet,
  type Transaction,
} from '@datalab/data';
import { auditRelease, type LedgerLine } from '@datalab/disclosure';
import { bug, grainOf } from '@datalab/domain';
import { baseGroups, type SnapshotStore } from '@datalab/snapshot';
import { labGatePolicy } from '../picture/gate.js';
import { ReleaseLedger, type LedgerAnswer, type LedgerEntryOf, type Leaving } from '../releases/release-ledger.js';
import { COLUMN } from '../releases/table-document.js';
import { assembleLines, axesOf, type PlacedSheet } from './assemble-lines.js';
import { ledgerAnswer } from './ledger-answer.js';
import { readableSnapshots, readLedgerGround } from './ledger-ground.js';
import { mergeAlike } from './merge-alike.js';
import { highsProgramme } from './highs-programme.js';

/** The solver gives up on one question after this, and then the release is refused. A clock on the wall: on a busy machine two seconds refused what is safe. */
const SECONDS_PER_QUESTION = 6;

/**
 * The ledger as it is stored: maps of areas with what an onlooker knows of each (`ledger_line`), and the snapshots that they were made of. A
 * release of a table is held against everything that this lab and the labs that share its organisations ever gave, as sums of the reports in
 * those snapshots. Results of runs are no sums of reports: their own rules guard them (disclosure.md §2.10).
 */
export class StoredReleaseLedger extends ReleaseLedger {
  constructor(private readonly store: SnapshotStore) {
    super();
  }

  async audit(tx: Transaction, leaving: Leaving): Promise<LedgerAnswer> {
    const { labId } = leaving;
    if (leaving.document.design === null) return { state: 'safe' };
    // Everybody in the lab has these numbers already: they are in the picture.
    if (leaving.tier === 'lab') {
      leavingSheets(leaving, await listLedger(tx, labId));
      return { state: 'safe' };
    }
    const { own, others, lineages, combined, participants } = await readLedgerGround(tx, labId);
    const release = leavingSheets(leaving, own);

    const earlier = [...own, ...others].filter(({ kind }) => kind !== 'prepared');
    const snapshots = await readableSnapshots(
      this.store,
      [...earlier, ...release].map(({ digest }) => digest),
    );
    const placed = (sheets: readonly ReleasedSheet[], prefix: string): PlacedSheet[] =>
      sheets.flatMap((sheet, i) => {
        const snapshot = snapshots.digests.indexOf(sheet.digest);
        return snapshot < 0 ? [] : [{ ...sheet, id: `${prefix}${i} ${sheet.period}`, snapshot }];
      });
    const groups = await baseGroups(snapshots.found, axesOf([...earlier, ...release]));
    const ground = { groups, lineages, combined };
    const sums = mergeAlike({
      truth: groups.map(({ reports }) => reports),
      owner: groups.map(({ organisationId }) => organisationId),
      earlier: assembleLines(placed(earlier, 'e'), ground),
      release: assembleLines(placed(release, 'r'), ground),
    });
    const { floors } = labGatePolicy('ledger', (await findPolicyInForce(tx, labId))?.floors);
    const answer = auditRelease({
      ...sums,
      floors: { lab: floors.lab.reports, public: floors.public.reports },
      participants,
      onlyGroups: touched(sums.release),
      solve: await highsProgramme(SECONDS_PER_QUESTION),
    });
    return ledgerAnswer(answer, sums.release);
  }

  async enter(tx: Transaction, leaving: Leaving, entry: LedgerEntryOf): Promise<void> {
    const { labId, snapshotId, tier, document } = leaving;
    const sheets = document.design === null ? [] : merged(leavingSheets(leaving, await listLedger(tx, labId)));
    await enterInLedger(tx, { labId, snapshotId, tier, kind: 'release', outcomes: {}, ...entry }, sheets);
  }
}

/**
 * What the cells of a release say, as the picture that they come from entered it: the newest line of each cell in this tier. One that the design leaves
 * out says no more than that there is something, whatever the picture holds for it. Throws `Bug` where a number would leave of which the ledger
 * knows nothing.
 */
function leavingSheets({ tier, document }: Leaving, ledger: readonly ReleasedSheet[]): ReleasedSheet[] {
  const design = document.design!;
  const wanted = tier === 'lab' ? 'picture' : 'prepared';
  const isOfDesign = (sheet: LedgerSheet) =>
    sheet.datasetId === design.datasetId && sheet.level === design.level && sheet.category === design.category;
  const newest = new Map<string, { sheet: ReleasedSheet; at: number }>();
  for (const sheet of ledger) {
    if (sheet.kind !== wanted || sheet.tier !== tier || !isOfDesign(sheet)) continue;
    sheet.areaCodes.forEach((code, at) => newest.set(`${sheet.period} ${code}`, { sheet, at }));
  }
  return document.tables[0]!.rows.flatMap((row): ReleasedSheet[] => {
    const state = row[COLUMN.state];
    const [areaCode, period] = [String(row[COLUMN.areaCode]), String(row[COLUMN.period])];
    const line = newest.get(`${period} ${areaCode}`);
    if (line === undefined) {
      if (state === 'shown') throw bug('a number would leave that the ledger does not know');
      return [];
    }
    if (state !== 'shown' && state !== 'withheld') return [];
    const { sheet, at } = line;
    const grain = grainOf(period) ?? sheet.grain;
    const prepared = { low: sheet.lows[at]!, high: sheet.highs[at]! };
    const { low, high } = state === 'shown' ? prepared : { low: Math.min(1, prepared.low), high: null };
    return [{ ...sheet, areaCodes: [areaCode], lows: [low], highs: [high], grain }];
  });
}

/** Single cells put together into maps again. */
function merged(cells: readonly ReleasedSheet[]): LedgerSheet[] {
  const byMap = Map.groupBy(cells, ({ snapshotId, period }) => `${snapshotId} ${period}`);
  return [...byMap.values()].map((inside) => ({
    ...inside[0]!,
    areaCodes: inside.flatMap(({ areaCodes }) => areaCodes),
    lows: inside.flatMap(({ lows }) => lows),
    highs: inside.flatMap(({ highs }) => highs),
  }));
}

const touched = (lines: readonly LedgerLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ id, members }) => [id, ...members.map((group) => `group ${group}`)]));
