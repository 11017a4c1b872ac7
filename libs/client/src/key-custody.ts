import { randomBytes } from 'node:crypto';
import {
  callerTokens,
  fromHex,
  httpTransport,
  loadSodiumRistretto,
  noCheckpoints,
  resumableRun,
  trustedHolders,
  type CheckpointStore,
  type HolderCard,
  type Identifier,
  type KeyPins,
  type PseudonymTable,
} from '@datalab/pseudonym';
import type { PlatformSession } from './platform-session.js';

/** What a lab's clients need to make keys: to whom they are sealed, and who holds the lab's key. */
export interface KeyCustody {
  labId: string;
  /** The worker's public key, 32 bytes. */
  sealingKey: Uint8Array;
  holders: (HolderCard & { url: string })[];
}

interface CustodyAnswer {
  lab: {
    keyCustody: {
      sealingKey: string;
      holders: {
        holderId: string;
        url: string;
        suite: string;
        context: string;
        publicKey: string;
        possession: string;
      }[];
    } | null;
  };
}

const CUSTODY = `query ($labId: ID!) { lab(id: $labId) { keyCustody {
  sealingKey holders { holderId url suite context publicKey possession } } } }`;

/** Asks the platform who holds the key of a lab; undefined where this platform takes no keys. */
export async function keyCustodyOf(session: PlatformSession, labId: string): Promise<KeyCustody | undefined> {
  const { keyCustody } = (await session.ask<CustodyAnswer>(CUSTODY, { labId })).lab;
  if (keyCustody === null) return undefined;
  return {
    labId,
    sealingKey: fromHex(keyCustody.sealingKey, 32, 'sealingKey'),
    holders: keyCustody.holders.map((holder) => ({ ...holder, labId })),
  };
}

export interface PseudonymsOptions {
  pins: KeyPins;
  /** Where an interrupted run is kept; default: nowhere. */
  checkpoints?: CheckpointStore;
  onProgress?: (progress: { done: number; total: number }) => void;
}

const REQUEST_TIMEOUT_MS = 60_000;

/**
 * Makes pseudonyms for a lab: asks its holders, which must be those that were seen first, with tokens that the platform mints for this person's
 * organisation. Throws Forbidden where a key was swapped, a proof fails or a budget is used up.
 */
export function pseudonymsOf(
  session: PlatformSession,
  custody: KeyCustody,
  { pins, checkpoints = noCheckpoints, onProgress }: PseudonymsOptions,
): (identifiers: Iterable<Identifier>) => Promise<PseudonymTable> {
  const token = callerTokens(async () => {
    const { callerToken } = await session.ask<{ callerToken: { token: string; expiresAt: string } }>(
      'mutation ($labId: ID!) { callerToken(labId: $labId) { token expiresAt } }',
      { labId: custody.labId },
    );
    return { token: callerToken.token, expiresAt: Date.parse(callerToken.expiresAt) };
  }, Date.now);
  const transport = httpTransport(async (url, body) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
      body,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return { status: response.status, body: await response.text() };
  });
  return async (identifiers) => {
    const ristretto = await loadSodiumRistretto();
    const holders = await trustedHolders(ristretto, custody.labId, custody.holders, pins);
    const rng = (length: number) => new Uint8Array(randomBytes(length));
    return resumableRun(
      identifiers,
      holders,
      transport,
      { ristretto, rng, ...(onProgress && { onProgress }) },
      checkpoints,
    );
  };
}
