import type { AddressKind } from '@datalab/domain';

/** One address of the region's public address list. The id is what a pseudonym is made of; it never leaves the partner. */
export interface ListedAddress {
  id: string;
  areaCode: string;
  gridCell?: string;
  kind: AddressKind;
  nearCare: boolean;
}

export interface AddressEntry extends ListedAddress {
  postcode: string;
  number: string;
  letter: string;
  addition: string;
}

export interface AddressParts {
  postcode: string;
  number: string;
  letter?: string;
  addition?: string;
}

export type AddressLookup =
  | { found: ListedAddress; cause?: undefined }
  | { found?: undefined; cause: 'incomplete' | 'malformed' | 'not_listed' | 'ambiguous' };

/** `1234 ab` → `1234AB`; undefined where it is no Dutch postcode of six positions. */
export function canonicalPostcode(text: string): string | undefined {
  const found = /^\s*([1-9]\d{3})\s*([A-Za-z]{2})\s*$/.exec(text);
  return found === null ? undefined : `${found[1]}${found[2]!.toUpperCase()}`;
}

/**
 * The address list, found by one canonical form of postcode, number, letter and addition: `12 a-bis`, `12A` + `bis` and `12` + `a` +
 * `BIS` are one address. Where two addresses share that form, none is given: a wrong key is worse than no key.
 */
export class AddressList {
  readonly #addresses = new Map<string, ListedAddress | 'ambiguous'>();

  constructor(entries: Iterable<AddressEntry>) {
    for (const { postcode, number, letter, addition, ...listed } of entries) {
      const key = addressForm({ postcode, number, letter, addition });
      if (key !== undefined) this.#addresses.set(key, this.#addresses.has(key) ? 'ambiguous' : listed);
    }
  }

  get size(): number {
    return this.#addresses.size;
  }

  find(parts: AddressParts): AddressLookup {
    if (parts.postcode.trim() === '' || parts.number.trim() === '') return { cause: 'incomplete' };
    const form = addressForm(parts);
    if (form === undefined) return { cause: 'malformed' };
    const found = this.#addresses.get(form);
    if (found === undefined) return { cause: 'not_listed' };
    return found === 'ambiguous' ? { cause: 'ambiguous' } : { found };
  }
}

/** The one canonical form of an address, or undefined where postcode or number is malformed. */
export function addressForm({ postcode, number, letter = '', addition = '' }: AddressParts): string | undefined {
  const code = canonicalPostcode(postcode);
  const digits = /^\s*0*([1-9]\d{0,4})(?:\.0)?(?!\d)(.*)$/.exec(number);
  if (code === undefined || digits === null) return undefined;
  const rest = `${digits[2]}${letter}${addition}`.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${code} ${digits[1]} ${rest}`;
}
