import { Refusal } from '@datalab/intake';
import { DomainError } from '@datalab/domain';
import {
  callerTokens,
  fromHex,
  httpTransport,
  loadSodiumRistretto,
  resumableRun,
  trustedHolders,
  type Identifier,
  type KeyPins,
  type PseudonymTable,
} from '@datalab/pseudonym';
import { CallerTokenDocument, KeyCustodyDocument, type KeyCustodyQuery } from '../../../gql/operations.js';
import { request } from '../../../gql/request.js';
import { findValue, forgetValue, keepValue } from './browser-store.js';
import { custodyRefusal } from './custody-refusals.js';

/** What a lab's client needs to make keys. */
export interface LabCustody {
  sealingKey: Uint8Array;
  pseudonymise: (
    identifiers: Iterable<Identifier>,
    onProgress: (progress: { done: number; total: number }) => void,
  ) => Promise<PseudonymTable>;
}

/** The keys of labs as this browser saw them first. */
const PINS: KeyPins = {
  find: (labId) => findValue<string>(`lab-key ${labId}`),
  keep: (labId, fingerprint) => keepValue(`lab-key ${labId}`, fingerprint),
};

const REQUEST_TIMEOUT_MS = 60_000;
const rng = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Who holds the key of a lab, and how to ask them. Throws Refusal where the platform takes no keys, or a holder is not to be trusted. */
export async function custodyOf(labId: string, datasetId: string): Promise<LabCustody> {
  const { lab } = await request(KeyCustodyDocument, { labId });
  if (lab.keyCustody === null || lab.keyCustody === undefined) throw custodyRefusal('keys.not-possible');
  const { sealingKey, holders } = lab.keyCustody;
  return {
    sealingKey: fromHex(sealingKey, 32, 'sealingKey'),
    pseudonymise: (identifiers, onProgress) =>
      run(labId, datasetId, holders, identifiers, onProgress).catch((reason: unknown) => {
        throw reason instanceof DomainError && !(reason instanceof Refusal) ? custodyRefusal(reason.code) : reason;
      }),
  };
}

type Holders = NonNullable<KeyCustodyQuery['lab']['keyCustody']>['holders'];

async function run(
  labId: string,
  datasetId: string,
  cards: Holders,
  identifiers: Iterable<Identifier>,
  onProgress: (progress: { done: number; total: number }) => void,
): Promise<PseudonymTable> {
  const ristretto = await loadSodiumRistretto();
  const trusted = await trustedHolders(
    ristretto,
    labId,
    cards.map((card) => ({ ...card, labId })),
    PINS,
  );
  const token = callerTokens(async () => {
    const { callerToken } = await request(CallerTokenDocument, { labId });
    return { token: callerToken.token, expiresAt: Date.parse(callerToken.expiresAt) };
  }, Date.now);
  const transport = httpTransport(async (url, body) => {
    const response = await fetch(url, {
      method: 'POST',
      // No cookie of ours is for a key holder.
      credentials: 'omit',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
      body,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return { status: response.status, body: await response.text() };
  });
  const name = `run ${datasetId}`;
  return resumableRun(
    identifiers,
    trusted,
    transport,
    { ristretto, rng, onProgress },
    {
      load: () => findValue<Uint8Array>(name),
      save: (bytes) => keepValue(name, bytes),
      clear: () => forgetValue(name),
    },
  );
}
