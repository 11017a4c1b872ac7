import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from './config-folder.js';

const tokensSchema = z.strictObject({
  /** Where it was signed in. */
  platform: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  accessToken: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  /** Absent for a program: it asks anew with its secret, which is never written down here. */
  refreshToken: z.string().optional(),
});
export type Tokens = z.infer<typeof tokensSchema>;

const fileIn = (folder: string): string => join(folder, 'tokens.json');

/** The tokens of the last sign-in; undefined where there are none, or none that this version understands. */
export async function readTokens(folder: string): Promise<Tokens | undefined> {
  const text = await readIfThere(fileIn(folder));
  if (text === undefined) return undefined;
  try {
    return tokensSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    // Half a file of an old version: who signs in again overwrites it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const keepTokens = (folder: string, tokens: Tokens): Promise<void> =>
  writePrivately(fileIn(folder), `${JSON.stringify(tokens, null, 2)}\n`);
