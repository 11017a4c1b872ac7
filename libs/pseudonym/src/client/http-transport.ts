import { type DomainError, forbidden, unavailable } from '@datalab/domain';
import { fromHex, isHex, toHex } from '../bytes.js';
import { PROOF_BYTES } from '../voprf/proof.js';
import { ELEMENT_BYTES, type Element } from '../voprf/ristretto.js';
import type { Transport } from './transport.js';

/** One POST of a JSON text with the caller's token; resolves with any answer, rejects when there is none. Wraps `fetch`. */
export type PostJson = (url: string, body: string) => Promise<{ readonly status: number; readonly body: string }>;

/** What a key service is asked (`POST /v1/labs/:labId/evaluations`), and what it answers. Hexadecimal, in the order of the question. */
export interface EvaluationRequest {
  readonly elements: readonly string[];
}
export interface EvaluationResponse {
  readonly evaluated: readonly string[];
  readonly proof: string;
}

/** The question as JSON text: the blinded elements and no other field. */
export const encodeEvaluationRequest = (elements: readonly Element[]): string =>
  JSON.stringify({ elements: elements.map(toHex) } satisfies EvaluationRequest);

/**
 * Asks key services over HTTP. An answer with status 401, 403, 404, 410, 413 or 429 becomes Forbidden with the service's own code, everything
 * else but 200, and no answer at all, becomes Unavailable. A malformed answer is Unavailable too: the run can be resumed.
 */
export function httpTransport(post: PostJson): Transport {
  return {
    async evaluate(holder, elements) {
      const url = `${holder.url.replace(/\/$/, '')}/v1/labs/${encodeURIComponent(holder.labId)}/evaluations`;
      const answer = await post(url, encodeEvaluationRequest(elements)).catch((cause: unknown) => {
        throw Object.assign(lost(holder.holderId), { cause });
      });
      if (answer.status !== 200) throw refusal(answer.status, answer.body, holder.holderId);
      return decodeEvaluationResponse(answer.body, elements.length, holder.holderId);
    },
  };
}

const lost = (holderId: string): DomainError =>
  unavailable('pseudonym.holder-unreachable', `Key holder "${holderId}" gives no usable answer.`);

const REFUSALS = new Set([401, 403, 404, 410, 413, 429]);

function refusal(status: number, body: string, holderId: string): DomainError {
  const code = record(body)?.code;
  if (!REFUSALS.has(status)) return lost(holderId);
  const stable = typeof code === 'string' && /^[a-z.-]{1,60}$/.test(code) ? code : 'keyservice.refused';
  return forbidden(stable, `Key holder "${holderId}" refuses to evaluate (${status}, ${stable}).`);
}

function decodeEvaluationResponse(body: string, count: number, holderId: string) {
  const { evaluated, proof } = record(body) ?? {};
  const isAnswer =
    Array.isArray(evaluated) && evaluated.length === count && evaluated.every((text) => isHex(text, ELEMENT_BYTES));
  if (!isAnswer || !isHex(proof, PROOF_BYTES)) throw lost(holderId);
  return {
    evaluated: evaluated.map((text: string) => fromHex(text, ELEMENT_BYTES, 'evaluated')),
    proof: fromHex(proof, PROOF_BYTES, 'proof'),
  };
}

function record(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // not JSON: the callers say which holder gave no usable answer
  }
}
