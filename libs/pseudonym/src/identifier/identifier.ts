import { invalidInput } from '@datalab/domain';
import { utf8 } from '../bytes.js';

/** What an identifier stands for. A value of one kind never meets the same value of another: each is under its own name. */
export const IDENTIFIER_TYPES = ['address', 'person', 'reporter'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/**
 * The version of the canonical form of each kind. It is raised when the way in which a value is made canonical changes, because then the
 * pseudonyms of before and after must not be compared as if they were the same thing.
 */
export const IDENTIFIER_VERSIONS: Readonly<Record<IdentifierType, number>> = { address: 1, person: 1, reporter: 1 };

/** `type|version|value`, ready to be blinded. Exists only at the partner. */
export type Identifier = string & { readonly __brand: 'Identifier' };

const LONGEST_VALUE_BYTES = 1024;

/**
 * Frames a canonical value. Injective: neither a type nor a version holds a `|`, so two different pairs of type and value never give the
 * same text, whatever the value holds. Throws InvalidInput, without the value, when it is empty, longer than 1024 bytes of UTF-8, not in
 * normal form C, or holds a control character (which no canonical value does: it would be a parsing fault at the partner).
 */
export function frameIdentifier(type: IdentifierType, value: string): Identifier {
  if (value === '' || value.normalize('NFC') !== value || /\p{Cc}|\p{Cs}/u.test(value)) {
    throw invalidInput('pseudonym.identifier-invalid', `A value of type "${type}" is empty or not canonical.`);
  }
  if (utf8(value).length > LONGEST_VALUE_BYTES) {
    throw invalidInput('pseudonym.identifier-invalid', `A value of type "${type}" is longer than an identifier is.`);
  }
  return `${type}|${IDENTIFIER_VERSIONS[type]}|${value}` as Identifier;
}

/** The input of the protocol for an identifier: its UTF-8 bytes. */
export const identifierBytes = (identifier: Identifier): Uint8Array => utf8(identifier);
