import type { Area, AreaGeometry, AreaLevel } from '@datalab/domain';
import { AddressList, type AddressEntry } from './address-list.js';
import { AreaLocator } from './area-locator.js';
import { canonicalPostcode } from './canonical-address.js';
import { codeShapes } from './code-shape.js';
import { foldLossyName, foldName } from './fold-name.js';

export interface RegionLevel extends AreaLevel {
  /** What the codes of this level begin with where partners leave it out: `BU0758`. */
  codePrefix?: string;
}

/** All that a client needs to know of a region to derive areas by itself; nothing of it is about persons. */
export interface RegionDefinition {
  code: string;
  name: string;
  country: string;
  timeZone: string;
  divisionYear: number;
  /** Highest first. */
  levels: readonly RegionLevel[];
  areas: readonly Area[];
  /** Outlines of the lowest level in WGS84, by code; without them a point gives no area. */
  geometry?: Iterable<readonly [code: string, geometry: AreaGeometry]>;
  addresses?: Iterable<AddressEntry>;
  /** Postcode of six positions → code of the lowest level in which most of it lies. */
  postcodes?: Iterable<readonly [postcode: string, areaCode: string]>;
}

/** A region ready for looking up: built once per file, then only read. Throws RangeError where it has no level or an area of no level. */
export class RegionContext {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly divisionYear: number;
  readonly levels: readonly RegionLevel[];
  readonly lowestLevel: string;
  readonly areas: readonly Area[];
  /** Code → code of its level. */
  readonly areaCodes: ReadonlyMap<string, string>;
  readonly addresses: AddressList;
  readonly hasGeometry: boolean;
  readonly isWellFormedCode: (code: string) => boolean;
  readonly #locator: AreaLocator;
  readonly #postcodes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, Area[]>();
  readonly #lossyNames = new Map<string, Area[]>();

  constructor(definition: RegionDefinition) {
    const { code, name, country, timeZone, divisionYear, levels, areas } = definition;
    this.code = code;
    this.name = name;
    this.country = country;
    this.timeZone = timeZone;
    this.divisionYear = divisionYear;
    this.levels = levels;
    this.areas = areas;
    const lowest = levels.at(-1);
    if (lowest === undefined) throw new RangeError('a region has at least one level');
    this.lowestLevel = lowest.code;
    const rank = new Map(levels.map((level, i) => [level.code, i]));
    this.areaCodes = new Map(areas.map((area) => [area.code, area.level]));
    const ordered = [...areas].sort((a, b) => (rank.get(a.level) ?? -1) - (rank.get(b.level) ?? -1));
    for (const area of ordered) {
      if (!rank.has(area.level)) throw new RangeError(`area ${area.code} is of a level that the region does not have`);
      append(this.#names, foldName(area.name), area);
      append(this.#lossyNames, foldLossyName(area.name), area);
    }
    const geometry = [...(definition.geometry ?? [])];
    this.hasGeometry = geometry.length > 0;
    this.#locator = new AreaLocator(geometry);
    this.isWellFormedCode = codeShapes(this.areaCodes.keys());
    const addresses = [...(definition.addresses ?? [])];
    this.addresses = new AddressList(addresses);
    // Without a table of postcodes the addresses tell: where one postcode has two areas, the first by code.
    const ofAddresses = addresses.map(({ postcode, areaCode }) => [postcode, areaCode] as const).sort();
    this.#postcodes = new Map(
      [...(definition.postcodes ?? ofAddresses.reverse())].map(([code, area]) => [
        canonicalPostcode(code) ?? code,
        area,
      ]),
    );
  }

  /** Lowest-level area that holds the point (WGS84 degrees), or undefined where it lies outside the region. */
  areaAt(longitude: number, latitude: number): string | undefined {
    return this.#locator.areaAt(longitude, latitude);
  }

  /** Lowest-level area of a postcode of six positions in canonical form (`1234AB`). */
  areaOfPostcode(postcode: string): string | undefined {
    return this.#postcodes.get(postcode);
  }

  /**
   * Areas of any level with this name, highest level first, whatever its case and accents. Only where none has it, those whose name an
   * export has stripped of its letters with an accent ("Chass" is Chassé).
   */
  areasNamed(name: string): readonly Area[] {
    return this.#names.get(foldName(name)) ?? this.#lossyNames.get(foldName(name)) ?? [];
  }
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
