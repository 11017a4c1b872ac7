export { fromHex, toHex } from './bytes.js';
export * from './client/checkpoint.js';
export * from './client/http-transport.js';
export * from './client/in-memory-holder.fake.js';
export * from './client/pseudonym-table.js';
export * from './client/pseudonymise.js';
export * from './client/caller-tokens.js';
export * from './client/resumable-run.js';
export * from './client/row-keys.js';
export * from './client/sealed-rows.js';
export * from './client/transport.js';
export * from './client/trusted-holders.js';
export { countedBytes } from './counted-bytes.fake.js';
export * from './holder/destruction.js';
export * from './holder/possession.js';
export * from './holder/registered-holder.js';
export * from './identifier/identifier.js';
export type { RandomBytes } from './random-bytes.js';
export { generateSealingKeyPair, sealingKeyPairOf, type SealingKeyPair } from './sealed/sealed-box.js';
export * from './sealed/sealed-column.js';
export * from './sealed/sealed-list.js';
export { checkBatch, evaluateBatch, LARGEST_BATCH, type Evaluation } from './voprf/evaluate.js';
export { addEvaluations, blind, finalize, invertScalars, type Blinded } from './voprf/blind.js';
export { deriveKeyPair, generateKeyPair, keyPairOf, type KeyPair } from './voprf/key-pair.js';
export { nobleRistretto } from './voprf/noble-ristretto.js';
export { RFC9497 } from './voprf/rfc9497-vectors.js';
export { PROOF_BYTES, verifyEvaluation } from './voprf/proof.js';
export {
  ELEMENT_BYTES,
  HASH_BYTES,
  SCALAR_BYTES,
  type Element,
  type Ristretto,
  type Scalar,
} from './voprf/ristretto.js';
export { loadSodiumRistretto } from './voprf/sodium-ristretto.js';
export { CONTEXT, SUITE } from './voprf/transcript.js';
