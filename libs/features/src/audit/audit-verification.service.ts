import {
  Database,
  listChains,
  listHeads,
  listLinks,
  listLoose,
  PLATFORM_CHAIN,
  type AuditedChain,
  type SignedHead,
} from '@datalab/data';
import { Injectable } from '@nestjs/common';
import { ChainCheck, type ChainFault } from './chain-check.js';

const AT_A_TIME = 5_000;

export interface VerifiedChain {
  chain: AuditedChain;
  sealed: number;
  /** Events that wait for their link: nothing can be said of them yet. */
  unsealed: number;
  heads: number;
  passed: number;
  faults: ChainFault[];
}

export interface VerifyOptions {
  /** The key of one lab, or `platform`; every chain where it is left out. */
  lab?: string;
  /** Heads that another party kept. */
  heads?: readonly SignedHead[];
  /** The key that every head must be signed with; without it, each is checked against the key that it names itself. */
  publicKey?: string;
}

/** Recomputes the chains of the audit log. For the auditor's database role, which sees the log and nothing else. */
@Injectable()
export class AuditVerificationService {
  constructor(private readonly database: Database) {}

  /** Every chain that was asked for, in turn, with what is wrong with it. A lab that is not there gives none. */
  async *verify({ lab, heads = [], publicKey }: VerifyOptions): AsyncGenerator<VerifiedChain> {
    const chains = await this.database.inTransaction({}, (tx) => listChains(tx));
    const nameOf = ({ chainId, key }: AuditedChain) => (chainId === PLATFORM_CHAIN ? 'platform' : key);
    for (const chain of chains)
      if (lab === undefined || nameOf(chain) === lab)
        yield await this.verifyChain(
          chain,
          heads.filter(({ chainId }) => chainId === chain.chainId),
          publicKey,
        );
    // A head of a chain that is not there at all: the whole chain is gone, with its lab.
    for (const head of heads)
      if (lab === undefined && !chains.some(({ chainId }) => chainId === head.chainId))
        yield await this.verifyChain({ chainId: head.chainId, key: null, name: null }, [head], publicKey);
  }

  /** The newest signed head of every chain, to be kept by another party. */
  async listNewestHeads(): Promise<SignedHead[]> {
    return this.database.inTransaction({}, async (tx) => {
      const heads: SignedHead[] = [];
      for (const { chainId } of await listChains(tx)) heads.push(...(await listHeads(tx, chainId, { newest: true })));
      return heads;
    });
  }

  private async verifyChain(
    chain: AuditedChain,
    kept: readonly SignedHead[],
    publicKey: string | undefined,
  ): Promise<VerifiedChain> {
    const { chainId } = chain;
    const check = new ChainCheck(chainId);
    // What is loose is looked up first: what is sealed meanwhile is then a link, and not missed by both.
    const loose = await this.database.inTransaction({}, (tx) => listLoose(tx, chainId));
    for (;;) {
      const links = await this.database.inTransaction({}, (tx) => listLinks(tx, chainId, check.length, AT_A_TIME));
      for (const link of links) check.take(link);
      if (links.length < AT_A_TIME) break;
    }
    check.finish();
    for (const { id, tailed } of loose) if (!tailed) check.takeLoose(id);
    const own = await this.database.inTransaction({}, (tx) => listHeads(tx, chainId));
    const held = [...own, ...kept].filter((head) => check.holds(head, publicKey)).length;
    return {
      chain,
      sealed: check.length,
      unsealed: loose.filter(({ tailed }) => tailed).length,
      heads: own.length + kept.length,
      passed: check.sound + held,
      faults: check.faults,
    };
  }
}
