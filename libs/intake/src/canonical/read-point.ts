import { gridCellOf } from '../region/grid-cell.js';
import { rdToWgs84 } from '../region/projection.js';
import type { Columns } from '../mapping/columns.js';
import type { PointRule } from '../mapping/mapping.js';
import { readDecimal } from '../mapping/read-number.js';
import type { Fault } from '../schema/field-check.js';

const MALFORMED: Fault = { code: 'point.malformed', message: 'De coördinaat is geen getal.' };
const OUT_OF_RANGE: Fault = {
  code: 'point.out-of-range',
  message: 'De coördinaat ligt buiten het bereik van het gekozen stelsel; zijn de kolommen verwisseld?',
};

export type ReadPoint =
  | { point: [longitude: number, latitude: number] | undefined; fault?: undefined; column?: undefined }
  | { fault: Fault; column: string; point?: undefined };

/** Reads a point as WGS84 degrees. Two blanks, or the zero point that systems write for "none", are no point. */
export function pointReader(rule: PointRule, columns: Columns): (cells: readonly string[]) => ReadPoint {
  const names = rule.in === 'rd' ? ([rule.x, rule.y] as const) : ([rule.longitude, rule.latitude] as const);
  const readers = names.map((name) => columns.reader(name));
  return (cells) => {
    const texts = readers.map((read) => read(cells));
    if (texts.every((text) => text === '' || /^0(?:[.,]0*)?$/.test(text))) return { point: undefined };
    const [x, y] = texts.map(readDecimal) as [number, number];
    if (Number.isNaN(x) || Number.isNaN(y)) return { fault: MALFORMED, column: names[Number.isNaN(x) ? 0 : 1] };
    if (rule.in === 'rd')
      return x < -10_000 || x > 400_000 || y < 200_000 || y > 700_000
        ? { fault: OUT_OF_RANGE, column: names[0] }
        : { point: rdToWgs84(x, y) };
    return Math.abs(x) > 180 || Math.abs(y) > 90 ? { fault: OUT_OF_RANGE, column: names[0] } : { point: [x, y] };
  };
}

/** The 200 m cell of a point beside an area that was found otherwise; undefined without a point or outside the Netherlands. */
export function gridOfPoint(
  rule: PointRule,
  columns: Columns,
  region: { country: string },
): (cells: readonly string[], tell: (column: string, fault: Fault) => void) => string | undefined {
  const read = pointReader(rule, columns);
  return (cells, tell) => {
    const { point, fault, column } = read(cells);
    if (fault !== undefined) tell(column, fault);
    return point === undefined || region.country !== 'NL' ? undefined : gridCellOf(...point);
  };
}
