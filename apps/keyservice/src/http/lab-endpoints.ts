import { fromHex, holderCard, toHex, type EvaluationResponse } from '@datalab/pseudonym';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { z } from 'zod';
import { findLabKey, type LabKey } from '../keys/lab-key.repository.js';
import type { Caller, Callers } from '../tokens/caller.js';
import type { EvaluationService } from './evaluation.service.js';
import { Problem } from './problem.js';

/** Most elements of one question: about a third of a second of work, so that others are not kept waiting. */
export const MOST_ELEMENTS = 1000;
const ELEMENT_BYTES = 32;
/** Two digits per byte, quotes and a comma per element, and the name of the field. */
export const BODY_LIMIT_BYTES = MOST_ELEMENTS * (2 * ELEMENT_BYTES + 3) + 256;

const QUESTION = z.strictObject({
  elements: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(MOST_ELEMENTS),
});
const PATH = z.object({ labId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

export interface LabEndpointsDeps {
  readonly pool: pg.Pool;
  readonly holderId: string;
  readonly callers: Callers;
  readonly evaluations: EvaluationService;
}

/**
 * `GET /v1/labs/:labId/key`: public key and proof context, for everybody. `GET …/destruction`: the signed proof once the key is gone.
 * `POST …/evaluations`: a batch, for a listed organisation with a token.
 */
export function labEndpoints(
  server: FastifyInstance,
  { pool, holderId, callers, evaluations }: LabEndpointsDeps,
): void {
  const labKey = async (params: unknown): Promise<LabKey> => {
    const path = PATH.safeParse(params);
    const key = path.success ? await findLabKey(pool, path.data.labId) : undefined;
    if (key === undefined) throw new Problem('keyservice.lab-unknown');
    return key;
  };

  server.get('/v1/labs/:labId/key', async ({ params }) => {
    const key = await labKey(params);
    if (key.destruction !== undefined) throw new Problem('keyservice.key-destroyed');
    return {
      ...holderCard(key.labId, holderId, key.publicKey, key.possession),
      signingKey: toHex(key.signingKey),
      createdAt: key.createdAt.toISOString(),
    };
  });

  server.get('/v1/labs/:labId/destruction', async ({ params }) => {
    const { destruction } = await labKey(params);
    if (destruction === undefined) throw new Problem('keyservice.key-live');
    return destruction;
  });

  const callerOf = new WeakMap<object, Caller>();
  server.post(
    '/v1/labs/:labId/evaluations',
    {
      // Before the body is read: a caller without rights cannot make the service parse anything.
      onRequest: async (request) => {
        const caller = await callers.verify(request.headers.authorization);
        const path = PATH.safeParse(request.params);
        if (!path.success) throw new Problem('keyservice.not-listed');
        await evaluations.mustTakePart(caller, path.data.labId);
        callerOf.set(request, caller);
      },
    },
    async (request): Promise<EvaluationResponse> => {
      const caller = callerOf.get(request);
      const question = QUESTION.safeParse(request.body);
      if (caller === undefined || !question.success) throw new Problem('keyservice.request-invalid');
      const elements = question.data.elements.map((text) => fromHex(text, ELEMENT_BYTES, 'elements'));
      const { evaluated, proof } = await evaluations.evaluate(caller, caller.labId, elements, request.id);
      return { evaluated: evaluated.map(toHex), proof: toHex(proof) };
    },
  );
}
