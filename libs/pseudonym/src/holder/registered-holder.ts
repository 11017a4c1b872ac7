import { forbidden, invalidInput } from '@datalab/domain';
import { concat, fromHex, toHex, utf8, withLength } from '../bytes.js';
import { PROOF_BYTES } from '../voprf/proof.js';
import { ELEMENT_BYTES, type Element, type Ristretto } from '../voprf/ristretto.js';
import { CONTEXT, SUITE } from '../voprf/transcript.js';
import { verifyPossession } from './possession.js';

/** What a key service publishes about a lab (`GET /v1/labs/:labId/key`), and what the agreement of the lab registers. All hexadecimal. */
export interface HolderCard {
  readonly labId: string;
  readonly holderId: string;
  /** The ciphersuite: always "ristretto255-SHA512". */
  readonly suite: string;
  /** The context string under which proofs are made (RFC 9497 §3.1, VOPRF mode), hexadecimal. */
  readonly context: string;
  readonly publicKey: string;
  /** The proof of possession, made for this lab and holder. */
  readonly possession: string;
}

/** A holder whose card was checked. `url` is where its key service answers. */
export interface RegisteredHolder {
  readonly labId: string;
  readonly holderId: string;
  readonly url: string;
  readonly publicKey: Element;
}

const CONTEXT_HEX = toHex(CONTEXT);

/** The card of a lab's key, as its key service publishes it. */
export const holderCard = (
  labId: string,
  holderId: string,
  publicKey: Element,
  possession: Uint8Array,
): HolderCard => ({
  labId,
  holderId,
  suite: SUITE,
  context: CONTEXT_HEX,
  publicKey: toHex(publicKey),
  possession: toHex(possession),
});

/**
 * Checks the cards of one lab's holders and gives them in the order of their ids. Throws Forbidden when a proof of possession fails,
 * InvalidInput for another lab, suite or context, for no holder at all, and for a holder or key that is named twice.
 */
export function registerHolders(
  ristretto: Ristretto,
  labId: string,
  cards: readonly (HolderCard & { readonly url: string })[],
): RegisteredHolder[] {
  if (cards.length === 0) throw invalidInput('pseudonym.holder-missing', 'A lab has at least one key holder.');
  const holders = cards.map((card) => {
    if (card.labId !== labId || card.suite !== SUITE || card.context !== CONTEXT_HEX) {
      throw invalidInput('pseudonym.holder-mismatch', 'A key holder speaks for another lab or another ciphersuite.');
    }
    const publicKey = fromHex(card.publicKey, ELEMENT_BYTES, 'publicKey');
    const possession = fromHex(card.possession, PROOF_BYTES, 'possession');
    if (!verifyPossession(ristretto, publicKey, card, possession)) {
      throw forbidden('pseudonym.possession-refused', 'A key holder did not prove that it holds its registered key.');
    }
    return { labId, holderId: card.holderId, url: card.url, publicKey };
  });
  const isRepeated = (values: readonly string[]) => new Set(values).size < values.length;
  if (isRepeated(holders.map((one) => one.holderId)) || isRepeated(holders.map((one) => toHex(one.publicKey)))) {
    throw invalidInput('pseudonym.holder-repeated', 'A key holder, or a key, is registered twice.');
  }
  return holders.sort((a, b) => (a.holderId < b.holderId ? -1 : 1));
}

/**
 * Names the key of a lab over all its holders: 64 hexadecimal digits, the same whatever the order of the holders. Two loads can be linked
 * only when they carry the same fingerprint.
 */
export function labKeyFingerprint(ristretto: Ristretto, holders: readonly RegisteredHolder[]): string {
  const parts = [...holders]
    .sort((a, b) => (a.holderId < b.holderId ? -1 : 1))
    .flatMap(({ labId, holderId, publicKey }) => [utf8(labId), utf8(holderId), publicKey]);
  return toHex(ristretto.hash(concat(withLength(...parts), utf8('LabKey-v1'))).subarray(0, 32));
}
