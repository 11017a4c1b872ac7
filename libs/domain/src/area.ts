/**
 * Areas are generic: a region has two or more named levels, highest first (gemeente ⊃ wijk ⊃ buurt, or a foreign hierarchy),
 * of one stated division year. Codes may hold letters. Every area but those of the highest level has a parent.
 */
export interface AreaLevel {
  code: string;
  name: string;
}

/** Squares of 200 m of the Dutch grid: beside the levels of a region one of its own, with year totals only. A square is in no lineage. */
export const GRID_LEVEL = 'grid_200';

export interface Area {
  code: string;
  name: string;
  level: string;
  parentCode: string | null;
  /** Inhabitants; null where not known (then no rate is given, never a rate over zero). */
  population: number | null;
  households: number | null;
}

/** A ring is closed, in WGS84 longitude–latitude, as in RFC 7946. */
export type Position = readonly [longitude: number, latitude: number];
export type AreaGeometry =
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] };
