import type { AreaRule } from '@datalab/intake';

export type AreaBy = AreaRule['by'];

/** One column that an area rule reads. */
export interface AreaColumn {
  name: 'column' | 'postcode' | 'number' | 'letter' | 'addition' | 'longitude' | 'latitude' | 'x' | 'y';
  column: string | undefined;
  isRequired: boolean;
}

const column = (name: AreaColumn['name'], value: string | undefined, isRequired = true): AreaColumn => ({
  name,
  column: value,
  isRequired,
});

/** The columns of a rule, in the order of the form. */
export function areaColumns(rule: AreaRule): AreaColumn[] {
  switch (rule.by) {
    case 'code':
    case 'name':
    case 'postcode':
      return [column('column', rule.column)];
    case 'address':
      return [
        column('postcode', rule.postcode),
        column('number', rule.number),
        column('letter', rule.letter, false),
        column('addition', rule.addition, false),
      ];
    case 'point':
      return rule.point.in === 'rd'
        ? [column('x', rule.point.x), column('y', rule.point.y)]
        : [column('longitude', rule.point.longitude), column('latitude', rule.point.latitude)];
    case 'constant':
      return [];
  }
}

/** The same rule with one column changed; `undefined` only for a column that may be absent. */
export function withAreaColumn(rule: AreaRule, name: AreaColumn['name'], value: string | undefined): AreaRule {
  if (rule.by === 'point') return { ...rule, point: { ...rule.point, [name]: value ?? '' } };
  const next = { ...rule, [name]: value ?? '' };
  if (value === undefined && (name === 'letter' || name === 'addition')) delete (next as Record<string, unknown>)[name];
  return next;
}

/** A rule of another kind, its columns still to be chosen. */
export function newAreaRule(by: AreaBy, lowestLevel: string): AreaRule {
  switch (by) {
    case 'code':
      return { by, column: '' };
    case 'name':
      return {
        by,
        column: '',
        level: lowestLevel,
        firstIsHigher: false,
        higherNames: [],
        aliases: {},
        unknown: 'refuse',
      };
    case 'postcode':
      return { by, column: '' };
    case 'address':
      return { by, postcode: '', number: '' };
    case 'point':
      return { by, point: { in: 'wgs84', longitude: '', latitude: '' } };
    case 'constant':
      return { by, code: '' };
  }
}

export const pointIn = (rule: AreaRule, system: 'wgs84' | 'rd'): AreaRule =>
  rule.by !== 'point'
    ? rule
    : {
        by: 'point',
        point: system === 'rd' ? { in: 'rd', x: '', y: '' } : { in: 'wgs84', longitude: '', latitude: '' },
      };
