import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CheckpointStore, KeyPins } from '@datalab/pseudonym';

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all, also when the machine stops meanwhile; readable by this user only. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, content, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** The keys that this client saw first, per lab, in a JSON file at the partner. */
export function keyPinFile(path: string): KeyPins {
  const read = async (): Promise<Record<string, string>> =>
    JSON.parse(String((await readIfThere(path)) ?? '{}')) as Record<string, string>;
  return {
    find: async (labId) => (await read())[labId],
    keep: async (labId, fingerprint) =>
      writeWhole(path, `${JSON.stringify({ ...(await read()), [labId]: fingerprint }, null, 2)}\n`),
  };
}

/** The pins of this process alone: for who has nothing to compare with, and keeps nothing. */
export function keyPinsInMemory(): KeyPins {
  const pins = new Map<string, string>();
  return {
    find: (labId) => Promise.resolve(pins.get(labId)),
    keep: (labId, fingerprint) => Promise.resolve(void pins.set(labId, fingerprint)),
  };
}

/** An interrupted run in a file at the partner. It holds pseudonyms: it is removed at the end of the run. */
export const checkpointFile = (path: string): CheckpointStore => ({
  load: async () => {
    const bytes = await readIfThere(path);
    return bytes === undefined ? undefined : new Uint8Array(bytes);
  },
  save: (bytes) => writeWhole(path, bytes),
  clear: () => rm(path, { force: true }),
});
