import type { Point } from '../geometry/point.js';
import type { BuildingStyle } from '../plan/town-plan.js';
import type { StreetPiece } from './lay-streets.js';
import type { PostcodeBook } from './postcodes.js';

const PER_POSTCODE = 22;
/** A street gets a new name after so many pieces. */
const PIECES_PER_NAME = 2;

/** A front door with everything that an address says about it but its id. */
export interface Door {
  readonly point: Point;
  /** Index among the streets of this buurt. */
  readonly street: number;
  readonly number: number;
  readonly letter: string;
  readonly addition: string;
  readonly postcode: string;
}

export const streetsOf = (pieces: readonly StreetPiece[]): (readonly StreetPiece[])[] =>
  Array.from({ length: Math.ceil(pieces.length / PIECES_PER_NAME) }, (_, street) =>
    pieces.slice(street * PIECES_PER_NAME, (street + 1) * PIECES_PER_NAME),
  );

/**
 * Divides exactly `dwellings` doors evenly over the doorsteps and numbers them: odd on one side, even on the other, with letters (in
 * flats: additions) where several share a doorstep, and a postcode for each 22 on one side of a street.
 */
export function numberDoors(
  pieces: readonly StreetPiece[],
  dwellings: number,
  style: BuildingStyle,
  postcodes: PostcodeBook,
): Door[] {
  const doors: Door[] = [];
  const total = pieces.reduce((sum, piece) => sum + piece.doorsteps.length, 0);
  let i = 0;
  streetsOf(pieces).forEach((own, street) => {
    const sides = { [-1]: { number: -1, left: 0, postcode: '' }, [1]: { number: 0, left: 0, postcode: '' } };
    for (const { point, side } of own.flatMap((piece) => piece.doorsteps)) {
      const here = sides[side];
      here.number += 2;
      // Bresenham's way of spreading: the counts per doorstep differ by at most one and add up exactly.
      const households = Math.floor(((i + 1) * dwellings) / total) - Math.floor((i * dwellings) / total);
      i++;
      for (let k = 0; k < households; k++) {
        if (here.left === 0) Object.assign(here, { left: PER_POSTCODE, postcode: postcodes.next() });
        here.left--;
        const shared = households > 1;
        const flat = style === 'high_rise';
        doors.push({
          point,
          street,
          number: here.number,
          letter: shared && !flat ? String.fromCharCode(65 + k) : '',
          addition: shared && flat ? String(k + 1) : '',
          postcode: here.postcode,
        });
      }
    }
  });
  return doors;
}
