import { createHash } from 'node:crypto';
import type { ReleaseDocument } from '@datalab/domain';

/** The value with the keys of every object in order, so that the same content is the same text, wherever it was kept meanwhile. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}

/** SHA-256 (hex) of a release's document. The same document gives the same digest, also after it was stored and read back. */
export const releaseDigest = (document: ReleaseDocument): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(document)))
    .digest('hex');
