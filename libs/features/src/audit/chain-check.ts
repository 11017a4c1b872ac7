import { headText, NO_HASH, type ChainedEvent, type LinkRow, type SignedHead } from '@datalab/data';
import { linkHash } from './audit-seal.service.js';
import { isSignedBy } from './signing-key.js';

/** What is wrong with a chain, and with which event, link or head. Never what stood in it. */
export type ChainFault =
  | { kind: 'removed' | 'altered' | 'reordered'; seq: number; eventId: string }
  /** In the log without a link, and not waiting for one: put in past the database's own bookkeeping, or robbed of its link. */
  | { kind: 'inserted'; eventId: string }
  | { kind: 'missing-link'; seq: number }
  | { kind: 'cut-off' | 'rewritten' | 'bad-signature' | 'wrong-key'; day: string; seq: number };

/** A link whose hash is not that of its place, its event and the link before it. */
interface Suspect {
  seq: number;
  eventId: string;
  hash: string;
  previous: string;
  event: ChainedEvent;
}

/** Suspects at most that are told apart; with more, each is simply altered. */
const MOST_SUSPECTS = 50;

/**
 * Goes along one chain, link by link, and keeps what is wrong. `take` the links in order, `finish`, then hold the heads against it. After a bad
 * link it goes on from the hash that is stored, so that one bad row is named once and the rest is still checked.
 */
export class ChainCheck {
  readonly faults: ChainFault[] = [];
  /** Links that are as they were made. */
  sound = 0;
  private readonly hashes: string[] = [NO_HASH];
  private readonly suspects: Suspect[] = [];

  constructor(private readonly chainId: string) {}

  /** The number of the last link seen. */
  get length(): number {
    return this.hashes.length - 1;
  }

  take({ seq, eventId, hash, event }: LinkRow): void {
    while (this.hashes.length < seq) {
      this.faults.push({ kind: 'missing-link', seq: this.hashes.length });
      this.hashes.push('');
    }
    const previous = this.hashes[seq - 1]!;
    this.hashes.push(hash);
    if (event === null) this.faults.push({ kind: 'removed', seq, eventId });
    else if (linkHash(this.chainId, seq, previous, event) === hash) this.sound += 1;
    else this.suspects.push({ seq, eventId, hash, previous, event });
  }

  /** Tells what happened to the links that do not fit. */
  finish(): void {
    for (const suspect of this.suspects) {
      const kind = this.suspects.length > MOST_SUSPECTS ? 'altered' : this.kindOf(suspect);
      if (kind === 'sound') this.sound += 1;
      else this.faults.push({ kind, seq: suspect.seq, eventId: suspect.eventId });
    }
  }

  private kindOf({ seq, hash, previous, event }: Suspect): 'sound' | 'reordered' | 'altered' {
    const others = this.suspects.filter((other) => other.seq !== seq);
    const before = [...others, { seq, hash, previous }].flatMap((other) => [other.previous, other.hash]);
    const fits = (place: number, after: string, what: ChainedEvent) =>
      linkHash(this.chainId, place, after, what) === hash;
    // Right in itself: it is the link before it that is not what it was.
    if (before.some((after) => fits(seq, after, event))) return 'sound';
    const wasElsewhere = others.some((other) => before.some((after) => fits(other.seq, after, event)));
    const holdsAnother = others.some((other) => fits(seq, previous, other.event));
    return wasElsewhere || holdsAnother ? 'reordered' : 'altered';
  }

  takeLoose(eventId: string): void {
    this.faults.push({ kind: 'inserted', eventId });
  }

  /** Whether the head says what the chain says. With `publicKey`, it must be signed by that key and no other. */
  holds(head: SignedHead, publicKey?: string): boolean {
    const { day, seq } = head;
    const before = this.faults.length;
    if (publicKey !== undefined && head.publicKey !== publicKey) this.faults.push({ kind: 'wrong-key', day, seq });
    else if (!isSignedBy(head.publicKey, headText(head), head.signature))
      this.faults.push({ kind: 'bad-signature', day, seq });
    if (seq > this.length) this.faults.push({ kind: 'cut-off', day, seq });
    else if (this.hashes[seq] !== head.hash) this.faults.push({ kind: 'rewritten', day, seq });
    return this.faults.length === before;
  }
}
