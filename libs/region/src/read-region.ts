import type { Area, AreaGeometry } from '@datalab/domain';
import { checkCoverage } from './check-coverage.js';
import { featuresOf, readGeometry } from './read-geometry.js';
import { regionDescriptionSchema, type LevelDescription, type RegionDescription } from './region-description.js';
import { error, type RegionFault } from './region-fault.js';
import { readTable, type TableLine } from './read-table.js';

export interface RegionArea extends Area {
  /** The area itself and all above it, lowest first. */
  lineage: string[];
  geometry: AreaGeometry | null;
}

export interface RegionAddress {
  addressId: string;
  postcode: string;
  number: number;
  letter: string;
  addition: string;
  areaCode: string;
  gridCell: string | null;
  kind: string;
  nearCare: boolean;
}

export interface Region {
  description: RegionDescription;
  /** Highest level first, then in the order of the files. */
  areas: RegionArea[];
  addresses: RegionAddress[];
  postcodes: { postcode: string; areaCode: string }[];
}

/**
 * Reads the files of a region folder (name → text) and checks them all before it gives up: every fault is told with the file and the feature.
 * `region` is there when no fault is an error. Geometry comes out in WGS84, whatever it was in.
 */
export function readRegion(files: ReadonlyMap<string, string>): { region?: Region; faults: RegionFault[] } {
  const description = readDescription(files);
  if ('faults' in description) return description;
  const reading = new RegionReading(files, description);
  return reading.read();
}

function readDescription(files: ReadonlyMap<string, string>): RegionDescription | { faults: RegionFault[] } {
  const text = files.get('region.json');
  if (text === undefined) return { faults: [error('region.json', '', 'file.missing', 'is not in the folder')] };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return { faults: [error('region.json', '', 'file.malformed', 'is not JSON')] };
  }
  const parsed = regionDescriptionSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  return {
    faults: parsed.error.issues.map(({ path, message }) =>
      error('region.json', path.join('.'), 'file.malformed', message),
    ),
  };
}

class RegionReading {
  private readonly faults: RegionFault[] = [];
  private readonly areas = new Map<string, Omit<RegionArea, 'lineage'>>();

  constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly description: RegionDescription,
  ) {}

  read(): { region?: Region; faults: RegionFault[] } {
    for (const level of this.description.levels) this.readLevel(level);
    this.readAreaTable();
    this.checkLevels();
    const addresses = this.readAddresses();
    const postcodes = this.readPostcodes();
    if (this.faults.some(({ severity }) => severity === 'error')) return { faults: this.faults };
    const ranks = new Map(this.description.levels.map(({ code }, rank) => [code, rank]));
    const areas = [...this.areas.values()]
      .map((area) => ({ ...area, lineage: this.lineageOf(area.code) }))
      .sort((a, b) => ranks.get(a.level)! - ranks.get(b.level)!);
    return { region: { description: this.description, areas, addresses, postcodes }, faults: this.faults };
  }

  private readLevel(level: LevelDescription): void {
    if (level.file === undefined) return;
    const { file } = level;
    const text = this.files.get(file);
    const features = text === undefined ? undefined : featuresOf(text);
    if (text === undefined) this.faults.push(error(file, '', 'file.missing', 'is not in the folder'));
    else if (features === undefined)
      this.faults.push(error(file, '', 'file.malformed', 'is not a GeoJSON FeatureCollection'));
    const names = level.properties ?? this.description.properties;
    features?.forEach(({ properties, geometry }, position) => {
      const text = (name: string | undefined) => (name === undefined ? '' : String(properties[name] ?? '').trim());
      const code = withPrefix(text(names.code), level.codePrefix);
      const title = code === '' ? `feature ${position + 1}` : `${text(names.name)} (${code})`;
      if (code === '') return void this.faults.push(error(file, title, 'code.missing', `has no "${names.code}"`));
      const outline = readGeometry(geometry, this.description.crs, file, title);
      if ('fault' in outline) this.faults.push(outline.fault);
      this.add(file, title, {
        code,
        name: text(names.name) || code,
        level: level.code,
        parentCode: withPrefix(text(names.parent), this.levelAbove(level)?.codePrefix) || null,
        population: this.figure(file, title, text(names.population)),
        households: this.figure(file, title, text(names.households)),
        geometry: 'fault' in outline ? null : outline.geometry,
      });
    });
    const drawn = [...this.areas.values()].filter((area) => area.level === level.code);
    this.faults.push(...checkCoverage(file, drawn));
  }

  private add(file: string, title: string, area: Omit<RegionArea, 'lineage'>): void {
    if (this.areas.has(area.code))
      this.faults.push(error(file, title, 'code.duplicate', 'has a code that another area has'));
    else this.areas.set(area.code, area);
  }

  /** Figures of areas that have an outline, and areas that have none. */
  private readAreaTable(): void {
    const file = 'areas.csv';
    for (const line of this.table(file, ['code', 'name', 'level', 'parent', 'population', 'households'])) {
      const title = `line ${line.number}`;
      const known = this.areas.get(line.cells.code!);
      const population = this.figure(file, title, line.cells.population!);
      const households = this.figure(file, title, line.cells.households!);
      if (known !== undefined) {
        known.population = population ?? known.population;
        known.households = households ?? known.households;
        known.parentCode = line.cells.parent || known.parentCode;
        continue;
      }
      const { code, name, level, parent } = line.cells as Record<string, string>;
      if (!this.description.levels.some((row) => row.code === level))
        this.faults.push(error(file, title, 'area.unknown', 'is of a level that region.json does not name'));
      else
        this.add(file, title, {
          code: code!,
          name: name!,
          level: level!,
          parentCode: parent || null,
          population,
          households,
          geometry: null,
        });
    }
  }

  /** Every area but the highest lies in one of the level above; every area of the lowest level has an outline. */
  private checkLevels(): void {
    const { levels } = this.description;
    if (levels.at(-1)!.file === undefined)
      this.faults.push(
        error('region.json', levels.at(-1)!.code, 'geometry.missing', 'the lowest level needs a geometry file'),
      );
    for (const area of this.areas.values()) {
      const rank = levels.findIndex(({ code }) => code === area.level);
      const above = levels[rank - 1];
      const title = `${area.name} (${area.code})`;
      const file = levels[rank]!.file ?? 'areas.csv';
      if (above === undefined) area.parentCode = null;
      else if (area.parentCode === null)
        this.faults.push(error(file, title, 'parent.missing', `does not say in which ${above.name} it lies`));
      else if (this.areas.get(area.parentCode)?.level !== above.code)
        this.faults.push(
          error(
            file,
            title,
            'parent.unknown',
            `lies in "${area.parentCode}", which is no ${above.name} of this region`,
          ),
        );
    }
  }

  private readAddresses(): RegionAddress[] {
    const file = 'addresses.csv';
    const columns = [
      'address_id',
      'postcode',
      'number',
      'letter',
      'addition',
      'area_code',
      'grid_cell',
      'kind',
      'near_care',
    ];
    return this.table(file, columns).map(({ cells, number }) => {
      this.checkLowest(file, number, cells.area_code!);
      const houseNumber = Number(cells.number);
      if (!Number.isInteger(houseNumber) || houseNumber < 0)
        this.faults.push(error(file, `line ${number}`, 'figure.malformed', 'has a house number that is not a number'));
      return {
        addressId: cells.address_id!,
        postcode: cells.postcode!,
        number: houseNumber,
        letter: cells.letter!,
        addition: cells.addition!,
        areaCode: cells.area_code!,
        gridCell: cells.grid_cell || null,
        kind: cells.kind!,
        nearCare: cells.near_care === 'true',
      };
    });
  }

  private readPostcodes(): Region['postcodes'] {
    const file = 'postcodes.csv';
    return this.table(file, ['postcode', 'area_code']).map(({ cells, number }) => {
      this.checkLowest(file, number, cells.area_code!);
      return { postcode: cells.postcode!, areaCode: cells.area_code! };
    });
  }

  private checkLowest(file: string, line: number, code: string): void {
    if (this.areas.get(code)?.level !== this.description.levels.at(-1)!.code)
      this.faults.push(error(file, `line ${line}`, 'area.unknown', 'names an area that is none of the lowest level'));
  }

  private table(file: string, columns: readonly string[]): TableLine[] {
    const text = this.files.get(file);
    if (text === undefined) return [];
    const { lines, faults } = readTable(file, text, columns);
    this.faults.push(...faults);
    return lines;
  }

  /** A whole number, or null where nothing stands there. CBS writes -99995 and -99997 for "not available" and "secret". */
  private figure(file: string, title: string, text: string): number | null {
    if (text === '') return null;
    const value = Number(text);
    if (value <= -99_990) return null;
    if (Number.isInteger(value) && value >= 0) return value;
    this.faults.push(
      error(file, title, 'figure.malformed', 'has a population or number of households that is not a number'),
    );
    return null;
  }

  private levelAbove(level: LevelDescription): LevelDescription | undefined {
    return this.description.levels[this.description.levels.indexOf(level) - 1];
  }

  private lineageOf(code: string): string[] {
    const parent = this.areas.get(code)!.parentCode;
    return parent === null ? [code] : [code, ...this.lineageOf(parent)];
  }
}

const withPrefix = (code: string, prefix = ''): string =>
  code === '' || code.startsWith(prefix) ? code : prefix + code;
