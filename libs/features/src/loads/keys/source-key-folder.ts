import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bug } from '@datalab/domain';
import { SIV_KEY_BYTES } from './aes-siv.js';

const NONCE = 12;
const TAG = 16;

/** The key of a source, with the name by which the database knows that it is still the same one. */
export interface SourceKey {
  key: Uint8Array;
  /** Tells two keys apart and nothing else of them. */
  fingerprint: string;
}

/**
 * The key of each source (dataset) under which its pseudonyms are stored: a file each, outside the database, wrapped (AES-256-GCM, bound to
 * the dataset) under the worker's master key. Who has the database without this folder can compare rows of one source and can link nothing;
 * who destroys a file makes every stored key of that source unreadable for good, also in every backup of the database.
 */
export class SourceKeyFolder {
  constructor(
    private readonly path: string,
    private readonly masterKey: Uint8Array,
  ) {}

  /** The key of a dataset; undefined where it was never made, or was destroyed. Throws where the file was made under another master key. */
  async find(datasetId: string): Promise<SourceKey | undefined> {
    let wrapped: Buffer;
    try {
      wrapped = await readFile(this.fileOf(datasetId));
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
    return named(this.unwrap(wrapped, datasetId));
  }

  /** Makes the key of a dataset, or finds the one that another worker made meanwhile. */
  async make(datasetId: string): Promise<SourceKey> {
    const key = randomBytes(SIV_KEY_BYTES);
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    try {
      await writeFile(this.fileOf(datasetId), this.wrap(key, datasetId), { flag: 'wx', mode: 0o600, flush: true });
      return named(key);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
      const found = await this.find(datasetId);
      if (found === undefined) throw bug('the key of a source was there and is gone');
      return found;
    }
  }

  /** Destroys the key of a source; fine when it is gone already. A copy of the folder elsewhere must be destroyed by whoever made it. */
  async destroy(datasetId: string): Promise<void> {
    await rm(this.fileOf(datasetId), { force: true });
  }

  private fileOf(datasetId: string): string {
    if (!/^[0-9a-f-]{36}$/.test(datasetId)) throw bug('the id of a dataset is no file name');
    return join(this.path, `${datasetId}.key`);
  }

  private wrap(key: Uint8Array, datasetId: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, nonce).setAAD(Buffer.from(datasetId));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(wrapped: Buffer, datasetId: string): Uint8Array {
    const decipher = createDecipheriv('aes-256-gcm', this.masterKey, wrapped.subarray(0, NONCE))
      .setAAD(Buffer.from(datasetId))
      .setAuthTag(wrapped.subarray(-TAG));
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
  }
}

const named = (key: Uint8Array): SourceKey => ({
  key,
  fingerprint: createHmac('sha256', key).update('SourceKey-v1').digest('hex').slice(0, 32),
});
