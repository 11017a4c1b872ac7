import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from './config-folder.js';
import { EXIT, Stop } from './exit-codes.js';
import type { Partner } from './partner.js';

/** The key file that the browser saves, too: one key per organisation, wherever it delivers from. */
const keySchema = z.strictObject({
  format: z.literal('datalab-record-key/1'),
  organisationId: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
});

export interface KeyChoice {
  /** A key file elsewhere; default: the one in the configuration folder. */
  key?: string;
  /** Make the first key of this organisation. */
  isNew?: boolean;
}

/** The organisation's own key for record hashes, 32 bytes. Stops with `usage` where there is none, or it is of another organisation. */
export async function organisationKey(
  { words, folder, print }: Partner,
  organisationId: string,
  { key, isNew = false }: KeyChoice,
): Promise<Uint8Array> {
  const path = key ?? join(folder, 'organisation-key.json');
  const text = await readIfThere(path);
  if (isNew) {
    if (text !== undefined) throw new Stop(EXIT.usage, words.keyThere(path));
    const bytes = randomBytes(32);
    const file = { format: 'datalab-record-key/1', organisationId, key: bytes.toString('hex') };
    await writePrivately(path, `${JSON.stringify(file, null, 2)}\n`);
    print(words.keyMade(path));
    return bytes;
  }
  if (text === undefined) throw new Stop(EXIT.usage, words.noKey(path));
  const file = keySchema.safeParse(jsonOf(text)).data;
  if (file === undefined) throw new Stop(EXIT.usage, words.notAKey);
  if (file.organisationId !== organisationId) throw new Stop(EXIT.usage, words.otherKey);
  return Buffer.from(file.key, 'hex');
}

/** Undefined where it is no JSON, which is then told as a file of another kind. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
