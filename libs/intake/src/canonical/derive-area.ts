import { canonicalPostcode } from '../region/canonical-address.js';
import { gridCellOf } from '../region/grid-cell.js';
import type { RegionContext } from '../region/region-context.js';
import { Refusal } from '../reading/refusal.js';
import { AREA_FAULTS } from '../schema/field-check.js';
import type { Columns } from '../mapping/columns.js';
import type { AreaRule } from '../mapping/mapping.js';
import { areaByName } from './area-by-name.js';
import { ELSEWHERE, isNoPlace, NOWHERE, type AreaOutcome, type AreaReader, type Place } from './place.js';
import { addressReader } from './read-address.js';
import { pointReader } from './read-point.js';

/**
 * The area of each row by the mapping's rule. Blank → no area; well formed but of another region → outside; malformed, or
 * bearing the region's own prefix without existing in this division year → a fault. `lowestOnly` for records, whose area must be of the
 * lowest level. Throws Refusal where the region lacks what the rule needs.
 */
export function areaReader(
  rule: AreaRule | undefined,
  columns: Columns,
  region: RegionContext,
  lowestOnly: boolean,
): AreaReader {
  if (rule === undefined) return () => NOWHERE;
  switch (rule.by) {
    case 'constant':
      return constantArea(rule.code, region, lowestOnly);
    case 'code':
      return areaByCode(rule, columns, region, lowestOnly);
    case 'name':
      return areaByName(rule, columns, region);
    case 'postcode':
      return areaByPostcode(rule.column, columns, region);
    case 'address':
      return areaByAddress(rule, columns, region);
    case 'point':
      return areaByPoint(rule, columns, region);
  }
}

function constantArea(code: string, region: RegionContext, lowestOnly: boolean): AreaReader {
  const level = region.areaCodes.get(code);
  if (level === undefined || (lowestOnly && level !== region.lowestLevel))
    throw new Refusal('mapping.area-unknown', 'Het vaste gebied in de vertaling bestaat niet in deze regio.');
  const outcome: AreaOutcome = { place: { placement: 'in_region', areaCode: code } };
  return () => outcome;
}

function areaByCode(
  rule: Extract<AreaRule, { by: 'code' }>,
  columns: Columns,
  region: RegionContext,
  lowestOnly: boolean,
): AreaReader {
  const read = columns.reader(rule.column);
  const prefixes = region.levels.flatMap((level) => level.codePrefix ?? []);
  const judge = (text: string): AreaOutcome => {
    if (isNoPlace(text)) return NOWHERE;
    const code = rule.prefix === undefined || text.startsWith(rule.prefix) ? text : rule.prefix + text;
    const level = region.areaCodes.get(code);
    if (level !== undefined) {
      if (lowestOnly && level !== region.lowestLevel) return { fault: AREA_FAULTS.level, column: rule.column };
      return { place: { placement: 'in_region', areaCode: code } };
    }
    if (!region.isWellFormedCode(code)) return { fault: AREA_FAULTS.malformed, column: rule.column };
    return prefixes.some((prefix) => code.startsWith(prefix))
      ? { fault: AREA_FAULTS.unknown, column: rule.column }
      : ELSEWHERE;
  };
  const known = new Map<string, AreaOutcome>();
  return (cells) => {
    const text = read(cells);
    const found = known.get(text) ?? judge(text);
    if (known.size < 50_000) known.set(text, found);
    return found;
  };
}

function areaByPostcode(column: string, columns: Columns, region: RegionContext): AreaReader {
  const read = columns.reader(column);
  return (cells) => {
    const text = read(cells);
    if (isNoPlace(text)) return NOWHERE;
    const postcode = canonicalPostcode(text);
    return postcode === undefined ? NOWHERE : placeOfPostcode(postcode, region);
  };
}

function placeOfPostcode(postcode: string, region: RegionContext): AreaOutcome {
  const areaCode = region.areaOfPostcode(postcode);
  return areaCode === undefined ? ELSEWHERE : { place: { placement: 'in_region', areaCode } };
}

function areaByAddress(
  rule: Extract<AreaRule, { by: 'address' }>,
  columns: Columns,
  region: RegionContext,
): AreaReader {
  if (region.addresses.size === 0)
    throw new Refusal(
      'region.no-addresses',
      'Deze regio heeft geen adressenlijst, zodat een adres geen gebied oplevert.',
    );
  const read = addressReader(rule, columns);
  return (cells) => {
    const parts = read(cells);
    const { found, cause } = region.addresses.find(parts);
    if (found !== undefined) {
      const place: Place = { placement: 'in_region', areaCode: found.areaCode, address: found };
      if (found.gridCell !== undefined) place.gridCell = found.gridCell;
      return { place };
    }
    const code = canonicalPostcode(parts.postcode);
    const outcome = code === undefined ? NOWHERE : placeOfPostcode(code, region);
    return { place: { ...outcome.place!, addressCause: cause } };
  };
}

function areaByPoint(rule: Extract<AreaRule, { by: 'point' }>, columns: Columns, region: RegionContext): AreaReader {
  if (!region.hasGeometry)
    throw new Refusal(
      'region.no-geometry',
      'Deze regio heeft geen grenzen, zodat een coördinaat geen gebied oplevert.',
    );
  const read = pointReader(rule.point, columns);
  return (cells) => {
    const { point, fault, column } = read(cells);
    if (fault !== undefined) return { fault, column };
    if (point === undefined) return NOWHERE;
    const areaCode = region.areaAt(...point);
    if (areaCode === undefined) return ELSEWHERE;
    const place: Place = { placement: 'in_region', areaCode };
    const gridCell = region.country === 'NL' ? gridCellOf(...point) : undefined;
    if (gridCell !== undefined) place.gridCell = gridCell;
    return { place };
  };
}
