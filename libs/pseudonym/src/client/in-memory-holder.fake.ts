import { forbidden } from '@datalab/domain';
import { provePossession } from '../holder/possession.js';
import { holderCard, type HolderCard, type RegisteredHolder } from '../holder/registered-holder.js';
import type { RandomBytes } from '../random-bytes.js';
import { evaluateBatch, type Evaluation } from '../voprf/evaluate.js';
import { generateKeyPair, type KeyPair } from '../voprf/key-pair.js';
import type { Element, Ristretto } from '../voprf/ristretto.js';
import type { Transport } from './transport.js';

/**
 * A key holder in memory for tests and rehearsals: answers as the key service does and keeps what it received. The key service's own tests
 * hold both to one contract. `budget` is the number of elements that it evaluates in all.
 */
export class InMemoryHolder {
  readonly received: Element[][] = [];
  private readonly key: KeyPair;
  private used = 0;

  constructor(
    private readonly ristretto: Ristretto,
    readonly labId: string,
    readonly holderId: string,
    private readonly rng: RandomBytes,
    private readonly budget = Infinity,
  ) {
    this.key = generateKeyPair(ristretto, rng);
  }

  get card(): HolderCard & { url: string } {
    const possession = provePossession(this.ristretto, this.key, this, this.rng);
    return { ...holderCard(this.labId, this.holderId, this.key.publicKey, possession), url: `memory:${this.holderId}` };
  }

  async evaluate(elements: readonly Element[]): Promise<Evaluation> {
    if (this.used + elements.length > this.budget) {
      throw forbidden(
        'keyservice.budget-exceeded',
        'The budget of this organisation in this lab is used up for today.',
      );
    }
    const answer = await evaluateBatch(this.ristretto, this.key, elements, this.rng);
    this.used += elements.length;
    this.received.push([...elements]);
    return answer;
  }
}

/** Reaches holders in memory by their id. */
export function inMemoryTransport(holders: readonly InMemoryHolder[]): Transport {
  const byId = new Map(holders.map((holder) => [holder.holderId, holder]));
  return {
    async evaluate({ holderId }: RegisteredHolder, elements) {
      const holder = byId.get(holderId);
      if (holder === undefined) throw forbidden('keyservice.lab-unknown', 'This key holder does not know the lab.');
      return holder.evaluate(elements);
    },
  };
}
