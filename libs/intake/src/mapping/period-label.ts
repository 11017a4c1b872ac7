import { monthNumber } from './month-name.js';

const pad = (month: number): string => String(month).padStart(2, '0');

/**
 * Reads a period as tables write it, in a cell or above a column: `2012`, `2022*` (provisional), `2012 januari`, `jan 2012`, `2012-01`,
 * `2012MM01`, `2012JJ00`, `2012KW03`, `2012-Q3`, `2012 3e kwartaal`. Gives `2012`, `2012-01` or `2012-Q3`; undefined for
 * anything else. A day is no period.
 */
export function parsePeriodLabel(label: string): string | undefined {
  const text = label
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s?\*+$/, '');
  const coded = /^((?:19|20)\d{2})(?:(jj)00|(mm)(0[1-9]|1[0-2])|(kw)0([1-4]))$/.exec(text);
  if (coded !== null) {
    const [, year, , month, monthNo, , quarter] = coded;
    return month !== undefined ? `${year}-${monthNo}` : quarter !== undefined ? `${year}-Q${quarter}` : year;
  }
  const numbered = /^((?:19|20)\d{2})(?:[-/](0?[1-9]|1[0-2]))?$/.exec(text);
  if (numbered !== null) return numbered[2] === undefined ? numbered[1] : `${numbered[1]}-${pad(Number(numbered[2]))}`;
  const year = /(?:^|[ -])((?:19|20)\d{2})(?:$|[ -])/.exec(text)?.[1];
  if (year === undefined) return undefined;
  const rest = text.replace(year, '').replace(/^[ -]+|[ -]+$/g, '');
  const month = monthNumber(rest);
  if (month !== undefined) return `${year}-${pad(month)}`;
  const quarter = /^(?:q([1-4])|([1-4])(?:e|st|nd|rd|th)? ?(?:kwartaal|quarter)|(?:kwartaal|quarter) ?([1-4]))$/.exec(
    rest,
  );
  const number = quarter?.[1] ?? quarter?.[2] ?? quarter?.[3];
  return number === undefined ? undefined : `${year}-Q${number}`;
}
