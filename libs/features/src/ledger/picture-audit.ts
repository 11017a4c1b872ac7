import { setImmediate as othersTurn } from 'node:timers/promises';
import { Database, type ReleasedSheet } from '@datalab/data';
import type { GatePolicy, LineRules, SharedTier } from '@datalab/disclosure';
import { GRID_LEVEL, isRhythmGrain, RHYTHM_GRAINS } from '@datalab/domain';
import { baseGroups, type Snapshot, type SnapshotStore } from '@datalab/snapshot';
import { lineIdOf, type DraftedCell, type Family } from '../picture/cell-draft.js';
import { assembleLines, axesOf, type PlacedSheet } from './assemble-lines.js';
import { auditHere, type AuditRun } from './audit-run.js';
import type { PictureAuditAnswer } from './coarsen-picture.js';
import { FamilyNumbers } from './family-numbers.js';
import { guessedPicture, type DraftedPicture } from './guessed-picture.js';
import { mergeAlike } from './merge-alike.js';
import { readableSnapshots, readLedgerGround } from './ledger-ground.js';

export interface PictureToAudit extends DraftedPicture {
  labId: string;
  snapshot: Snapshot;
  policy: GatePolicy;
}

/**
 * Holds a picture against the ledger before anybody sees it, for every participant: what would be known too closely from all
 * its numbers together, and from everything that left before, or what the best guesser would tell from a total and the parts beside it, is taken
 * out of the draft with the cells that must look like it. A cell among neighbours that keep what was published keeps that too. Between its steps, each of which
 * takes seconds for a city, the worker says that it is alive: one that is silent for half a minute loses its work to another.
 */
export class PictureAudit {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly run: AuditRun = auditHere,
  ) {}

  async execute({ labId, snapshot, policy, ...picture }: PictureToAudit): Promise<PictureAuditAnswer> {
    const { draft } = picture;
    const ledger = await this.database.inTransaction({ labId }, (tx) => readLedgerGround(tx, labId));
    const earlier = [...ledger.own, ...ledger.others].filter(({ datasetId }) => !ledger.open.has(datasetId));
    const snapshots = await readableSnapshots(this.store, [snapshot.digest, ...earlier.map(({ digest }) => digest)]);
    const cells = new Map<string, DraftedCell>();
    for (const cell of draft.cells())
      if (cell.known !== null && !ledger.open.has(cell.row.datasetId)) cells.set(lineIdOf(cell), cell);
    const axes = axesOf([...earlier, ...[...cells.values()].map(({ row }) => row)]);
    const groups = (await baseGroups(snapshots.found, axes)).filter(
      ({ places }) => !places.every(({ datasetId }) => ledger.open.has(datasetId)),
    );
    const ground = { groups, lineages: ledger.lineages, combined: ledger.combined };
    const release = assembleLines(sheetsOf(cells, snapshots.digests.indexOf(snapshot.digest)), ground);
    await othersTurn();
    const numbers = new FamilyNumbers();
    const families = release.map(({ id }) => numbers.of(draft.familyOf(cells.get(id)!)));
    const rules = (tier: SharedTier): LineRules => ({
      floor: policy.floors[tier].reports,
      noise: policy.rules.has('noise'),
      rounded: tier === 'public' && policy.rules.has('rounding'),
    });
    const before = assembleLines(placedSheets(earlier, snapshots.digests), ground);
    await othersTurn();
    const sums = mergeAlike({
      truth: groups.map(({ reports }) => reports),
      owner: groups.map(({ organisationId }) => organisationId),
      earlier: before,
      release,
    });
    await othersTurn();
    const lab = guessedPicture('lab', picture, rules('lab'), numbers);
    await othersTurn();
    const everybody = guessedPicture('public', picture, rules('public'), numbers);
    await othersTurn();
    const answer = await this.run({
      ...sums,
      floors: { lab: policy.floors.lab.reports, public: policy.floors.public.reports },
      participants: ledger.participants,
      // What was prepared for everybody is held against the ledger when it is released; until then only those of the lab see it.
      forEverybody: false,
      families,
      guessed: { lab, public: everybody },
    });
    for (const tier of ['lab', 'public'] as const)
      for (const number of answer.takenOut[tier]) takeOut({ ...numbers.at(number), tier }, picture);
    return answer;
  }
}

function takeOut(family: Family, { draft, freezer, publishes }: DraftedPicture): void {
  if (!publishes(family)) return;
  if (isRhythmGrain(family.grain)) return takeOutRhythm(family, draft, freezer);
  if (family.level === GRID_LEVEL) return leaveAsItWas(family, draft, freezer);
  const [areaCode, ...others] = draft.areasOf(family);
  if (areaCode === undefined) return;
  if (!freezer?.holdsSome(family.tier, { ...family, areaCode }, [areaCode, ...others])) return draft.coarsen(family);
  leaveAsItWas(family, draft, freezer);
}

/** A rhythm goes whole, however fine it is in this tier: that one of its hours is not told would say that there is somebody. */
function takeOutRhythm(family: Family, draft: DraftedPicture['draft'], freezer: DraftedPicture['freezer']): void {
  for (const grain of RHYTHM_GRAINS) leaveAsItWas({ ...family, grain }, draft, freezer);
}

/** What was published there stays; where that was nothing, nothing is told: of a square that looks like all that show no number. */
function leaveAsItWas(family: Family, draft: DraftedPicture['draft'], freezer: DraftedPicture['freezer']): void {
  freezer?.keep(draft.cellsOf(family));
  draft.leave(family);
}

const placedSheets = (sheets: readonly ReleasedSheet[], digests: readonly string[]): PlacedSheet[] =>
  sheets.flatMap((sheet, i) => {
    const snapshot = digests.indexOf(sheet.digest);
    return snapshot < 0 ? [] : [{ ...sheet, id: `e${i}`, snapshot }];
  });

/** The cells put together into maps, as the ledger holds them; a line's id is that of its cell. */
function sheetsOf(cells: ReadonlyMap<string, DraftedCell>, snapshot: number): PlacedSheet[] {
  const byMap = Map.groupBy(cells, ([id]) => id.slice(0, id.lastIndexOf(' ')));
  return [...byMap].map(([id, inside]) => {
    const { tier, row } = inside[0]![1];
    const { datasetId, level, grain, period, category } = row;
    const of = { datasetId, level, grain, period, category };
    const known = inside.map(([, cell]) => cell.known!);
    return {
      ...of,
      id,
      tier,
      snapshot,
      areaCodes: inside.map(([, cell]) => cell.row.areaCode),
      lows: known.map(({ low }) => low),
      highs: known.map(({ high }) => (Number.isFinite(high) ? high : null)),
    };
  });
}
