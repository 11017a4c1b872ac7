import { DomainError, forbidden, invalidInput, unavailable } from '@datalab/domain';
import { labKeyFingerprint, type RegisteredHolder } from '../holder/registered-holder.js';
import { identifierBytes, type Identifier } from '../identifier/identifier.js';
import type { RandomBytes } from '../random-bytes.js';
import { addEvaluations, blind, finalize, invertScalars, type Blinded } from '../voprf/blind.js';
import { LARGEST_BATCH, type Evaluation } from '../voprf/evaluate.js';
import { verifyEvaluation } from '../voprf/proof.js';
import type { Element, Ristretto, Scalar } from '../voprf/ristretto.js';
import { PseudonymisationInterrupted, type Checkpoint } from './checkpoint.js';
import { PseudonymTable, type Pseudonym } from './pseudonym-table.js';
import type { Transport } from './transport.js';

/** After each batch. `checkpoint` is made only when asked for: a client that survives a crash writes it to its own disk. */
export interface PseudonymiseProgress {
  readonly done: number;
  readonly total: number;
  checkpoint(): Checkpoint;
}

export interface PseudonymiseOptions {
  readonly ristretto: Ristretto;
  readonly rng: RandomBytes;
  /** Identifiers per question, 1–65535; the key service of this project takes at most 1000. Default 500. */
  readonly batchSize?: number;
  readonly onProgress?: (progress: PseudonymiseProgress) => void;
  readonly resumeFrom?: Checkpoint;
  /** Awaited every 32 blinds, so that a window stays alive and the question before travels meanwhile. Default: no pause. */
  readonly pause?: () => Promise<void>;
  /** Looked at between batches, like an AbortSignal; a stopped run can be resumed. */
  readonly stop?: { readonly aborted: boolean };
}

interface Batch {
  readonly inputs: readonly Uint8Array[];
  readonly elements: readonly Element[];
  readonly inverseBlinds: readonly Scalar[];
}

const DEFAULT_BATCH = 500;
const STRIDE = 32;

/**
 * The client's half of the protocol over all rows: distinct identifiers, blinded in batches with fresh blinds, asked of every holder in
 * parallel, each holder's proof checked against its registered key, shares added, unblinded and finalised as RFC 9497 says.
 *
 * Guarantees: a holder receives uniform elements, one per distinct identifier, and nothing else; an answer under any other key than the
 * registered one stops the run with Forbidden `pseudonym.proof-refused` and gives no pseudonym of that batch. A holder that cannot be
 * reached or refuses gives `PseudonymisationInterrupted` with a checkpoint. Same identifiers, same lab key: same pseudonyms.
 */
export async function pseudonymise(
  identifiers: Iterable<Identifier> | AsyncIterable<Identifier>,
  holders: readonly RegisteredHolder[],
  transport: Transport,
  options: PseudonymiseOptions,
): Promise<PseudonymTable> {
  const { ristretto, batchSize = DEFAULT_BATCH } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > LARGEST_BATCH) {
    throw invalidInput('pseudonym.batch-size', `A batch holds 1 to ${LARGEST_BATCH} identifiers.`);
  }
  const labKey = labKeyFingerprint(ristretto, holders);
  const table = await PseudonymTable.collect(identifiers);
  if (options.resumeFrom !== undefined) table.restore(ristretto, labKey, options.resumeFrom);
  const checkpoint = () => table.checkpoint(ristretto, labKey);

  const left = batches(table.identifiers(table.done), batchSize);
  let batch = await prepare(left.next().value, options);
  while (batch !== undefined) {
    const asked: Promise<Evaluation[]> = askAll(batch, holders, transport, options);
    const [answers, following] = await Promise.all([
      asked.catch((reason: unknown) => {
        throw reason instanceof DomainError ? new PseudonymisationInterrupted(reason, checkpoint()) : reason;
      }),
      prepare(left.next().value, options),
    ]);
    table.append(conclude(batch, holders, answers, ristretto));
    options.onProgress?.({ done: table.done, total: table.size, checkpoint });
    batch = following;
  }
  return table;
}

async function prepare(
  identifiers: readonly Identifier[] | undefined,
  { ristretto, rng, pause }: PseudonymiseOptions,
): Promise<Batch | undefined> {
  if (identifiers === undefined) return undefined;
  const inputs = identifiers.map(identifierBytes);
  const blinded: Blinded[] = [];
  for (const [i, input] of inputs.entries()) {
    if (pause !== undefined && i % STRIDE === 0) await pause();
    blinded.push(blind(ristretto, input, rng));
  }
  return {
    inputs,
    elements: blinded.map(({ element }) => element),
    inverseBlinds: invertScalars(
      ristretto,
      blinded.map((one) => one.blind),
    ),
  };
}

async function askAll(
  { elements }: Batch,
  holders: readonly RegisteredHolder[],
  transport: Transport,
  { stop }: PseudonymiseOptions,
): Promise<Evaluation[]> {
  if (stop?.aborted === true) throw unavailable('pseudonym.stopped', 'Pseudonymising was stopped.');
  return Promise.all(holders.map((holder) => transport.evaluate(holder, elements)));
}

function conclude(
  { inputs, elements, inverseBlinds }: Batch,
  holders: readonly RegisteredHolder[],
  answers: readonly Evaluation[],
  ristretto: Ristretto,
): Pseudonym[] {
  holders.forEach(({ publicKey, holderId }, i) => {
    const { evaluated, proof } = answers[i] as Evaluation;
    if (evaluated.length !== elements.length || !verifyEvaluation(ristretto, publicKey, elements, evaluated, proof)) {
      throw forbidden(
        'pseudonym.proof-refused',
        `Key holder "${holderId}" did not use the key that is registered for it.`,
      );
    }
  });
  const sums = addEvaluations(
    ristretto,
    answers.map(({ evaluated }) => evaluated),
  );
  return inputs.map((input, i) => finalize(ristretto, input, inverseBlinds[i] as Scalar, sums[i] as Element));
}

function* batches(identifiers: Iterable<Identifier>, size: number): Generator<Identifier[], undefined> {
  let batch: Identifier[] = [];
  for (const identifier of identifiers) {
    batch.push(identifier);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
