/**
 * Invented numbers for the preview of a shell: a whole number from 0 to 60 for every row and column, the same for the same seed on every
 * machine. They follow from the seed and the keys alone, never from anything that was delivered.
 */
export function inventNumbers(seed: string, rowKeys: readonly string[], columns: number): number[][] {
  return rowKeys.map((row) => {
    // One level per row, so that a map of it looks like a map and not like noise.
    const level = hash(`${seed}|${row}`) % 41;
    return Array.from({ length: columns }, (_, column) => level + (hash(`${seed}|${row}|${column}`) % 20));
  });
}

/** FNV-1a with a last mix (murmur3's), as an unsigned 32-bit number: near keys give far numbers. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
