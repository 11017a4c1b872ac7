import { bytesOfHex, hexOf } from './hex.js';
import { Sha256 } from './sha-256.js';

/** The key under which an organisation hashes its record ids: 32 random bytes that only its own people hold. */
export interface OrganisationKey {
  organisationId: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const FORMAT = 'datalab-record-key/1';
const LENGTH = 32;

export const KEY_LENGTH = LENGTH;

/** The key as a file for a colleague, or for another computer. */
export const keyFile = ({ organisationId, bytes }: OrganisationKey): string =>
  `${JSON.stringify({ format: FORMAT, organisationId, key: hexOf(bytes) }, null, 2)}\n`;

export type KeyFileFault = 'not_a_key_file' | 'other_organisation';

/** Reads a key file; a fault where it is something else, or the key of another organisation. */
export function readKeyFile(text: string, organisationId: string): OrganisationKey | KeyFileFault {
  let file: { format?: unknown; organisationId?: unknown; key?: unknown } | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    return 'not_a_key_file';
  }
  if (file === null || file.format !== FORMAT || typeof file.key !== 'string') return 'not_a_key_file';
  const bytes = bytesOfHex(file.key);
  if (bytes?.length !== LENGTH) return 'not_a_key_file';
  return file.organisationId === organisationId ? { organisationId, bytes } : 'other_organisation';
}

/** Eight characters by which two people can see that they hold the same key; they say nothing about it. */
export function keyMark({ bytes }: OrganisationKey): string {
  const mark = hexOf(new Sha256().update(new TextEncoder().encode(FORMAT)).update(bytes).digest()).slice(0, 8);
  return `${mark.slice(0, 4)}-${mark.slice(4)}`;
}
