import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NONCE = 12;
const TAG = 16;
const KEY_BYTES = 32;

/**
 * A file per snapshot: the key under which its rows are stored, wrapped (AES-256-GCM, bound to its name) under the worker's master key. Who
 * destroys a file makes the snapshot unreadable for good, also in every copy of it: this folder must not be in the same backup.
 */
export class SnapshotKeyFolder {
  constructor(
    private readonly path: string,
    private readonly masterKey: Uint8Array,
  ) {}

  /** Makes a key and keeps it under a new name. */
  async make(): Promise<{ name: string; key: Uint8Array }> {
    const name = randomUUID();
    const key = randomBytes(KEY_BYTES);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, nonce).setAAD(Buffer.from(name));
    const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    await writeFile(keyFile(this.path, name), wrapped, { flag: 'wx', mode: 0o600, flush: true });
    return { name, key };
  }

  /** The key of this name; undefined where it was destroyed. Throws where it was made under another master key. */
  async find(name: string): Promise<Uint8Array | undefined> {
    const wrapped = await readFile(keyFile(this.path, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (wrapped === undefined) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.masterKey, wrapped.subarray(0, NONCE))
      .setAAD(Buffer.from(name))
      .setAuthTag(wrapped.subarray(-TAG));
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
  }

  /** Destroys a key; fine when it is gone already. */
  destroy(name: string): Promise<void> {
    return destroySnapshotKey(this.path, name);
  }
}

/** Destroying needs no master key: upkeep does it without being able to read. */
export const destroySnapshotKey = (folder: string, name: string): Promise<void> =>
  rm(keyFile(folder, name), { force: true });

function keyFile(folder: string, name: string): string {
  if (!/^[0-9a-f-]{36}$/.test(name)) throw new RangeError('the name of a snapshot key is a UUID');
  return join(folder, `${name}.key`);
}
