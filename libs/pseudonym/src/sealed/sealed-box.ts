import { invalidInput } from '@datalab/domain';
import sodium from 'libsodium-wrappers-sumo';
import { concat } from '../bytes.js';
import type { RandomBytes } from '../random-bytes.js';

/** A key pair for sealed boxes (X25519, 32 bytes each). Of the worker for sealed columns, of a receiver for its list; the private half stays where it is. */
export interface SealingKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** Makes a key pair from 32 random bytes. Call after `loadSodiumRistretto` has resolved, as for all functions here. */
export function generateSealingKeyPair(rng: RandomBytes): SealingKeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(rng(sodium.crypto_box_SEEDBYTES));
  return { publicKey, privateKey };
}

/** The pair of a private key (32 bytes); throws InvalidInput for another length. */
export function sealingKeyPairOf(privateKey: Uint8Array): SealingKeyPair {
  if (privateKey.length !== sodium.crypto_box_SECRETKEYBYTES)
    throw invalidInput('pseudonym.sealing-key', 'The key of the worker is 32 bytes.');
  return { publicKey: sodium.crypto_scalarmult_base(privateKey), privateKey };
}

/**
 * crypto_box_seal step by step, because libsodium's own draws its ephemeral key itself and here randomness is passed in: ephemeral public
 * key, then crypto_box under the nonce BLAKE2b-192(ephemeral key, recipient's key).
 */
export function seal(plain: Uint8Array, publicKey: Uint8Array, rng: RandomBytes): Uint8Array {
  if (publicKey.length !== sodium.crypto_box_PUBLICKEYBYTES) {
    throw invalidInput('pseudonym.sealing-key', 'The key of the worker is 32 bytes.');
  }
  const ephemeral = generateSealingKeyPair(rng);
  const nonce = sodium.crypto_generichash(sodium.crypto_box_NONCEBYTES, concat(ephemeral.publicKey, publicKey), null);
  const box = sodium.crypto_box_easy(plain, nonce, publicKey, ephemeral.privateKey);
  sodium.memzero(ephemeral.privateKey);
  return concat(ephemeral.publicKey, box);
}

/** Opens a box of `seal`. Throws InvalidInput where it was changed, or sealed to another key. */
export function open(sealed: Uint8Array, { publicKey, privateKey }: SealingKeyPair): Uint8Array {
  try {
    return sodium.crypto_box_seal_open(sealed, publicKey, privateKey);
  } catch {
    throw invalidInput('pseudonym.box-refused', 'A sealed column was changed, or sealed to another key.');
  }
}
