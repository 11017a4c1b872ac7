const CBS_CODE = /^(?:GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/;

/**
 * Tells an area code that belongs to another region from one that is no code at all. A code is well formed where it has the shape (letters and
 * digits at the same places) of some code of the region, or the shape of a CBS code where the region has those. A malformed code
 * refuses a load; a well-formed one that is not of the region lies outside it.
 */
export function codeShapes(codes: Iterable<string>): (code: string) => boolean {
  const shapes = new Set<string>();
  let cbs = false;
  for (const code of codes) {
    shapes.add(shapeOf(code));
    cbs ||= CBS_CODE.test(code);
  }
  return (code) => shapes.has(shapeOf(code)) || (cbs && CBS_CODE.test(code));
}

const shapeOf = (code: string): string =>
  code
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\d/g, '9');
