import type { Area } from '@datalab/domain';
import { Refusal } from '../reading/refusal.js';
import { foldName } from '../region/fold-name.js';
import type { RegionContext } from '../region/region-context.js';
import type { Fault } from '../schema/field-check.js';
import type { Columns } from '../mapping/columns.js';
import type { AreaRule } from '../mapping/mapping.js';
import { isNoPlace, type AreaOutcome, type AreaReader } from './place.js';

const UNKNOWN: Fault = { code: 'area.unknown-name', message: 'Geen enkel gebied van deze regio heeft deze naam.' };
const AMBIGUOUS: Fault = {
  code: 'area.ambiguous-name',
  message: 'Meer gebieden op dit niveau heten zo; gebruik de gebiedscode of kies per naam een gebied.',
};
const REPEATED: Fault = {
  code: 'area.repeated-name',
  message: 'Deze naam komt vaker voor dan er gebieden met die naam zijn, binnen één periode en categorie.',
};

/** A level that the region does not have but the file does (wijken where only buurten are loaded). */
const ABOVE_ALL = '(hoger)';
const MAX_REMEMBERED = 20_000;

interface Named {
  folded: string;
  areas: readonly Area[];
  /** Highest first. */
  levels: readonly string[];
}

/**
 * Areas by their name. A file may name areas of several levels in one column, and one name may be of two levels (wijk and buurt
 * Teteringen): then the first of its rows within a group is the highest level, or the mapping says which level is meant.
 */
export function areaByName(
  rule: Extract<AreaRule, { by: 'name' }>,
  columns: Columns,
  region: RegionContext,
): AreaReader {
  if (!region.levels.some((level) => level.code === rule.level))
    throw new Refusal('mapping.level-unknown', 'Het gebiedsniveau in de vertaling bestaat niet in deze regio.');
  const read = columns.reader(rule.column);
  const aliases = new Map(Object.entries(rule.aliases).map(([name, code]) => [foldName(name), code]));
  const above = new Set(rule.higherNames.map(foldName));
  const remembered = new Map<string, Named>();
  const namedBy = (name: string): Named => {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const folded = foldName(name);
    const alias = aliases.get(folded);
    const aliased = region.areas.filter((area) => area.code === alias);
    const areas = aliased.length > 0 ? aliased : region.areasNamed(name);
    const levels = [...new Set(areas.map((area) => area.level))];
    const named = { folded, areas, levels: above.has(folded) ? [ABOVE_ALL, ...levels] : levels };
    if (remembered.size < MAX_REMEMBERED) remembered.set(name, named);
    return named;
  };
  const seen = new Map<string, number>();

  const outcomeAt = (named: Named, level: string): AreaOutcome => {
    if (level !== rule.level) return { skip: 'other_level' };
    const areas = named.areas.filter((area) => area.level === level);
    return areas.length === 1
      ? { place: { placement: 'in_region', areaCode: areas[0]!.code } }
      : { fault: AMBIGUOUS, column: rule.column };
  };

  return (cells, group) => {
    const name = read(cells);
    if (isNoPlace(name)) return { place: { placement: 'no_area' } };
    const named = namedBy(name);
    const { folded, levels } = named;
    if (levels.length === 0) {
      if (rule.unknown === 'refuse') return { fault: UNKNOWN, column: rule.column };
      return rule.unknown === 'other_level' ? { skip: 'other_level' } : { place: { placement: 'outside_region' } };
    }
    if (levels.length === 1) return outcomeAt(named, levels[0]!);
    if (!rule.firstIsHigher) return outcomeAt(named, levels.includes(rule.level) ? rule.level : levels[0]!);
    const key = `${group}\n${folded}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const level = levels[before];
    return level === undefined ? { fault: REPEATED, column: rule.column } : outcomeAt(named, level);
  };
}
