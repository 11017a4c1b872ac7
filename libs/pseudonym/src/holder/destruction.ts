import { concat, fromHex, isHex, toHex, utf8, withLength } from '../bytes.js';
import sodium from 'libsodium-wrappers-sumo';
import { PROOF_BYTES } from '../voprf/proof.js';
import { ELEMENT_BYTES, type Ristretto } from '../voprf/ristretto.js';
import { verifyPossession } from './possession.js';

/** What a holder states when it destroys its share of a lab's key. Counts and hashes only. */
export interface DestructionStatement {
  readonly labId: string;
  readonly holderId: string;
  /** The key whose share is gone, hexadecimal: the one that was registered. */
  readonly publicKey: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly destroyedAt: string;
  /** Elements that were evaluated in the life of the key, over all organisations. */
  readonly evaluatedElements: number;
  /** SHA-256 of the encrypted share that was erased, hexadecimal: shows in a backup which ciphertext is meant. */
  readonly erasedShareDigest: string;
  /** Made with the share in the moment before it was erased, for the purpose "destruction", hexadecimal. */
  readonly lastPossession: string;
}

/** A statement and the holder's Ed25519 signature over it (64 bytes, hexadecimal). */
export interface DestructionProof extends DestructionStatement {
  readonly signature: string;
}

const SIGNATURE_BYTES = 64;
const SIGNING_KEY_BYTES = 32;

/** The bytes that are signed: every field with its length, in one fixed order, under a tag of their own. */
function message(statement: DestructionStatement): Uint8Array {
  const fields = [
    statement.labId,
    statement.holderId,
    statement.publicKey,
    statement.createdAt,
    statement.destroyedAt,
    String(statement.evaluatedElements),
    statement.erasedShareDigest,
    statement.lastPossession,
  ];
  return concat(utf8('LabKeyDestroyed-v1'), withLength(...fields.map(utf8)));
}

/** Signs a statement with the holder's Ed25519 key, given as its 32-byte seed. Call after `loadSodiumRistretto` has resolved. */
export function signDestruction(statement: DestructionStatement, seed: Uint8Array): DestructionProof {
  const { privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return { ...statement, signature: toHex(sodium.crypto_sign_detached(message(statement), privateKey)) };
}

/** The Ed25519 key (32 bytes) under which the statements of the seed's owner are verified. */
export const signingPublicKey = (seed: Uint8Array): Uint8Array => sodium.crypto_sign_seed_keypair(seed).publicKey;

/**
 * True when the holder of `signingKey` signed exactly this statement, and its maker held the share behind `publicKey`. It cannot show
 * that no copy was kept: that rests on the operator's procedure (backups, rotation of the wrapping key). False on malformed fields.
 */
export function verifyDestruction(ristretto: Ristretto, proof: DestructionProof, signingKey: Uint8Array): boolean {
  const { signature, ...statement } = proof;
  if (!isHex(signature, SIGNATURE_BYTES) || signingKey.length !== SIGNING_KEY_BYTES) return false;
  if (!isHex(proof.publicKey, ELEMENT_BYTES) || !isHex(proof.lastPossession, PROOF_BYTES)) return false;
  const signed = fromHex(signature, SIGNATURE_BYTES, 'signature');
  if (!sodium.crypto_sign_verify_detached(signed, message(statement), signingKey)) return false;
  const publicKey = fromHex(proof.publicKey, ELEMENT_BYTES, 'publicKey');
  const possession = fromHex(proof.lastPossession, PROOF_BYTES, 'lastPossession');
  return verifyPossession(ristretto, publicKey, proof, possession, 'destruction');
}
