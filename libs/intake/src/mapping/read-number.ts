/** What tables write where a figure is secret, unknown or not available: not a zero. */
const NOT_AVAILABLE = new Set([
  '',
  '.',
  '..',
  '-',
  'x',
  '*',
  'n.b.',
  'nb',
  'onbekend',
  'na',
  'n/a',
  'nan',
  'null',
  '?',
]);

export type ReadCount =
  { count: number; cause?: undefined } | { count?: undefined; cause: 'not_available' | 'malformed' };

/**
 * Reads a count as tables write it: padded with spaces (`   121`), as a float of another program (`92.0`), with thousands marks
 * where the file's decimal mark leaves no doubt (`1.234` beside `2,5`; `1 234`). A dot, dash, x or blank is "not available" and never
 * zero; a fraction or a negative number is malformed.
 */
export function readCount(text: string, decimal: '.' | ','): ReadCount {
  const cell = text.trim();
  if (/^\d{1,15}$/.test(cell)) return { count: Number(cell) };
  if (NOT_AVAILABLE.has(cell.toLowerCase())) return { cause: 'not_available' };
  const spaced = cell.replace(/^\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?=$|[.,])/, (number) => number.replace(/\D/g, ''));
  const plain =
    decimal === ',' ? spaced.replace(/^\d{1,3}(?:\.\d{3})+(?=$|,)/, (number) => number.replaceAll('.', '')) : spaced;
  const found = /^(\d{1,15})(?:[.,]0+)?$/.exec(plain);
  return found === null ? { cause: 'malformed' } : { count: Number(found[1]) };
}

/** A coordinate or measure; NaN where the text is no number. Takes a decimal point or comma. */
export function readDecimal(text: string): number {
  const cell = text.trim();
  return /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
}
