import type { AddressKind } from '@datalab/domain';
import { canonicalAddress, type AddressFormRefusal } from './canonical-address.js';

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

/** Why an address is not found: not all of it is written, it is no address, the list lacks it, or the list has two. */
export type AddressCause = 'incomplete' | 'malformed' | 'not_listed' | 'ambiguous';

export type AddressLookup = { found: ListedAddress; cause?: undefined } | { found?: undefined; cause: AddressCause };

const FORM_CAUSES: Readonly<Record<AddressFormRefusal, AddressCause>> = {
  missing_postcode: 'incomplete',
  missing_number: 'incomplete',
  malformed_postcode: 'malformed',
  malformed_number: 'malformed',
  malformed_addition: 'malformed',
};

type Candidate = ListedAddress & { letter: string };

/**
 * The address list, found by one canonical form of postcode, number, letter and addition (`canonicalAddress`): `12 a-bis`, `12A` + `bis` and
 * `12` + `a` + `BIS` are one address. Exact: never a neighbour, and never the address without its addition, for a wrong key would put one
 * household's reports on another and a missed one is counted. Where two addresses share the form, the partner's own division in letter and
 * addition decides, if it has one; else none is given. A line of the list that is no address is left out.
 */
export class AddressList {
  readonly #addresses = new Map<string, Candidate[]>();

  constructor(entries: Iterable<AddressEntry>) {
    for (const { postcode, number, addition, ...listed } of entries) {
      const form = formOf({ postcode, number, letter: listed.letter, addition });
      if (typeof form !== 'string') continue;
      const same = this.#addresses.get(form);
      if (same === undefined) this.#addresses.set(form, [listed]);
      else same.push(listed);
    }
  }

  /** Different forms of address in the list. */
  get size(): number {
    return this.#addresses.size;
  }

  find(parts: AddressParts): AddressLookup {
    const form = formOf(parts);
    if (typeof form !== 'string') return form;
    const [first, ...others] = this.#addresses.get(form) ?? [];
    if (first === undefined) return { cause: 'not_listed' };
    const found = others.length === 0 ? first : bySplit([first, ...others], parts);
    return found === undefined ? { cause: 'ambiguous' } : { found: withoutLetter(found) };
  }
}

function formOf(parts: AddressParts): string | { cause: AddressCause } {
  const form = canonicalAddress(parts);
  return 'refusal' in form ? { cause: FORM_CAUSES[form.refusal] } : `${form.postcode} ${form.number} ${form.suffix}`;
}

const letterOf = (letter: string | undefined): string => (letter ?? '').trim().toUpperCase();

/** Two listed addresses may share a suffix ("A" + "1" and "" + "A1"). Written behind the number it does not say where it divides. */
function bySplit(candidates: readonly Candidate[], parts: AddressParts): Candidate | undefined {
  if (`${parts.letter ?? ''}${parts.addition ?? ''}`.trim() === '') return undefined;
  const matching = candidates.filter(({ letter }) => letterOf(letter) === letterOf(parts.letter));
  return matching.length === 1 ? matching[0] : undefined;
}

function withoutLetter({ id, areaCode, gridCell, kind, nearCare }: Candidate): ListedAddress {
  return { id, areaCode, ...(gridCell === undefined ? {} : { gridCell }), kind, nearCare };
}
