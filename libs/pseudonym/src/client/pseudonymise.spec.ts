import { describe, expect, it } from '@jest/globals';
import { unavailable } from '@datalab/domain';
import { toHex } from '../bytes.js';
import { countedBytes } from '../counted-bytes.fake.js';
import { registerHolders } from '../holder/registered-holder.js';
import { frameIdentifier, type Identifier } from '../identifier/identifier.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { PseudonymisationInterrupted } from './checkpoint.js';
import { InMemoryHolder, inMemoryTransport } from './in-memory-holder.fake.js';
import { pseudonymise, type PseudonymiseProgress } from './pseudonymise.js';
import type { Transport } from './transport.js';

const ristretto = await loadSodiumRistretto();
const address = (id: number) => frameIdentifier('address', `04790100000${id}`);
const addresses = (count: number) => Array.from({ length: count }, (_, id) => address(id));

function lab({ holders = ['a'], seed = 'lab', budget = Infinity } = {}) {
  const fakes = holders.map((id) => new InMemoryHolder(ristretto, 'lab-1', id, countedBytes(`${seed}/${id}`), budget));
  const registered = registerHolders(
    ristretto,
    'lab-1',
    fakes.map(({ card }) => card),
  );
  return { fakes, registered, transport: inMemoryTransport(fakes) };
}
const options = (seed: string, batchSize = 10) => ({ ristretto, rng: countedBytes(seed), batchSize });
const pseudonyms = (table: Awaited<ReturnType<typeof pseudonymise>>, identifiers: readonly Identifier[]) =>
  identifiers.map((one) => toHex(table.get(one) as Uint8Array));

/** Lets `calls` questions through, then fails. */
function breakingAfter(calls: number, transport: Transport, failure: () => unknown): Transport {
  let made = 0;
  return {
    async evaluate(holder, elements) {
      if (made++ >= calls) throw failure();
      return transport.evaluate(holder, elements);
    },
  };
}

describe('pseudonymise', () => {
  it('gives the same pseudonym whatever the blinds, batches and order; another one for another value or lab', async () => {
    const { registered, transport } = lab();
    const all = addresses(23);
    const first = await pseudonymise(all, registered, transport, options('one', 10));
    const again = await pseudonymise([...all].reverse(), registered, transport, options('two', 7));
    expect(pseudonyms(again, all)).toEqual(pseudonyms(first, all));
    expect(new Set(pseudonyms(first, all)).size).toBe(23);
    const other = lab({ seed: 'other lab' });
    const elsewhere = await pseudonymise(all, other.registered, other.transport, options('one'));
    expect(pseudonyms(elsewhere, all).filter((one) => pseudonyms(first, all).includes(one))).toEqual([]);
  });

  it('asks two holders the same elements, each under its own proof, and adds their shares', async () => {
    const { fakes, registered, transport } = lab({ holders: ['a', 'b'] });
    const table = await pseudonymise(addresses(12), registered, transport, options('two holders', 5));
    expect(fakes[0]?.received).toEqual(fakes[1]?.received);
    expect(fakes[0]?.received.map(({ length }) => length)).toEqual([5, 5, 2]);
    const alone = lab({ holders: ['a'] });
    const single = await pseudonymise(addresses(12), alone.registered, alone.transport, options('alone'));
    expect(pseudonyms(single, addresses(12))).not.toEqual(pseudonyms(table, addresses(12)));
  });

  it('asks once per distinct identifier, whatever the number of rows', async () => {
    const { fakes, registered, transport } = lab();
    async function* rows() {
      for (let row = 0; row < 100_000; row++) yield address(row % 17);
    }
    const table = await pseudonymise(rows(), registered, transport, options('rows'));
    expect(table.size).toBe(17);
    const { registered: same, transport: again } = lab();
    const once = await pseudonymise(addresses(17), same, again, options('once'));
    expect(pseudonyms(table, addresses(17))).toEqual(pseudonyms(once, addresses(17)));
    expect(fakes[0]?.received.flat().length).toBe(17);
  });

  it('asks nothing for no identifiers', async () => {
    const { fakes, registered, transport } = lab();
    expect((await pseudonymise([], registered, transport, options('none'))).size).toBe(0);
    expect(fakes[0]?.received).toEqual([]);
  });

  it('tells how far it is, and pauses between blinds when asked', async () => {
    const { registered, transport } = lab();
    const seen: [number, number][] = [];
    let pauses = 0;
    await pseudonymise(addresses(25), registered, transport, {
      ...options('progress'),
      onProgress: ({ done, total }) => seen.push([done, total]),
      pause: async () => void pauses++,
    });
    expect(seen).toEqual([
      [10, 25],
      [20, 25],
      [25, 25],
    ]);
    expect(pauses).toBe(3);
  });

  it('stops at a swapped key, at either holder, also in the middle of a run', async () => {
    for (const swapped of ['a', 'b']) {
      const { registered, fakes } = lab({ holders: ['a', 'b'] });
      const impostor = new InMemoryHolder(ristretto, 'lab-1', swapped, countedBytes('impostor'));
      const honest = inMemoryTransport(fakes);
      let asked = 0;
      const transport: Transport = {
        evaluate: (holder, elements) =>
          holder.holderId === swapped && ++asked > 1 ? impostor.evaluate(elements) : honest.evaluate(holder, elements),
      };
      const seen: number[] = [];
      const run = pseudonymise(addresses(40), registered, transport, {
        ...options('swapped'),
        onProgress: ({ done }) => seen.push(done),
      });
      await expect(run).rejects.toMatchObject({ kind: 'Forbidden', code: 'pseudonym.proof-refused' });
      await expect(run).rejects.not.toBeInstanceOf(PseudonymisationInterrupted);
      expect(seen).toEqual([10]);
    }
  });

  it('refuses an answer that is shorter than the question', async () => {
    const { registered, transport } = lab();
    const short: Transport = {
      evaluate: async (holder, elements) => transport.evaluate(holder, elements.slice(1)),
    };
    await expect(pseudonymise(addresses(3), registered, short, options('short'))).rejects.toMatchObject({
      code: 'pseudonym.proof-refused',
    });
  });

  it.each([0, 1.5, -1, 65_536])('refuses a batch size of %d', async (batchSize) => {
    const { registered, transport } = lab();
    await expect(pseudonymise(addresses(1), registered, transport, options('size', batchSize))).rejects.toThrow(
      'A batch holds 1 to 65535',
    );
  });
});

describe('an interrupted run', () => {
  const lost = () => unavailable('pseudonym.holder-unreachable', 'gone');
  async function interrupted(run: Promise<unknown>): Promise<PseudonymisationInterrupted> {
    const reason: unknown = await run.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(reason).toBeInstanceOf(PseudonymisationInterrupted);
    return reason as PseudonymisationInterrupted;
  }

  it('goes on where the connection was lost, wherever that was, and asks nothing twice', async () => {
    const all = addresses(35);
    const reference = lab();
    const whole = await pseudonymise(all, reference.registered, reference.transport, options('whole'));
    for (const calls of [0, 1, 2, 3]) {
      const { fakes, registered, transport } = lab();
      const broken = breakingAfter(calls, transport, lost);
      const { checkpoint, kind } = await interrupted(pseudonymise(all, registered, broken, options('broken')));
      expect(kind).toBe('Unavailable');
      expect(checkpoint.done).toBe(calls * 10);
      const table = await pseudonymise(all, registered, transport, { ...options('resumed'), resumeFrom: checkpoint });
      expect(pseudonyms(table, all)).toEqual(pseudonyms(whole, all));
      expect(fakes[0]?.received.flat().length).toBe(35);
    }
  });

  it('can be resumed when the budget of the day was used up, and when it was stopped by hand', async () => {
    const tight = lab({ budget: 20 });
    const refused = await interrupted(
      pseudonymise(addresses(30), tight.registered, tight.transport, options('budget')),
    );
    expect(refused).toMatchObject({ kind: 'Forbidden', code: 'keyservice.budget-exceeded', checkpoint: { done: 20 } });

    const { registered, transport } = lab();
    const stop = { aborted: false };
    const onProgress = () => void (stop.aborted = true);
    const stopped = await interrupted(
      pseudonymise(addresses(30), registered, transport, { ...options('stop'), stop, onProgress }),
    );
    expect(stopped).toMatchObject({ code: 'pseudonym.stopped', checkpoint: { done: 10 } });
  });

  it('can be resumed from the checkpoint of its progress, with rows added behind', async () => {
    const { registered, transport } = lab();
    const seen: PseudonymiseProgress[] = [];
    const onProgress = (progress: PseudonymiseProgress) => void seen.push(progress);
    await pseudonymise(addresses(10), registered, transport, { ...options('first'), onProgress });
    const resumeFrom = seen[0]?.checkpoint();
    const table = await pseudonymise(addresses(15), registered, transport, { ...options('more'), resumeFrom });
    expect(table.done).toBe(15);
  });

  it('is not resumed under another key or over other identifiers', async () => {
    const { registered, transport } = lab();
    const broken = breakingAfter(1, transport, lost);
    const { checkpoint } = await interrupted(pseudonymise(addresses(20), registered, broken, options('broken')));
    const other = lab({ seed: 'other' });
    for (const [identifiers, { registered, transport }] of [
      [addresses(20), other],
      [[...addresses(20)].reverse(), lab()],
      [addresses(5), lab()],
    ] as const) {
      await expect(
        pseudonymise(identifiers, registered, transport, { ...options('resume'), resumeFrom: checkpoint }),
      ).rejects.toMatchObject({ code: 'pseudonym.checkpoint-mismatch' });
    }
  });

  it('passes a bug on as it is', async () => {
    const { registered, transport } = lab();
    const broken = breakingAfter(0, transport, () => new TypeError('bug'));
    await expect(pseudonymise(addresses(1), registered, broken, options('bug'))).rejects.toThrow(TypeError);
  });
});
