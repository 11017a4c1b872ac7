import { createHash } from 'node:crypto';
import {
  Database,
  findChainEnd,
  findHead,
  headText,
  linkText,
  listUnsealed,
  lockChain,
  saveHead,
  saveLinks,
  type ChainEnd,
  type ChainedEvent,
  type Transaction,
} from '@datalab/data';
import type { Clock } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import type { SigningKey } from './signing-key.js';

const AT_A_TIME = 2_000;

/** The hash of one link. */
export const linkHash = (chainId: string, seq: number, previousHash: string, event: ChainedEvent): string =>
  createHash('sha256')
    .update(linkText(chainId, seq, previousHash, event))
    .digest('hex');

/** Chains what was committed to the audit log since it last came by, and signs how far each chain is, once a day. */
@Injectable()
export class AuditSealService {
  constructor(
    private readonly database: Database,
    private readonly key: SigningKey,
    private readonly clock: Clock,
  ) {}

  /** Seals one chain up to now and signs the head of this day (UTC) where it was not. Returns the number of new links; doing it again adds none. */
  async seal(chainId: string): Promise<number> {
    let sealed = 0;
    for (;;) {
      const links = await this.database.inTransaction({ labId: chainId }, async (tx) => {
        await lockChain(tx, chainId);
        const events = await listUnsealed(tx, chainId, AT_A_TIME);
        const end = await this.link(tx, chainId, events);
        if (events.length < AT_A_TIME) await this.signHead(tx, chainId, end);
        return events.length;
      });
      sealed += links;
      if (links < AT_A_TIME) return sealed;
    }
  }

  private async link(tx: Transaction, chainId: string, events: readonly ChainedEvent[]): Promise<ChainEnd> {
    const start = await findChainEnd(tx, chainId);
    const links: { eventId: string; hash: string }[] = [];
    let { seq, hash } = start;
    for (const event of events) {
      seq += 1;
      hash = linkHash(chainId, seq, hash, event);
      links.push({ eventId: event.id, hash });
    }
    if (links.length > 0) await saveLinks(tx, chainId, start, links, this.clock.now());
    return { seq, hash };
  }

  /** A chain that is empty has no head. */
  private async signHead(tx: Transaction, chainId: string, { seq, hash }: ChainEnd): Promise<void> {
    const now = this.clock.now().toISOString();
    const day = now.slice(0, 10);
    if (seq === 0 || (await findHead(tx, chainId, day)) !== undefined) return;
    // Six decimals, as PostgreSQL gives it back.
    const head = { chainId, day, seq, hash, signedAt: now.replace('Z', '000Z') };
    const signature = this.key.sign(headText(head));
    await saveHead(tx, { ...head, publicKey: this.key.publicKey, signature });
  }
}
