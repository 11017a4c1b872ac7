import { hotspots, poissonMoments, type HotspotClass, type Neighbours } from '@datalab/analysis';
import type { AreaRow } from '@datalab/data';
import { smoothedRate, type ProtectedCell } from '@datalab/disclosure';
import { isRhythmGrain } from '@datalab/domain';
import type { CellAt } from './sheet.js';
import { exposureOf, priorOf, type Exposure } from './smooth-rates.js';

/** The level that hotspots are looked for in, with who borders on whom. */
export interface HotspotLevel {
  level: string;
  areas: readonly AreaRow[];
  neighbours: Neighbours;
}

export const SIGNIFICANCE = 0.05;
/** Under this many areas the normal approximation of Gi* says little. */
export const FEWEST_AREAS = 20;
/** What map methods say of one map. Nothing of it may be stored but through the gate. */
export interface MapOutcome {
  /** Areas put to the hotspot test; 0 where none was made. */
  tests: number;
  test: (areaCode: string) => { z: number; klass: HotspotClass } | undefined;
  /** Of an area whose cell is shown; else null. */
  smoothed: (areaCode: string, cell: ProtectedCell) => number | null;
}

/** The statistics of maps that look at all areas together, on the ground of one region. */
export class MapStatistics {
  readonly areas: ReadonlyMap<string, AreaRow>;
  private readonly exposures: ReadonlyMap<string, Exposure | undefined>;
  private readonly hotspotLevel: HotspotLevel | undefined;

  constructor(ground: {
    areas: readonly AreaRow[];
    levels: readonly string[];
    hotspotLevel: HotspotLevel | undefined;
  }) {
    this.areas = new Map(ground.areas.map((area) => [area.code, area]));
    this.exposures = new Map(ground.levels.map((level) => [level, exposureOf(ground.areas, level)]));
    this.hotspotLevel = ground.hotspotLevel;
  }

  /** `values` of `rows`, before anything is withheld: noised for others than the owner. An area without a row holds none. */
  of(rows: readonly CellAt[], values: readonly number[], isOwn: boolean): MapOutcome {
    const at = rows[0];
    const isMap = at !== undefined && !isRhythmGrain(at.grain);
    const counts = new Map(rows.map(({ areaCode }, i) => [areaCode, values[i]!]));
    const isTested = isMap && at.level === this.hotspotLevel?.level;
    const tested = isTested ? testHotspots(counts, this.hotspotLevel!) : undefined;
    const exposure = isMap ? this.exposures.get(at.level) : undefined;
    const prior = exposure && priorOf(counts, exposure, isOwn);
    return {
      tests: tested?.tests ?? 0,
      test: (areaCode) => tested?.of(areaCode),
      smoothed: (areaCode, cell) => (prior ? smoothedRate(cell, exposure!.of.get(areaCode) ?? 0, prior) : null),
    };
  }
}

/** Rates where the population of every area is known and not nought, else counts. */
function testHotspots(reports: ReadonlyMap<string, number>, { areas, neighbours }: HotspotLevel) {
  const asRates = areas.every(({ population }) => (population ?? 0) > 0);
  const counts = Float64Array.from(areas, ({ code }) => reports.get(code) ?? 0);
  const exposure = Float64Array.from(areas, ({ population }) => (asRates ? population! / 1_000 : 1));
  const present = new Uint8Array(areas.length);
  const chance = poissonMoments(counts, exposure, present);
  const rates = counts.map((count, i) => count / exposure[i]!);
  const { z, klass, tests } = hotspots(rates, present, neighbours, { level: SIGNIFICANCE, chance });
  const position = new Map(areas.map(({ code }, index) => [code, index]));
  return {
    tests,
    of: (areaCode: string) => {
      const i = position.get(areaCode)!;
      return Number.isNaN(z[i]!) ? undefined : { z: z[i]!, klass: klass[i]! };
    },
  };
}
