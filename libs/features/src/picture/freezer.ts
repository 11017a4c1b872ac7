import { EVERY_SOURCE, type ReleasedSheet } from '@datalab/data';
import { isClosed, UNFREEZING_CHANGE, type KnownInterval, type SharedTier } from '@datalab/disclosure';
import {
  ALL_PERIODS,
  boundsOf,
  GRAINS,
  isRhythmGrain,
  RHYTHM_GRAINS,
  rhythmGrainOf,
  rhythmPeriods,
  type RhythmGrain,
} from '@datalab/domain';
import {
  changedCells,
  placeOfCell,
  type CellPlace,
  type LineageRow,
  type Snapshot,
  type SnapshotStore,
} from '@datalab/snapshot';
import type { Manifest } from './manifest.js';
import type { DeliveringSource } from './sources.js';
import { rhythmKey, type PublishedBefore, type RhythmAt } from './rhythm-series.js';
import type { StoredCell } from './sheet.js';

/** A period is not published again when it ended so long before the last day that its source covers. */
export const CLOSES_AFTER_DAYS = 730;

/** What the picture before this one leaves to the next, as the database takes it over. */
export interface KeptCells {
  /** Sources and periods of which cells are kept. */
  periods: { datasetId: string; period: string }[];
  /** Cells that are not kept, for enough changed in them. */
  thawed: (CellPlace & { tier: SharedTier })[];
}

/** What the next picture stands on. */
interface FreezingGround {
  store: SnapshotStore;
  next: Snapshot;
  areas: readonly LineageRow[];
  squares: ReadonlyMap<string, string>;
}

/** A cell that was published: where, of which snapshot, and what everybody who saw it knows. */
interface Published {
  place: CellPlace;
  tier: SharedTier;
  digest: string;
  known: KnownInterval;
}

/**
 * Freezing against what the lab saw before: a published cell keeps its state and its value until at least 5 reports of at least 5 households
 * in it were added or removed since it was published, whichever picture that was. Without it two pictures laid side by side show where the one new
 * report is. A gap that is filled, open data and own figures are not frozen. Where the snapshot of which a cell was published is erased, nobody
 * can tell what changed, and the cell is made anew.
 */
export class Freezer implements PublishedBefore {
  /** Cells that would have been made anew and keep what was published: the audit of the new picture says so. */
  private readonly held = new Set<string>();

  private constructor(
    private readonly published: ReadonlyMap<string, Published>,
    /** How finely the rhythm of a series was published last; by the hour where it ever was. */
    private readonly rhythms: ReadonlyMap<string, RhythmGrain>,
    private readonly changed: ReadonlyMap<string, ReadonlySet<string>>,
    private readonly before: ReadonlySet<string>,
    private readonly sources: ReadonlyMap<string, DeliveringSource>,
    /** Squares that the picture before did not tell of: those are made anew, for that they were empty was never said. */
    private readonly newSquares: ReadonlySet<string>,
  ) {}

  static async against(
    { store, next, areas, squares }: FreezingGround,
    { manifest, digest, ledger }: { manifest: Manifest; digest: string; ledger: readonly ReleasedSheet[] },
    sources: ReadonlyMap<string, DeliveringSource>,
  ): Promise<Freezer> {
    const published = new Map<string, Published>();
    const rhythms = new Map<string, RhythmGrain>();
    for (const sheet of ledger) {
      if (sheet.kind === 'release') continue;
      const { datasetId, period, category, tier, digest } = sheet;
      sheet.areaCodes.forEach((areaCode, i) => {
        const place = { datasetId, period, category, areaCode };
        const known = { low: sheet.lows[i]!, high: sheet.highs[i] ?? Infinity };
        published.set(`${tier} ${placeOfCell(place)}`, { place, tier, digest, known });
        if (isRhythmGrain(sheet.grain) && rhythms.get(rhythmKey(tier, place)) !== 'hour_of_week')
          rhythms.set(rhythmKey(tier, place), sheet.grain);
      });
    }
    const combined = [...sources.values()].flatMap(({ datasetId, kind, isOpen }) =>
      kind === 'records' && !isOpen ? [datasetId] : [],
    );
    const changed = new Map<string, ReadonlySet<string>>();
    for (const made of new Set([digest, ...[...published.values()].map((cell) => cell.digest)])) {
      const snapshot = await store.find(made);
      if (snapshot === undefined) continue;
      const least = UNFREEZING_CHANGE.reports;
      changed.set(made, await changedCells(snapshot, next, areas, { least, combined, every: EVERY_SOURCE }));
    }
    const before = new Set(
      manifest.sources.flatMap(({ datasetId, periods }) =>
        periods.flatMap(({ period, delivered }) =>
          delivered === 'none'
            ? []
            : [datasetId, EVERY_SOURCE].flatMap((id) => [`${id} ${period}`, `${id} ${ALL_PERIODS}`]),
        ),
      ),
    );
    const newSquares = new Set(manifest.squares ? [] : squares.keys());
    return new Freezer(published, rhythms, changed, before, sources, newSquares);
  }

  /** Whether this place keeps what was published there, in this tier. */
  isFrozen(tier: SharedTier, place: CellPlace): boolean {
    const { datasetId, period } = place;
    if (!this.wasDelivered(datasetId, period) || this.sources.get(datasetId)?.isOpen) return false;
    if (this.newSquares.has(place.areaCode)) return false;
    const rhythm = rhythmGrainOf(period);
    // A series of which no rhythm was published has one anew: its empty hours are no zeros that were told.
    if (rhythm !== undefined && this.rhythms.get(rhythmKey(tier, place)) !== rhythm) return false;
    if (this.isClosed(datasetId, period)) return true;
    const name = placeOfCell(place);
    if (this.held.has(`${tier} ${name}`)) return true;
    const published = this.published.get(`${tier} ${name}`);
    if (published !== undefined) return this.changed.get(published.digest)?.has(name) === false;
    // Nothing stood there: it keeps doing so until enough changed since one of the pictures before.
    return this.changed.size > 0 && ![...this.changed.values()].some((places) => places.has(name));
  }

  holds({ tier, row }: StoredCell): boolean {
    return tier !== 'own' && this.isFrozen(tier, row);
  }

  /** The cells of a tier that stay as they were published. */
  *keeping(tier: SharedTier): Generator<{ place: CellPlace; known: KnownInterval }> {
    for (const { place, tier: own, known } of this.published.values())
      if (own === tier && this.isFrozen(tier, place)) yield { place, known };
  }

  frozenLow(tier: SharedTier, at: RhythmAt): number | undefined {
    const place = { ...at, period: ALL_PERIODS };
    if (!this.isFrozen(tier, place)) return undefined;
    return this.published.get(`${tier} ${placeOfCell(place)}`)?.known.low ?? 0;
  }

  rhythmOf(tier: SharedTier, at: RhythmAt): RhythmGrain | undefined {
    return this.rhythms.get(rhythmKey(tier, at));
  }

  /** Whether one of these areas keeps what was published, in the table and period of this place. */
  holdsSome(tier: SharedTier, place: CellPlace, areaCodes: readonly string[]): boolean {
    return areaCodes.some((areaCode) => this.isFrozen(tier, { ...place, areaCode }));
  }

  /** Lets these cells keep what was published, as if too little had changed in them. */
  keep(cells: readonly { tier: SharedTier; row: CellPlace }[]): void {
    for (const { tier, row } of cells) this.held.add(`${tier} ${placeOfCell(row)}`);
  }

  kept(): KeptCells {
    const still = [...this.sources.values()].flatMap(({ datasetId, delivered }) =>
      [...delivered].flatMap(([period, much]) => (much === 'none' ? [] : [{ datasetId, period }])),
    );
    const whole = [ALL_PERIODS, ...RHYTHM_GRAINS.flatMap(rhythmPeriods)];
    const all = [...this.sources.keys(), EVERY_SOURCE].flatMap((datasetId) =>
      whole.map((period) => ({ datasetId, period })),
    );
    const every = [...new Set(still.map(({ period }) => period))].map((period) => ({
      datasetId: EVERY_SOURCE,
      period,
    }));
    const thawed = [...this.published.values()].flatMap(({ place, tier }) =>
      this.isFrozen(tier, place) ? [] : [{ ...place, tier }],
    );
    return {
      periods: [...still, ...all, ...every].filter(({ datasetId, period }) => this.wasDelivered(datasetId, period)),
      thawed,
    };
  }

  /** Whether the picture before told of this period; a rhythm is of all of them together. */
  private wasDelivered(datasetId: string, period: string): boolean {
    return this.before.has(`${datasetId} ${rhythmGrainOf(period) === undefined ? period : ALL_PERIODS}`);
  }

  private isClosed(datasetId: string, period: string): boolean {
    if (period === ALL_PERIODS || rhythmGrainOf(period) !== undefined) return false;
    const own = this.sources.get(datasetId);
    const covers = (own === undefined ? [...this.sources.values()] : [own]).flatMap((source) => source.covers);
    const last = covers.reduce((end, { to }) => (to > end ? to : end), '');
    return last !== '' && isClosed(boundsOf(period).to, last, CLOSES_AFTER_DAYS);
  }
}

/** Whether a table is divided in periods: only those have a grain that is chosen from the year before. */
export const isPeriodTable = (grain: string): boolean => (GRAINS as readonly string[]).includes(grain);
