import { EVERY_SOURCE, type LedgerSheet } from '@datalab/data';
import type { LedgerLine, SharedTier } from '@datalab/disclosure';
import {
  ALL_CATEGORIES,
  GRAINS,
  GRID_LEVEL,
  isRhythmGrain,
  periodOf,
  RHYTHM_GRAINS,
  rhythmCellOf,
  rhythmPeriod,
} from '@datalab/domain';
import type { BaseAxes, BaseGroup } from '@datalab/snapshot';

/** A map of the ledger, of which it is known in which snapshot (by its number among the base groups) it was made. */
export interface PlacedSheet extends LedgerSheet {
  id: string;
  snapshot: number;
  tier: SharedTier;
}

/** What the sums run over. */
export interface AssembleGround {
  groups: readonly BaseGroup[];
  /** Areas above each area, itself first. */
  lineages: ReadonlyMap<string, readonly string[]>;
  /** Datasets that stand in the tables of all sources: those with reports, that are not open. */
  combined: ReadonlySet<string>;
}

/** Along what the base groups must be divided for these maps to be sums of them. */
export const axesOf = (sheets: readonly Pick<LedgerSheet, 'grain' | 'level'>[]): BaseAxes => ({
  rhythm: sheets.some(({ grain }) => isRhythmGrain(grain)),
  grid: sheets.some(({ level }) => level === GRID_LEVEL),
});

const placeKey = (snapshot: number, datasetId: string, period: string, category: string, areaCode: string): string =>
  `${snapshot} ${datasetId} ${period} ${category} ${areaCode}`;

/**
 * Writes the maps of the ledger as sums of base groups. A line of which no report is left in the groups is left out: nothing in it can be told
 * apart any more. Ids of lines: `<id of the map> <area code>`.
 */
export function assembleLines(sheets: readonly PlacedSheet[], ground: AssembleGround): LedgerLine[] {
  const members = new Map<string, number[]>();
  for (const { snapshot, datasetId, period, category, areaCodes } of sheets)
    for (const code of areaCodes) members.set(placeKey(snapshot, datasetId, period, category, code), []);
  ground.groups.forEach((group, index) => {
    const categories = [group.category, ALL_CATEGORIES];
    const periods = periodsOf(group);
    const codes = placesOf(group, ground.lineages);
    for (const { snapshot, datasetId } of group.places)
      for (const source of ground.combined.has(datasetId) ? [datasetId, EVERY_SOURCE] : [datasetId])
        for (const period of periods)
          for (const category of categories)
            for (const code of codes) members.get(placeKey(snapshot, source, period, category, code))?.push(index);
  });
  return sheets.flatMap((sheet) =>
    sheet.areaCodes.flatMap((code, i): LedgerLine[] => {
      const inside = members.get(placeKey(sheet.snapshot, sheet.datasetId, sheet.period, sheet.category, code))!;
      if (inside.length === 0) return [];
      const known = { low: sheet.lows[i]!, high: sheet.highs[i] ?? Infinity };
      return [{ id: `${sheet.id} ${code}`, members: inside, known, tier: sheet.tier }];
    }),
  );
}

/** In which areas a group is counted, and in which square: of that there are lines of years alone. */
function placesOf({ areaCode, gridCell }: BaseGroup, lineages: AssembleGround['lineages']): readonly string[] {
  const lineage = lineages.get(areaCode) ?? [];
  return gridCell === null ? lineage : [...lineage, gridCell];
}

/** In which periods, and cells of a rhythm, a group is counted. */
function periodsOf({ month, weekHour }: BaseGroup): string[] {
  const periods = GRAINS.map((grain) => periodOf(`${month}-01`, grain));
  if (weekHour === null) return periods;
  return [...periods, ...RHYTHM_GRAINS.map((grain) => rhythmPeriod(rhythmCellOf(weekHour, grain), grain))];
}
