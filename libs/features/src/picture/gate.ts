import type { AreaRow } from '@datalab/data';
import {
  gatePolicy,
  isPresenceProtected,
  knownInterval,
  noiseBound,
  protect,
  SWITCHED_RULES,
  type ExactCell,
  type GatePolicy,
  type KnownInterval,
  type PolicyChoice,
  type ProtectedCell,
  type Remainder,
  type SharedTier,
  type Tier,
} from '@datalab/disclosure';
import { GRAINS, GRID_LEVEL, type Grain } from '@datalab/domain';
import type { ExactRow } from '@datalab/snapshot';

/** Which areas are finer than a wijk: all levels under the second of the region, and the squares. */
export const fineLevels = (levels: readonly string[]): string[] => [...levels.slice(2), GRID_LEVEL];

/** The same, of a region of which the areas are at hand. */
export const fineLevelsOf = (areas: readonly Pick<AreaRow, 'level' | 'lineage'>[]): ReadonlySet<string> =>
  new Set(
    fineLevels([...new Set(areas.toSorted((a, b) => a.lineage.length - b.lineage.length).map(({ level }) => level))]),
  );

/** An exact row with what cells over several sources need beside it. */
export interface GateRow extends ExactRow {
  /** Ids of the datasets that are in it; left out where that is the row's own dataset alone. */
  sources?: readonly string[];
  remainders?: readonly Remainder[];
  openReports?: number;
}

/** What the gate must know of where a row comes from. */
export interface GateSource {
  kind: 'records' | 'counts';
  isOpen: boolean;
  delivered: 'full' | 'partial';
}

/** What a lab's gate does: every rule of the platform, on its floors or on stricter ones that the parties agreed on. */
export const labGatePolicy = (version: string, floors?: PolicyChoice['floors']): GatePolicy =>
  gatePolicy({ version, floors, rules: SWITCHED_RULES });

/** One lab's gate. The only place in which rows of the standard tables become cells that can be seen. */
export class Gate {
  private readonly fine: ReadonlySet<string>;

  constructor(
    readonly policy: GatePolicy,
    levels: readonly string[],
  ) {
    this.fine = new Set(fineLevels(levels));
  }

  exactCell(row: GateRow, { kind, isOpen, delivered }: GateSource): ExactCell {
    return {
      source: row.sources ?? [row.datasetId],
      kind,
      delivered,
      reports: row.reports,
      households: row.households,
      rowsWithoutHousehold: row.rowsWithoutHousehold,
      largestHouseholds: row.largestHouseholds,
      reportsWithReporter: row.reportsWithReporter,
      largestReporters: row.largestReporters,
      key: row.key,
      remainders: row.remainders,
      openReports: row.openReports,
      presenceProtected: this.hidesPresence(row),
      open: isOpen,
    };
  }

  protect(cell: ExactCell, tier: Tier): ProtectedCell {
    return protect(cell, tier, this.policy);
  }

  /** What everybody who sees this cell knows for certain of its number of reports; null where it says nothing. */
  known(cell: ExactCell, shown: ProtectedCell, tier: SharedTier): KnownInterval | null {
    const making = {
      floor: this.policy.floors[tier].reports,
      noiseBound: this.policy.rules.has('noise') ? noiseBound(cell) : 0,
      rounded: tier === 'public' && this.policy.rules.has('rounding'),
    };
    return knownInterval(shown, making, cell.openReports);
  }

  /** Whether nothing and too little must look the same in this table. */
  hidesPresence(table: Pick<ExactRow, 'category' | 'level' | 'grain'>): boolean {
    return hidesPresence(table, this.fine);
  }
}

/**
 * Whether nothing and too little must look the same in a table, given the levels that are finer than a wijk. In squares of 200 m they do for every category:
 * nearly all of them hold less than may be shown, and each of those would say that somebody lives there who was reported.
 */
export function hidesPresence(
  { category, level, grain }: Pick<ExactRow, 'category' | 'level' | 'grain'>,
  fine: ReadonlySet<string>,
): boolean {
  if (level === GRID_LEVEL) return true;
  const known = (GRAINS as readonly string[]).includes(grain) ? (grain as Grain) : 'hour_of_week';
  return isPresenceProtected(category, { finerThanWijk: fine.has(level) }, known);
}

/** The number per thousand inhabitants, where they are known. */
export function rateOf(reports: number, area: AreaRow | undefined): number | null {
  const population = area?.population ?? 0;
  return population > 0 ? (reports / population) * 1_000 : null;
}
