import { EVERY_SOURCE } from '@datalab/data';
import { TIERS, type SharedTier, type Tier } from '@datalab/disclosure';
import { ALL_PERIODS, isRhythmGrain, rhythmGrainFor, type RhythmGrain } from '@datalab/domain';
import type { CellAt, Sheet, StoredCell } from './sheet.js';

/** An area, category and source: what has one rhythm. */
export type RhythmAt = Pick<CellAt, 'datasetId' | 'category' | 'areaCode'>;
export const rhythmKey = (tier: Tier, { datasetId, category, areaCode }: RhythmAt): string =>
  `${tier} ${datasetId} ${category} ${areaCode}`;

/** What was published before of the series of a lab. */
export interface PublishedBefore {
  /** The least that everybody knows of the cell of all years, where that keeps what was published; undefined where it is made anew. */
  frozenLow(tier: SharedTier, at: RhythmAt): number | undefined;
  /** How finely its rhythm was published; undefined where it was not. */
  rhythmOf(tier: SharedTier, at: RhythmAt): RhythmGrain | undefined;
}

/**
 * Which series have a rhythm, and how finely: as finely as the numbers of all years allow *that everybody sees*, so that the choice tells
 * nothing that is not told already. What was published by the hour stays so. Tables of all years come before those of the rhythm.
 */
export class RhythmSeries {
  /** The least that is known of the cell of all years. */
  private readonly lows = new Map<string, number>();
  private withHours: readonly string[] = [];

  constructor(
    private readonly fine: ReadonlySet<string>,
    private readonly before: PublishedBefore | undefined,
  ) {}

  /** Takes note of a cell of all years; of no other. */
  note({ tier, row, state, known, reports }: StoredCell): void {
    if (row.period !== ALL_PERIODS) return;
    const frozen = tier === 'own' ? undefined : this.before?.frozenLow(tier, row);
    const fresh = state === 'shown' ? (known?.low ?? reports!) : 0;
    this.lows.set(rhythmKey(tier, row), frozen ?? fresh);
  }

  /** Takes note of which sources a table of rhythms tells: all together are as many as those are, for the others know no hour. */
  tells(rows: readonly Pick<CellAt, 'datasetId'>[]): void {
    this.withHours = [...new Set(rows.map(({ datasetId }) => datasetId))];
  }

  /** Whether a cell of a rhythm is published in this tier; any other is. */
  publishes(tier: Tier, row: CellAt): boolean {
    if (!isRhythmGrain(row.grain)) return true;
    const published = tier === 'own' ? undefined : this.before?.rhythmOf(tier, row);
    if (published === 'hour_of_week') return row.grain === published;
    const parts = row.datasetId === EVERY_SOURCE ? this.withHours : [row.datasetId];
    const low = parts.reduce((sum, datasetId) => sum + (this.lows.get(rhythmKey(tier, { ...row, datasetId })) ?? 0), 0);
    return row.grain === (rhythmGrainFor(low, this.fine.has(row.level)) ?? published);
  }

  /** The sheet with the rows alone that are published in some tier. */
  told(sheet: Sheet): Sheet {
    const rows = sheet.rows.filter((row) => TIERS.some((tier) => this.publishes(tier, row)));
    return rows.length === sheet.rows.length ? sheet : { ...sheet, rows };
  }
}
