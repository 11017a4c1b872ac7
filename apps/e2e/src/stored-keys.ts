import { createDecipheriv } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aessiv } from '@noble/ciphers/aes.js';

/**
 * Opens stored keys as somebody would who has the database, the key folder and the master key of the worker: written apart from the worker's
 * own code, with another library.
 */
export async function openerOf(
  folder: string,
  masterKey: string,
  datasetId: string,
): Promise<(stored: Uint8Array) => Uint8Array> {
  const wrapped = await readFile(join(folder, `${datasetId}.key`));
  const master = Buffer.from(masterKey.replace('generated:', ''), 'hex');
  const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, 12))
    .setAAD(Buffer.from(datasetId))
    .setAuthTag(wrapped.subarray(-16));
  const key = Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  return (stored) => aessiv(new Uint8Array(key)).decrypt(new Uint8Array(stored));
}
