import { queenNeighbours, type Neighbours } from '@datalab/analysis';
import type { AreaRow, AreaShape, NearCareAddresses } from '@datalab/data';
import type { GatePolicy } from '@datalab/disclosure';
import type { Words } from '@datalab/domain';

/** One source of a run. */
export interface RunSource {
  datasetId: string;
  organisationId: string;
  /** Of the organisation, for tables. */
  name: string;
  kind: 'records' | 'counts' | 'provision_use';
  isOpen: boolean;
  /** Share (0–1) of the rows that should have a household key and do; null where none should. */
  keyCoverage: number | null;
  /** How much of each period was delivered; a period that is not listed was not. */
  delivered: ReadonlyMap<string, 'full' | 'partial' | 'none'>;
}

/** A public figure about areas: a trait that a model may use, or a number to divide by. */
export interface RunIndicator {
  code: string;
  title: Words;
  /** By area; an area that is not there has no value. */
  values: ReadonlyMap<string, number>;
}

/** What a run stands on beside its rows. */
export interface RunGround {
  /** Codes of the levels of the region, highest first. */
  levels: readonly string[];
  /** Areas of the run's level, in the order of the region. */
  areas: readonly AreaRow[];
  /** All areas of the region, to know what lies in what. */
  lineage: readonly Pick<AreaRow, 'code' | 'level' | 'lineage'>[];
  /** Of the run's level, in the order of `areas`; empty where the region has no map of it. */
  shapes: readonly AreaShape[];
  sources: readonly RunSource[];
  /** Context indicators of the areas of the run's level. */
  indicators: readonly RunIndicator[];
  /** Addresses of each area of the run's level in the region's list; only where the run reads which reports lie near a care location. */
  addresses: ReadonlyMap<string, NearCareAddresses>;
  policy: GatePolicy;
}

/** Who borders on whom among the areas of a run; undefined where the region has no map of this level. */
export function neighboursOf({ areas, shapes }: RunGround): Neighbours | undefined {
  const byCode = new Map(shapes.map(({ code, geometry }) => [code, geometry]));
  const geometries = areas.map(({ code }) => byCode.get(code));
  return geometries.some((geometry) => geometry == null)
    ? undefined
    : queenNeighbours(geometries.map((geometry) => geometry!));
}
