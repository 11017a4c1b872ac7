import type { Point, Ring } from '../geometry/point.js';

/** A municipality, wijk or buurt of the demo, with its borders in metres of the Dutch grid (outer ring first). */
export interface DemoArea {
  readonly code: string;
  readonly name: string;
  readonly level: 'gemeente' | 'wijk' | 'buurt';
  readonly parentCode: string | null;
  readonly population: number;
  readonly households: number;
  readonly rings: readonly Ring[];
}

export interface DemoStreet {
  readonly name: string;
  /** Index in `buurten`. */
  readonly buurt: number;
  readonly pieces: readonly (readonly [Point, Point])[];
}

/** One line of the address list, as in the BAG; the point is known to the generator only and is in no file. */
export interface DemoAddress {
  /** 16 digits, in the form of the BAG. */
  readonly id: string;
  readonly postcode: string;
  readonly number: number;
  readonly letter: string;
  readonly addition: string;
  /** Index in `streets`. */
  readonly street: number;
  /** Index in `buurten`. */
  readonly buurt: number;
  readonly point: Point;
  /** 200 m cell of the Dutch grid, named after its south-west corner: `E1586N5302`. */
  readonly cell: string;
  readonly kind: 'dwelling' | 'institution_or_shared';
  /** Within 250 m of a care centre. */
  readonly nearCare: boolean;
  /** Let by the housing corporation. */
  readonly corporation: boolean;
}

export interface CareCentre {
  readonly name: string;
  /** Index in `addresses`. */
  readonly address: number;
  readonly point: Point;
}

/** The whole synthetic municipality. Equal seeds give equal regions. */
export interface DemoRegion {
  readonly seed: number;
  readonly code: 'demo';
  readonly name: string;
  readonly municipality: DemoArea;
  readonly wijken: readonly DemoArea[];
  readonly buurten: readonly DemoArea[];
  /** River, ponds and harbour: scenery for a map, the areas tile over it. */
  readonly water: readonly Ring[];
  readonly streets: readonly DemoStreet[];
  readonly addresses: readonly DemoAddress[];
  readonly careCentres: readonly CareCentre[];
}
