import { createHash } from 'node:crypto';
import {
  blind,
  deriveKeyPair,
  evaluateBatch,
  finalize,
  fromHex,
  invertScalars,
  loadSodiumRistretto,
  nobleRistretto,
  RFC9497,
  toHex,
  verifyEvaluation,
  type Ristretto,
} from '@datalab/pseudonym';
import type { SectionResult } from './sweep.js';

interface Run {
  seed: Uint8Array;
  info: Uint8Array;
  inputs: readonly Uint8Array[];
  /** What is drawn, in order: a blind per input, then the scalar of the proof. */
  draws: readonly Uint8Array[];
}

const bytes = (hex: string): Uint8Array => fromHex(hex, hex.length / 2, 'vector');
/** A scalar widened with zeros is its own reduction: so it can be "drawn". */
const wide = (hex: string): Uint8Array => new Uint8Array([...bytes(hex), ...new Uint8Array(32)]);

/** The test vectors of RFC 9497 over both implementations of the group, and both beside each other on random inputs; one result each. */
export async function checkAgreement({ inputs, seed }: { inputs: number; seed: number }): Promise<SectionResult> {
  const sodium = await loadSodiumRistretto();
  const result: SectionResult = { passed: 0, accepted: 0, refused: 0, failures: [] };
  const count = (isSame: boolean, text: string): void => {
    if (isSame) result.passed += 1;
    else result.failures.push(text);
  };
  for (const ristretto of [nobleRistretto, sodium])
    for (const [i, vector] of RFC9497.vectors.entries()) {
      const run: Run = {
        seed: bytes(RFC9497.seed),
        info: bytes(RFC9497.keyInfo),
        inputs: vector.inputs.map(bytes),
        draws: [...vector.blinds, vector.proofScalar].map(wide),
      };
      const expected = [
        RFC9497.publicKey,
        ...vector.blinded,
        ...vector.evaluated,
        vector.proof,
        ...vector.outputs,
      ].join();
      count((await transcript(ristretto, run)) === expected, `RFC 9497 vector ${i + 1} over ${ristretto.name}`);
    }
  for (let n = 0; n < inputs; n += 1) {
    const drawn = (what: string) => new Uint8Array(createHash('sha512').update(`${seed} ${n} ${what}`).digest());
    const run: Run = {
      seed: drawn('key').slice(0, 32),
      info: drawn('info').slice(0, 8),
      inputs: Array.from({ length: 1 + (n % 3) }, (_, i) => drawn(`input ${i}`).slice(0, (n * 7 + i) % 65)),
      draws: Array.from({ length: 2 + (n % 3) }, (_, i) => drawn(`draw ${i}`)),
    };
    const [one, other] = [await transcript(nobleRistretto, run), await transcript(sodium, run)];
    count(one === other, `random input ${n} of seed ${seed}: the implementations differ`);
  }
  return result;
}

/** Everything that is computed on the way, in hexadecimal; also says whether the proof holds, by ending without it where it does not. */
async function transcript(ristretto: Ristretto, { seed, info, inputs, draws }: Run): Promise<string> {
  const left = [...draws];
  const rng = (): Uint8Array => left.shift()!;
  const key = deriveKeyPair(ristretto, seed, info);
  const blinded = inputs.map((input) => blind(ristretto, input, rng));
  const elements = blinded.map(({ element }) => element);
  const { evaluated, proof } = await evaluateBatch(ristretto, key, elements, rng);
  if (!verifyEvaluation(ristretto, key.publicKey, elements, evaluated, proof)) return `${ristretto.name}: proof fails`;
  const inverses = invertScalars(
    ristretto,
    blinded.map((one) => one.blind),
  );
  const outputs = inputs.map((input, i) => finalize(ristretto, input, inverses[i]!, evaluated[i]!));
  return [key.publicKey, ...elements, ...evaluated, proof, ...outputs].map(toHex).join();
}
