import { forbidden } from '@datalab/domain';
import {
  labKeyFingerprint,
  registerHolders,
  type HolderCard,
  type RegisteredHolder,
} from '../holder/registered-holder.js';
import type { Ristretto } from '../voprf/ristretto.js';

/** Remembers, at the partner, under which key a lab was first seen: the fingerprint of all its holders together. Public, not secret. */
export interface KeyPins {
  find(labId: string): Promise<string | undefined>;
  keep(labId: string, fingerprint: string): Promise<void>;
}

/**
 * The holders of a lab that may be asked: each proved that it holds its key, and together they are the key that this client saw first for the
 * lab. The platform hands the cards out; without the pin it could put a key of its own in their place later. Throws Forbidden
 * `pseudonym.lab-key-changed` for another key, and what `registerHolders` throws.
 */
export async function trustedHolders(
  ristretto: Ristretto,
  labId: string,
  cards: readonly (HolderCard & { readonly url: string })[],
  pins: KeyPins,
): Promise<RegisteredHolder[]> {
  const holders = registerHolders(ristretto, labId, cards);
  const fingerprint = labKeyFingerprint(ristretto, holders);
  const pinned = await pins.find(labId);
  if (pinned === undefined) await pins.keep(labId, fingerprint);
  else if (pinned !== fingerprint)
    throw forbidden(
      'pseudonym.lab-key-changed',
      'The key of this lab is another one than this client saw before. Nothing was sent; ask the key holders what happened.',
    );
  return holders;
}
