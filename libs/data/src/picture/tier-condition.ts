import type { CellView } from './picture.read-model.js';

/** Which rows of `cell` a view lets through; `areaColumn` says of what area a cell is. */
export const tierCondition = (
  { tier, labAreas }: CellView,
  bind: (value: unknown) => string,
  areaColumn = 'area_code',
): string => {
  if (tier === 'own') return `tier = 'own'`;
  if (labAreas === undefined) return `tier = 'lab'`;
  const mine = bind(labAreas);
  return `((tier = 'lab' and ${areaColumn} = any(${mine})) or (tier = 'public' and ${areaColumn} <> all(${mine})))`;
};
