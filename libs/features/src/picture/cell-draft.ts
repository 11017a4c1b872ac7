import type { AreaRow } from '@datalab/data';
import type { SharedTier } from '@datalab/disclosure';
import { ALL_PERIODS, GRID_LEVEL, isRhythmGrain } from '@datalab/domain';
import type { StoredCell } from './sheet.js';

/** A cell of lab or public, as it would be shown. */
export type DraftedCell = StoredCell & { tier: SharedTier };

/**
 * Where the cells lie that must look alike: the areas under one parent in one period of one table; of a rhythm all its hours in one area, which
 * then stands for the parent; of squares each alone, for one that is out looks like any other that shows no number.
 */
export interface Family {
  tier: SharedTier;
  datasetId: string;
  organisationId: string;
  level: string;
  grain: string;
  period: string;
  category: string;
  parentCode: string;
}

/** The id of a cell in the audit, and of a line of the ledger: its map, a space and its area. */
export const lineIdOf = ({ tier, row }: DraftedCell): string =>
  `${tier}|${row.datasetId}|${row.level}|${row.period}|${row.category} ${row.areaCode}`;

/**
 * The cells of a picture that lab and public would see, held until it is known whether all of them together may be seen. Cells go by families:
 * where one of the areas under a parent goes, all of them do, those without reports as well. That one cell goes and its neighbour still shows
 * zero would tell that there is something.
 */
export class CellDraft {
  private readonly families = new Map<string, { at: Family; cells: DraftedCell[]; few: DraftedCell[] }>();
  private readonly parents: ReadonlyMap<string, string>;
  private readonly inside: ReadonlyMap<string, readonly string[]>;
  private readonly coarsened: Family[] = [];

  constructor(areas: readonly Pick<AreaRow, 'code' | 'parentCode' | 'level'>[]) {
    this.parents = new Map(areas.map(({ code, parentCode }) => [code, parentCode ?? '']));
    const inside = Map.groupBy(areas, ({ level, parentCode }) => `${level} ${parentCode ?? ''}`);
    this.inside = new Map([...inside].map(([key, own]) => [key, own.map(({ code }) => code)]));
  }

  note(cell: DraftedCell): void {
    const at = this.familyOf(cell);
    const key = keyOf(at);
    let family = this.families.get(key);
    if (family === undefined) this.families.set(key, (family = { at, cells: [], few: [] }));
    (cell.state === 'none_or_few' ? family.few : family.cells).push(cell);
  }

  /** Every cell that holds a report and looks like zero, for none and too few look the same there. */
  *few(): Generator<DraftedCell> {
    for (const { few } of this.families.values()) yield* few;
  }

  /** Every cell that is still to be shown. */
  *cells(): Generator<DraftedCell> {
    for (const { cells } of this.families.values()) yield* cells;
  }

  /** The cells of a family that are still to be shown. */
  cellsOf(family: Family): readonly DraftedCell[] {
    return this.families.get(keyOf(family))?.cells ?? [];
  }

  /** Takes out what `which` says is published in longer periods alone. That there is nothing here then follows from the table. */
  drop(which: (family: Family) => boolean): Record<SharedTier, number> {
    const dropped = { lab: 0, public: 0 };
    for (const [key, { at, cells }] of this.families)
      if (which(at)) {
        dropped[at.tier] += cells.length;
        this.families.delete(key);
      }
    return dropped;
  }

  /** The areas of a family, those without reports as well. */
  areasOf({ level, parentCode }: Pick<Family, 'level' | 'parentCode'>): readonly string[] {
    return this.inside.get(`${level} ${parentCode}`) ?? [];
  }

  /** Takes a family out and says nothing: what was published there stays. */
  leave(family: Family): void {
    this.families.delete(keyOf(family));
  }

  /** Takes a family out: every area of it says "look at a longer period or a larger area". */
  coarsen(family: Family): void {
    this.families.delete(keyOf(family));
    this.coarsened.push(family);
  }

  /** The families that were taken out, with the areas in them. */
  *taken(): Generator<{ family: Family; areaCodes: readonly string[] }> {
    for (const family of this.coarsened) yield { family, areaCodes: this.areasOf(family) };
  }

  /** How many areas of a level lie under a parent. */
  siblings(level: string, parentCode: string): number {
    return this.inside.get(`${level} ${parentCode}`)?.length ?? 0;
  }

  familyOf({ tier, organisationId, row }: DraftedCell): Family {
    const { datasetId, level, grain, period, category, areaCode } = row;
    if (isRhythmGrain(grain))
      return { tier, organisationId, datasetId, level, grain, period: ALL_PERIODS, category, parentCode: areaCode };
    const parentCode = level === GRID_LEVEL ? areaCode : (this.parents.get(areaCode) ?? '');
    return { tier, organisationId, datasetId, level, grain, period, category, parentCode };
  }
}

const keyOf = ({ tier, datasetId, level, grain, period, category, parentCode }: Family): string =>
  `${tier} ${datasetId} ${level} ${grain} ${period} ${category} ${parentCode}`;
