import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateSealingKeyPair, loadSodiumRistretto, sealingKeyPairOf, type SealingKeyPair } from '@datalab/pseudonym';
import { z } from 'zod';
import { readIfThere, writePrivately } from './config-folder.js';
import { EXIT, Stop } from './exit-codes.js';
import { jsonOf } from './organisation-key.js';
import type { Partner } from './partner.js';

/** The private half is in this file and nowhere else: it is what a list of the way back is opened with. */
const keySchema = z.strictObject({
  format: z.literal('datalab-receiver-key/1'),
  labId: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
});

const pathOf = ({ folder }: Partner, labId: string): string => join(folder, `receiver-key-${labId}.json`);

/** Makes a key pair for the lists of one lab and keeps it here; the one that is here already, where there is one: lists were sealed to it. */
export async function newReceiverKey(partner: Partner, labId: string): Promise<SealingKeyPair> {
  await loadSodiumRistretto();
  const path = pathOf(partner, labId);
  if ((await readIfThere(path)) !== undefined) return receiverKey(partner, labId);
  const pair = generateSealingKeyPair(randomBytes);
  const file = { format: 'datalab-receiver-key/1', labId, key: Buffer.from(pair.privateKey).toString('hex') };
  await writePrivately(path, `${JSON.stringify(file, null, 2)}\n`);
  partner.print(partner.words.receiverKeyMade(path));
  return pair;
}

/** The key pair for the lists of one lab. Stops with `usage` where there is none here. */
export async function receiverKey(partner: Partner, labId: string): Promise<SealingKeyPair> {
  await loadSodiumRistretto();
  const path = pathOf(partner, labId);
  const text = await readIfThere(path);
  if (text === undefined) throw new Stop(EXIT.usage, partner.words.noReceiverKey(path));
  const file = keySchema.safeParse(jsonOf(text)).data;
  if (file === undefined || file.labId !== labId) throw new Stop(EXIT.usage, partner.words.notAKey);
  return sealingKeyPairOf(Buffer.from(file.key, 'hex'));
}
