import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  frameIdentifier,
  identifierBytes,
  InMemoryHolder,
  loadSodiumRistretto,
  pseudonymise,
  registerHolders,
  toHex,
  type Identifier,
  type PseudonymTable,
} from '@datalab/pseudonym';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

/** The client may take at most this share of the time of @noble/curves. */
const TARGET_RATIO = 1 / 5;
const BATCH = 500;
const LAB = 'bench';

export interface PseudonymiseBench {
  readonly identifiers: number;
  /** The client's part alone: blinding, proof checks, unblinding; the key holder's work is taken off. */
  readonly clientMilliseconds: number;
  /** What @noble/curves needs for the same, scaled from its sample. */
  readonly nobleMilliseconds: number;
  /** client / noble; the target is at most 0.2. */
  readonly ratio: number;
  readonly passed: boolean;
}

/** CPU time of this process: what the work takes on one core, also when neighbours keep the machine busy. */
function coreMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const rng = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const identifiersOf = (count: number): Identifier[] =>
  Array.from({ length: count }, (_, i) => frameIdentifier('address', String(479_010_000_000_000 + i)));

/**
 * Times the client part for 25,000 identifiers, then the RFC 9497 protocol that @noble/curves brings for a sample of them before and after,
 * in the same process on the same core, against the same holder; checks that both give the same pseudonyms. Ratios count, not milliseconds.
 */
export async function benchPseudonymise(
  print: (line: string) => void,
  { identifiers: count = 25_000, sample = 500 } = {},
): Promise<PseudonymiseBench> {
  const ristretto = await loadSodiumRistretto();
  const identifiers = identifiersOf(count);
  const holder = new InMemoryHolder(ristretto, LAB, 'holder', rng);
  const before = await timeNoble(identifiers.slice(0, sample), holder);
  const client = await timeClient(identifiers, holder, await loadSodiumRistretto());
  const after = await timeNoble(identifiers.slice(-sample), holder);
  for (const { outputs } of [before, after]) expectSame(outputs, client.table);

  const nobleMilliseconds = ((before.milliseconds + after.milliseconds) / (2 * sample)) * count;
  const ratio = client.milliseconds / nobleMilliseconds;
  const passed = ratio <= TARGET_RATIO;
  const each = (milliseconds: number) => `${(milliseconds / count).toFixed(3)} ms each`;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  print(`pseudonymise, client part, ${count} identifiers in batches of ${BATCH}, CPU time on one core`);
  print(`  this client (libsodium): ${seconds(client.milliseconds)}, ${each(client.milliseconds)}`);
  print(`    the key holder's part, not counted: ${seconds(client.holderMilliseconds)}`);
  print(`  @noble/curves VOPRF: ${seconds(nobleMilliseconds)}, ${each(nobleMilliseconds)}`);
  print(`    scaled from two samples of ${sample}, before and after; same pseudonyms on both`);
  print(`  ratio ${ratio.toFixed(3)} (target at most ${TARGET_RATIO.toFixed(3)}): ${passed ? 'passed' : 'FAILED'}`);
  return { identifiers: count, clientMilliseconds: client.milliseconds, nobleMilliseconds, ratio, passed };
}

async function timeClient(
  identifiers: readonly Identifier[],
  holder: InMemoryHolder,
  ristretto: Awaited<ReturnType<typeof loadSodiumRistretto>>,
) {
  let holderMilliseconds = 0;
  const transport = {
    async evaluate(_: unknown, elements: readonly Uint8Array[]) {
      // The client blinds the next batch first; then the holder has the core for itself, so its time can be told apart.
      await setImmediate();
      const start = coreMilliseconds();
      const answer = await holder.evaluate(elements);
      holderMilliseconds += coreMilliseconds() - start;
      return answer;
    },
  };
  const start = coreMilliseconds();
  const holders = registerHolders(ristretto, LAB, [holder.card]);
  const table = await pseudonymise(identifiers, holders, transport, { ristretto, rng, batchSize: BATCH });
  return { table, holderMilliseconds, milliseconds: coreMilliseconds() - start - holderMilliseconds };
}

async function timeNoble(identifiers: readonly Identifier[], holder: InMemoryHolder) {
  const publicKey = new Uint8Array(Buffer.from(holder.card.publicKey, 'hex'));
  const outputs = new Map<Identifier, Uint8Array>();
  let milliseconds = 0;
  for (let from = 0; from < identifiers.length; from += BATCH) {
    const batch = identifiers.slice(from, from + BATCH);
    const inputs = batch.map(identifierBytes);
    const start = coreMilliseconds();
    const blinded = inputs.map((input) => ristretto255_oprf.voprf.blind(input));
    milliseconds += coreMilliseconds() - start;
    const { evaluated, proof } = await holder.evaluate(blinded.map((one) => one.blinded));
    const again = coreMilliseconds();
    const items = blinded.map((one, i) => ({ ...one, input: inputs[i]!, evaluated: evaluated[i]! }));
    const finalised = ristretto255_oprf.voprf.finalizeBatch(items, publicKey, proof);
    milliseconds += coreMilliseconds() - again;
    batch.forEach((identifier, i) => outputs.set(identifier, finalised[i]!));
  }
  return { outputs, milliseconds };
}

function expectSame(outputs: ReadonlyMap<Identifier, Uint8Array>, table: PseudonymTable): void {
  for (const [identifier, output] of outputs) {
    const ours = table.get(identifier);
    if (ours === undefined || toHex(ours) !== toHex(output)) {
      throw new Error('The client and @noble/curves disagree about a pseudonym.');
    }
  }
}
