import { describe, expect, it } from '@jest/globals';
import { unavailable } from '@datalab/domain';
import { countedBytes } from '../counted-bytes.fake.js';
import { registerHolders } from '../holder/registered-holder.js';
import { frameIdentifier } from '../identifier/identifier.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { callerTokens } from './caller-tokens.js';
import { InMemoryHolder, inMemoryTransport } from './in-memory-holder.fake.js';
import { decodeCheckpoint, encodeCheckpoint, resumableRun, type CheckpointStore } from './resumable-run.js';
import { trustedHolders, type KeyPins } from './trusted-holders.js';
import type { Transport } from './transport.js';

const ristretto = await loadSodiumRistretto();
const identifiers = Array.from({ length: 9 }, (_, id) => frameIdentifier('address', `a${id}`));

class MemoryStore implements CheckpointStore {
  bytes: Uint8Array | undefined;
  load = () => Promise.resolve(this.bytes);
  save = (bytes: Uint8Array) => Promise.resolve(void (this.bytes = bytes));
  clear = () => Promise.resolve(void (this.bytes = undefined));
}

function lab(seed: string) {
  const holder = new InMemoryHolder(ristretto, 'lab-1', 'a', countedBytes(seed));
  return {
    holder,
    holders: registerHolders(ristretto, 'lab-1', [holder.card]),
    transport: inMemoryTransport([holder]),
  };
}
const options = { ristretto, rng: countedBytes('runs'), batchSize: 2 };
const lostAfter = (calls: number, transport: Transport): Transport => ({
  evaluate: (holder, elements) =>
    calls-- > 0
      ? transport.evaluate(holder, elements)
      : Promise.reject(unavailable('pseudonym.holder-unreachable', 'gone')),
});

describe('a run that is kept where it stopped', () => {
  it('goes on from there, asks nothing twice, and leaves nothing behind', async () => {
    const { holder, holders, transport } = lab('one');
    const store = new MemoryStore();
    await expect(resumableRun(identifiers, holders, lostAfter(2, transport), options, store)).rejects.toMatchObject({
      code: 'pseudonym.holder-unreachable',
    });
    expect(decodeCheckpoint(store.bytes)).toMatchObject({ done: 4 });
    const table = await resumableRun(identifiers, holders, transport, options, store);
    expect([table.done, holder.received.flat().length]).toEqual([9, 9]);
    expect(store.bytes).toBeUndefined();
  });

  it('begins anew over other identifiers, under another key, or from what is damaged', async () => {
    const { holder, holders, transport } = lab('two');
    const store = new MemoryStore();
    await resumableRun(identifiers, holders, lostAfter(2, transport), options, store).catch(() => undefined);
    const kept = store.bytes!;
    const others = [frameIdentifier('person', '123456782'), ...identifiers];
    expect((await resumableRun(others, holders, transport, options, store)).done).toBe(10);
    store.bytes = kept;
    const elsewhere = lab('three');
    expect((await resumableRun(identifiers, elsewhere.holders, elsewhere.transport, options, store)).done).toBe(9);
    for (const damaged of [kept.slice(0, -1), kept.slice(1), new Uint8Array(0), new Uint8Array([123, 10])]) {
      expect(decodeCheckpoint(damaged)).toBeUndefined();
      store.bytes = damaged;
      expect((await resumableRun(identifiers, holders, transport, options, store)).done).toBe(9);
    }
    expect(holder.received.length).toBeGreaterThan(0);
    expect(decodeCheckpoint(encodeCheckpoint(decodeCheckpoint(kept)!))).toEqual(decodeCheckpoint(kept));
  });
});

describe('the holders that a client trusts', () => {
  const pins = (): KeyPins & { known: Map<string, string> } => {
    const known = new Map<string, string>();
    return {
      known,
      find: (labId) => Promise.resolve(known.get(labId)),
      keep: (labId, fingerprint) => Promise.resolve(void known.set(labId, fingerprint)),
    };
  };

  it('are those that it saw first', async () => {
    const seen = pins();
    const [one, two] = [lab('one').holder, lab('two').holder];
    await trustedHolders(ristretto, 'lab-1', [one.card], seen);
    expect((await trustedHolders(ristretto, 'lab-1', [one.card], seen))[0]!.holderId).toBe('a');
    await expect(trustedHolders(ristretto, 'lab-1', [two.card], seen)).rejects.toMatchObject({
      kind: 'Forbidden',
      code: 'pseudonym.lab-key-changed',
    });
    expect(seen.known.size).toBe(1);
  });

  it('proved that they have their key; otherwise nothing is kept', async () => {
    const seen = pins();
    const { card } = lab('one').holder;
    const forged = { ...card, possession: lab('two').holder.card.possession };
    await expect(trustedHolders(ristretto, 'lab-1', [forged], seen)).rejects.toMatchObject({
      code: 'pseudonym.possession-refused',
    });
    expect(seen.known.size).toBe(0);
  });
});

describe('caller tokens', () => {
  it('are asked for once, and again a minute before they expire or after a failure', async () => {
    let [now, asked] = [0, 0];
    const token = callerTokens(
      () => {
        asked += 1;
        return asked === 1
          ? Promise.reject(new Error('offline'))
          : Promise.resolve({ token: `t${asked}`, expiresAt: now + 600_000 });
      },
      () => now,
    );
    await expect(token()).rejects.toThrow('offline');
    expect([await token(), await token()]).toEqual(['t2', 't2']);
    now = 541_000;
    expect(await token()).toBe('t3');
    expect(asked).toBe(3);
  });
});
