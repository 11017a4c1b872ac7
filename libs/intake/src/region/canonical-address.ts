/** An address as a partner's export has it; any field may be missing, misplaced or written in its own way. */
export interface RawAddress {
  readonly postcode?: string | null;
  readonly number?: string | number | null;
  readonly letter?: string | null;
  readonly addition?: string | null;
}

/**
 * One canonical form. `suffix` is letter and addition together, upper case, letters and digits only: partners disagree about where the one
 * ends and the other begins ("12 A-2", letter A addition 2, addition A2), and the address list decides.
 */
export interface CanonicalAddress {
  readonly postcode: string;
  readonly number: number;
  readonly suffix: string;
}

/** Why a written address has no canonical form. */
export const ADDRESS_FORM_REFUSALS = [
  'missing_postcode',
  'malformed_postcode',
  'missing_number',
  'malformed_number',
  'malformed_addition',
] as const;
export type AddressFormRefusal = (typeof ADDRESS_FORM_REFUSALS)[number];

/** Postcodes are 1000–9999 and two letters; SA, SD and SS were never issued. */
const POSTCODE = /^[1-9]\d{3}(?!S[ADS])[A-Z]{2}$/;

/** `1234 ab` → `1234AB`; undefined where it is no Dutch postcode of six positions. */
export function canonicalPostcode(text: string): string | undefined {
  const postcode = written(text).replace(/\s+/g, '');
  return POSTCODE.test(postcode) ? postcode : undefined;
}

/** "12", "12a", "12-3", "12 A bis": digits first, then what belongs to the suffix. */
const NUMBER = /^(\d{1,5})(?:\.0+)?(?:[\s/-]*([A-Z].*|(?<=[\s/-])\d.*))?$/;
/** Longer than any suffix in the national register (letter 1, addition 4), with room for BIS, HS, RD. */
const LONGEST_SUFFIX = 8;

const written = (value: string | number | null | undefined): string =>
  String(value ?? '')
    .normalize('NFKC')
    .trim()
    .toUpperCase();

/** Without the separators that partners put inside a suffix. */
const bare = (suffix: string): string => suffix.replace(/[\s./-]+/g, '');

/**
 * The canonical form of a written address, or the cause why there is none. Spaces and case do not matter; a number field may hold letter and
 * addition too ("12a"); separators inside the suffix (space, hyphen, dot, slash) are dropped. Never guesses a missing part.
 */
export function canonicalAddress(raw: RawAddress): CanonicalAddress | { refusal: AddressFormRefusal } {
  const postcode = written(raw.postcode).replace(/\s+/g, '');
  if (postcode === '') return { refusal: 'missing_postcode' };
  if (!POSTCODE.test(postcode)) return { refusal: 'malformed_postcode' };

  const numberField = written(raw.number);
  if (numberField === '') return { refusal: 'missing_number' };
  const [, digits, rest] = NUMBER.exec(numberField) ?? [];
  const number = Number(digits);
  if (digits === undefined || number === 0) return { refusal: 'malformed_number' };

  const inNumber = bare(rest ?? '');
  const beside = bare(written(raw.letter) + written(raw.addition));
  // "12A" with letter "A" beside it says the same thing twice, not "AA".
  const suffix = inNumber === beside ? beside : inNumber + beside;
  if (suffix.length > LONGEST_SUFFIX || !/^[A-Z0-9]*$/.test(suffix)) return { refusal: 'malformed_addition' };
  return { postcode, number, suffix };
}
