/**
 * A copy that JSON can hold: typed arrays become arrays, `undefined` members disappear and numbers that are not finite become
 * `null`, the sign for "not defined" in every result.
 */
export function toPlainJson(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(toPlainJson);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, toPlainJson);
  if (typeof value === 'object') {
    const kept = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(kept.map(([name, member]) => [name, toPlainJson(member)]));
  }
  return value;
}
