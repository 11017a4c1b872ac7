import type { AreaRow, SeriesGrainRow } from '@datalab/data';
import type { HotspotLevel } from './map-statistics.js';

/** What the tables stand on. */
export interface TableGround {
  areas: readonly AreaRow[];
  levels: readonly string[];
  /** The squares of 200 m of which the middle lies in the region, with that area of the lowest level; none where it has no map or lies abroad. */
  squares: ReadonlyMap<string, string>;
  hotspotLevel: HotspotLevel | undefined;
  /** Whether step 3 is done: then all sources may stand in one table. */
  mayCombine: boolean;
  /** In which periods series are published already, as far as that was fixed. */
  grains: readonly SeriesGrainRow[];
}
