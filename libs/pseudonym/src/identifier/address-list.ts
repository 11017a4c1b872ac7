import { invalidInput } from '@datalab/domain';
import { ADDRESS_FORM_REFUSALS, canonicalAddress, type RawAddress } from './canonical-address.js';

/** One line of the region's address list (as in the BAG); public data that the partner's client downloads. */
export interface ListedAddress {
  /** The id of the address in the register; it, and nothing else of the address, is pseudonymised. */
  readonly id: string;
  readonly postcode: string;
  readonly number: number;
  readonly letter: string;
  readonly addition: string;
  /** Lowest area level of the region, and 200 m cell (EPSG:28992); undefined where the list has none. */
  readonly areaCode?: string;
  readonly gridCell?: string;
  readonly kind: 'dwelling' | 'institution_or_shared' | 'unknown';
  readonly nearCareLocation?: boolean;
}

/** Why an address gets no key. The last four mean that the form is right and the list does not settle it. */
export const ADDRESS_REFUSALS = [
  ...ADDRESS_FORM_REFUSALS,
  'unknown_postcode',
  'unknown_number',
  'unknown_addition',
  'ambiguous',
] as const;
export type AddressRefusal = (typeof ADDRESS_REFUSALS)[number];

/** The listed address, or the cause. */
export type Resolution = { readonly address: ListedAddress } | { readonly refusal: AddressRefusal };

/**
 * The region's address list, indexed for exact look-up; nothing is ever asked outside the machine that holds it.
 * Resolution is exact on postcode, number and suffix. It never falls back to a neighbour, to the address without its addition, or to the
 * only address at that number: a wrong match would put one household's reports on another, a missed one is counted and reported.
 */
export class AddressList {
  private readonly bySuffix = new Map<string, ListedAddress[]>();
  private readonly numbers = new Set<string>();
  private readonly postcodes = new Set<string>();
  private readonly ids = new Set<string>();

  /** Throws InvalidInput naming the row (0-based) whose address is malformed or whose id is listed before. */
  constructor(addresses: Iterable<ListedAddress>) {
    let row = 0;
    for (const address of addresses) this.list(address, row++);
  }

  /** Addresses in the list. */
  get size(): number {
    return this.ids.size;
  }

  resolve(raw: RawAddress): Resolution {
    const form = canonicalAddress(raw);
    if ('refusal' in form) return form;
    if (!this.postcodes.has(form.postcode)) return { refusal: 'unknown_postcode' };
    const place = `${form.postcode}|${form.number}`;
    if (!this.numbers.has(place)) return { refusal: 'unknown_number' };
    const candidates = this.bySuffix.get(`${place}|${form.suffix}`) ?? [];
    const [address, ...others] = candidates;
    if (address === undefined) return { refusal: 'unknown_addition' };
    if (others.length === 0) return { address };
    return this.bySplit(candidates, raw) ?? { refusal: 'ambiguous' };
  }

  /** Two listed addresses may share a suffix ("A" + "1" and "" + "A1"); then the partner's own split decides, if it has one. */
  private bySplit(candidates: readonly ListedAddress[], raw: RawAddress): Resolution | undefined {
    const letter = (raw.letter ?? '').trim().toUpperCase();
    const matching = candidates.filter((one) => one.letter.trim().toUpperCase() === letter);
    const [address] = matching;
    return matching.length === 1 && address !== undefined ? { address } : undefined;
  }

  private list(address: ListedAddress, row: number): void {
    const form = canonicalAddress(address);
    if ('refusal' in form || address.id === '' || this.ids.has(address.id)) {
      const fault = 'refusal' in form ? form.refusal : 'an id that is empty or listed before';
      throw invalidInput('pseudonym.address-list-invalid', `The address list has a line with ${fault}.`, [{ row }]);
    }
    const place = `${form.postcode}|${form.number}`;
    const key = `${place}|${form.suffix}`;
    this.ids.add(address.id);
    this.postcodes.add(form.postcode);
    this.numbers.add(place);
    this.bySuffix.set(key, [...(this.bySuffix.get(key) ?? []), address]);
  }
}
