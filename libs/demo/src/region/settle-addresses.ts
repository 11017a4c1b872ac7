import type { Dice } from '../chance/dice.js';
import { labelAt } from '../geometry/label-map.js';
import { distance, type Point } from '../geometry/point.js';
import { centroid } from '../geometry/polygon.js';
import { CARE_CENTRES, NEAR_CARE_METRES, WIJKEN } from '../plan/town-plan.js';
import { streetNames } from '../plan/street-names.js';
import type { DrawnAreas } from './draw-areas.js';
import { layStreets } from './lay-streets.js';
import { numberDoors, streetsOf, type Door } from './number-doors.js';
import { postcodeBook } from './postcodes.js';
import type { CareCentre, DemoAddress, DemoStreet } from './region.js';

/** Share of addresses that are shared housing or an institution, apart from the care centres. */
const SHARED_HOUSING = 0.008;

interface Settled {
  readonly streets: readonly DemoStreet[];
  readonly addresses: readonly DemoAddress[];
  readonly careCentres: readonly CareCentre[];
}

interface Draft extends Door {
  readonly buurt: number;
  readonly corporation: boolean;
  kind: DemoAddress['kind'];
}

/** The 200 m cell of the Dutch grid that holds the point, as `E1586N5302` (hundreds of metres of its south-west corner). */
export const cellOf = ([x, y]: Point): string => {
  const part = (metres: number): string => String(Math.floor(metres / 200) * 2).padStart(4, '0');
  return `E${part(x)}N${part(y)}`;
};

/** Streets and front doors for every buurt: exactly `dwellings[i]` addresses in buurt i, none in the water or near a border. */
export function settleAddresses(areas: DrawnAreas, dwellings: readonly number[], dice: Dice): Settled {
  const nameStreet = streetNames(dice.fork('street names'));
  const postcodes = postcodeBook();
  const angles = WIJKEN.map(() => dice.between(0, Math.PI));
  const streets: DemoStreet[] = [];
  const drafts: Draft[] = [];
  areas.buurten.forEach(({ wijk, rings }, buurt) => {
    const plan = WIJKEN[wijk]!;
    if (buurt > 0 && areas.buurten[buurt - 1]!.wijk !== wijk) postcodes.nextDigits();
    const own = dice.fork(`buurt ${buurt}`);
    const angle = angles[wijk]! + own.pick([0, Math.PI / 2]) + own.between(-0.2, 0.2);
    const buildable = (place: Point): boolean => labelAt(areas.buildable, place) === buurt;
    const pieces = layStreets(rings, buildable, plan.style, dwellings[buurt]!, angle, own);
    const first = streets.length;
    for (const piecesOfStreet of streetsOf(pieces))
      streets.push({ name: nameStreet(buurt), buurt, pieces: piecesOfStreet.map((piece) => piece.line) });
    for (const door of numberDoors(pieces, dwellings[buurt]!, plan.style, postcodes)) {
      drafts.push({
        ...door,
        street: first + door.street,
        buurt,
        kind: own.chance(SHARED_HOUSING) ? 'institution_or_shared' : 'dwelling',
        corporation: own.chance(plan.corporationShare),
      });
    }
  });
  const careCentres = placeCareCentres(areas.buurten, drafts);
  for (const centre of careCentres) drafts[centre.address]!.kind = 'institution_or_shared';
  const addresses = drafts.map((draft, i): DemoAddress => ({
    ...draft,
    id: `990101${String(i + 1).padStart(10, '0')}`,
    cell: cellOf(draft.point),
    corporation: draft.corporation && draft.kind === 'dwelling',
    nearCare: careCentres.some((centre) => distance(centre.point, draft.point) <= NEAR_CARE_METRES),
  }));
  return { streets, addresses, careCentres };
}

/** Each care centre at the address closest to the middle of its buurt. */
function placeCareCentres(buurten: DrawnAreas['buurten'], drafts: readonly Draft[]): CareCentre[] {
  const names = WIJKEN.flatMap((wijk) => wijk.buurten.map((buurt) => buurt.name));
  return CARE_CENTRES.map(({ name, buurt }) => {
    const index = names.indexOf(buurt);
    const middle = centroid(buurten[index]!.rings[0]!);
    let address = -1;
    let closest = Infinity;
    drafts.forEach((draft, i) => {
      if (draft.buurt !== index || distance(draft.point, middle) >= closest) return;
      closest = distance(draft.point, middle);
      address = i;
    });
    return { name, address, point: drafts[address]!.point };
  });
}
