import type { LedgerSheet } from '@datalab/data';
import type { SharedTier } from '@datalab/disclosure';
import type { StoredCell } from '../picture/sheet.js';

/** Gathers what the cells of a picture say into the maps that the ledger keeps, per tier, and how often each rule decided. */
export class LedgerSheets {
  private readonly sheets: Record<SharedTier, Map<string, LedgerSheet>> = { lab: new Map(), public: new Map() };
  readonly outcomes: Record<SharedTier, Partial<Record<StoredCell['rule'] | 'grain', number>>>;

  /** `dropped`: cells that are published in longer periods alone, per tier. */
  constructor(dropped: Readonly<Record<SharedTier, number>>) {
    this.outcomes = { lab: { grain: dropped.lab }, public: { grain: dropped.public } };
  }

  note({ tier, row, known, rule, state }: StoredCell): void {
    if (tier === 'own') return;
    this.outcomes[tier][rule] = (this.outcomes[tier][rule] ?? 0) + 1;
    if (known === null || state === 'coarser') return;
    const { datasetId, level, grain, period, category } = row;
    const key = `${datasetId} ${level} ${grain} ${period} ${category}`;
    let sheet = this.sheets[tier].get(key);
    if (sheet === undefined) {
      sheet = { datasetId, level, grain, period, category, areaCodes: [], lows: [], highs: [] };
      this.sheets[tier].set(key, sheet);
    }
    sheet.areaCodes.push(row.areaCode);
    sheet.lows.push(known.low);
    sheet.highs.push(Number.isFinite(known.high) ? known.high : null);
  }

  of(tier: SharedTier): LedgerSheet[] {
    return [...this.sheets[tier].values()];
  }
}
