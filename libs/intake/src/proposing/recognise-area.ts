import type { AreaRule, PointRule } from '../mapping/mapping.js';
import { readDecimal } from '../mapping/read-number.js';
import { canonicalPostcode } from '../region/canonical-address.js';
import { foldName } from '../region/fold-name.js';
import type { RegionContext } from '../region/region-context.js';
import { isNoPlace } from '../canonical/place.js';
import { columnsNamed } from './column-names.js';
import { shareOf, type ColumnProfile, type Profiles } from './column-profile.js';
import type { Question } from './question.js';

const MOST = 0.8;
const SOME = 0.05;

/**
 * The rule that most likely gives the area, by what the columns hold: a code of the region, an address where the region has a list
 * (it gives the household key too), a point, a postcode, a name.
 */
export function proposeArea(
  header: readonly string[],
  profiles: Profiles,
  region: RegionContext,
  kind: 'records' | 'counts' | 'provision_use',
): { area?: AreaRule; questions: Question[] } {
  const address = kind === 'counts' ? undefined : addressRule(header, profiles, region);
  const area = address ?? codeRule(header, profiles, region) ?? placeRule(header, profiles, region, kind);
  if (area !== undefined) return { area, questions: area.by === 'name' ? nameQuestions(area, profiles, region) : [] };
  return {
    questions: [
      {
        code: 'area.none',
        field: 'area',
        message: 'Geen kolom is herkend waaruit het gebied volgt. Kies er een, of lever zonder gebied.',
        needed: true,
        columns: [...header],
      },
    ],
  };
}

/** Columns with a point, for the area or for the 200 m cell. */
export function pointRule(header: readonly string[], profiles: Profiles): PointRule | undefined {
  const numeric = (column: string | undefined) =>
    column !== undefined && shareOf(profiles.get(column), (value) => !Number.isNaN(readDecimal(value))) >= MOST;
  const [longitude] = columnsNamed(header, 'longitude').filter(numeric);
  const [latitude] = columnsNamed(header, 'latitude').filter(numeric);
  if (longitude !== undefined && latitude !== undefined) return { in: 'wgs84', longitude, latitude };
  const [x] = columnsNamed(header, 'rdX').filter(numeric);
  const [y] = columnsNamed(header, 'rdY').filter(numeric);
  return x !== undefined && y !== undefined ? { in: 'rd', x, y } : undefined;
}

function addressRule(header: readonly string[], profiles: Profiles, region: RegionContext): AreaRule | undefined {
  if (region.addresses.size === 0) return undefined;
  const postcode = postcodeColumn(header, profiles);
  const [number] = columnsNamed(header, 'number').filter(
    (column) => shareOf(profiles.get(column), (value) => /^\d{1,5}/.test(value)) >= MOST,
  );
  if (postcode === undefined || number === undefined) return undefined;
  const [letter] = columnsNamed(header, 'letter');
  const [addition] = columnsNamed(header, 'addition');
  return {
    by: 'address',
    postcode,
    number,
    ...(letter === undefined ? {} : { letter }),
    ...(addition === undefined ? {} : { addition }),
  };
}

function postcodeColumn(header: readonly string[], profiles: Profiles): string | undefined {
  return columnsNamed(header, 'postcode').find(
    (column) => shareOf(profiles.get(column), (value) => canonicalPostcode(value) !== undefined) >= MOST,
  );
}

function codeRule(header: readonly string[], profiles: Profiles, region: RegionContext): AreaRule | undefined {
  const named = columnsNamed(header, 'areaCode');
  const candidates = [...named, ...header.filter((column) => !named.includes(column))];
  const prefixes = [undefined, ...region.levels.flatMap((level) => level.codePrefix ?? [])];
  for (const column of candidates) {
    const profile = profiles.get(column);
    for (const prefix of prefixes) {
      const codeOf = (value: string) => (prefix === undefined ? value : prefix + value);
      const known = shareOf(profile, (value) => region.areaCodes.has(codeOf(value)));
      const shaped = shareOf(profile, (value) => isNoPlace(value) || region.isWellFormedCode(codeOf(value)));
      // A bare number may look like a code by chance: without a telling name nearly all must be known.
      const enough = named.includes(column) ? SOME : prefix === undefined ? SOME : 0.95;
      if (known >= enough && known > 0 && shaped >= MOST)
        return { by: 'code', column, ...(prefix === undefined ? {} : { prefix }) };
    }
  }
  return undefined;
}

function placeRule(
  header: readonly string[],
  profiles: Profiles,
  region: RegionContext,
  kind: 'records' | 'counts' | 'provision_use',
): AreaRule | undefined {
  const point = kind === 'counts' || !region.hasGeometry ? undefined : pointRule(header, profiles);
  if (point !== undefined) return { by: 'point', point };
  const postcode = postcodeColumn(header, profiles);
  if (postcode !== undefined) return { by: 'postcode', column: postcode };
  const column = columnsNamed(header, 'areaName').find(
    (name) => shareOf(profiles.get(name), (value) => region.areasNamed(value).length > 0) >= 0.3,
  );
  return column === undefined ? undefined : nameRule(profiles.get(column)!, region);
}

/** The level that most distinct names are of; a name of two levels says nothing about it. */
function nameRule(profile: ColumnProfile, region: RegionContext): AreaRule {
  const votes = new Map<string, number>();
  let onTwoLevels = false;
  for (const name of new Set([...profile.distinct.keys()].map(foldName))) {
    const levels = new Set(region.areasNamed(name).map((area) => area.level));
    if (levels.size > 1) onTwoLevels = true;
    if (levels.size === 1) for (const level of levels) votes.set(level, (votes.get(level) ?? 0) + 1);
  }
  const level = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? region.lowestLevel;
  return {
    by: 'name',
    column: profile.column,
    level,
    firstIsHigher: onTwoLevels && votes.size > 1,
    higherNames: [],
    aliases: {},
    unknown: 'refuse',
  };
}

function nameQuestions(area: AreaRule & { by: 'name' }, profiles: Profiles, region: RegionContext): Question[] {
  const names = [...profiles.get(area.column)!.distinct];
  const unknown = names.filter(([name]) => !isNoPlace(name) && region.areasNamed(name).length === 0);
  const questions: Question[] = [];
  if (area.firstIsHigher)
    questions.push({
      code: 'area.two-levels',
      field: 'area',
      message:
        'Sommige namen zijn zowel van een hoger gebied als van een lager. Aangenomen is dat het hogere steeds eerst komt.',
      needed: false,
      columns: [area.column],
    });
  if (unknown.length > 0)
    questions.push({
      code: 'area.unknown-names',
      field: 'area',
      message:
        'Deze namen komen in de regio niet voor. Wijs per naam een gebied aan, of kies dat ze buiten de regio liggen.',
      needed: true,
      columns: [area.column],
      values: unknown.map(([code, count]) => ({ code, count })),
    });
  return questions;
}
