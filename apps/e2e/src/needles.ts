/** What must be found nowhere: identifiers as they are written, and pseudonyms in hexadecimal or base64. */
export interface Needles {
  /** Whole numbers: a BSN, the id of a listed address. */
  numbers: ReadonlySet<string>;
  pseudonyms: readonly Uint8Array[];
}

const HEX_SHOWN = 32;
const BASE64_SHOWN = 40;

/**
 * Gives a search over any text for all needles at once. Numbers count where they stand by themselves (nine digits inside a longer code are no
 * BSN); of a pseudonym its first 128 bits in hexadecimal, or its first 30 bytes in base64, wherever they begin. Says which kind was found, never which needle.
 */
export function searchFor({ numbers, pseudonyms }: Needles): (text: string) => string[] {
  const hexes = new Set(pseudonyms.map((bytes) => Buffer.from(bytes).toString('hex').slice(0, HEX_SHOWN)));
  const base64s = new Set(pseudonyms.map((bytes) => Buffer.from(bytes).toString('base64').slice(0, BASE64_SHOWN)));
  return (text) => {
    const found = new Set<string>();
    for (const [number] of text.matchAll(/(?<![0-9A-Za-z])\d{9}(?:\d{7})?(?![0-9A-Za-z])/g))
      if (numbers.has(number)) found.add('identifier');
    for (const [run] of text.matchAll(/[0-9a-fA-F]{32,}/g))
      if (hasWindow(run.toLowerCase(), hexes, HEX_SHOWN)) found.add('pseudonym in hexadecimal');
    for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{40,}/g))
      if (hasWindow(run.replaceAll('-', '+').replaceAll('_', '/'), base64s, BASE64_SHOWN))
        found.add('pseudonym in base64');
    return [...found];
  };
}

function hasWindow(run: string, known: ReadonlySet<string>, length: number): boolean {
  for (let at = 0; at + length <= run.length; at += 1) if (known.has(run.slice(at, at + length))) return true;
  return false;
}
