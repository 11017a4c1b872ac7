import { beforeAll, describe, expect, it } from '@jest/globals';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toHex } from '../bytes.js';
import { countedBytes } from '../counted-bytes.fake.js';
import { frameIdentifier } from '../identifier/identifier.js';
import { generateSealingKeyPair, type SealingKeyPair } from '../sealed/sealed-box.js';
import { openColumn } from '../sealed/sealed-column.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { RowKeyMaker, sharedIdentifiers, type KeySources } from './row-keys.js';
import { SealedRows, type SealedBlock } from './sealed-rows.js';

const hashUnder = (key: string) => (message: string) => toHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(message)));
const home: KeySources = {
  household_key: { type: 'address', value: '1' },
  reporter_key: { type: 'own', value: 'M-1' },
};
const away: KeySources = { household_key: { type: 'address', value: '2' } };
const pseudonym = (fill: number) => new Uint8Array(64).fill(fill);
const table = {
  get: (identifier: string) =>
    new Map([
      [frameIdentifier('address', '1'), pseudonym(1)],
      [frameIdentifier('address', '2'), pseudonym(2)],
    ]).get(identifier as never),
};

describe('rows with sealed keys', () => {
  let worker: SealingKeyPair;
  beforeAll(async () => {
    await loadSodiumRistretto();
    worker = generateSealingKeyPair(countedBytes('worker'));
  });

  const blocksOf = async (sources: KeySources[], { dataset = 'd-1', key = 'organisation', rowsPerPart = 2 } = {}) => {
    const hash = hashUnder(key);
    const sealed = new SealedRows<number>({
      columns: ['household_key', 'reporter_key'],
      keys: new RowKeyMaker(table, hash, dataset),
      dataset,
      workerPublicKey: worker.publicKey,
      hash,
      rowsPerPart,
    });
    const blocks: SealedBlock<number>[] = [];
    for await (const block of sealed.add([...sources.keys()], sources)) blocks.push(block);
    for await (const block of sealed.end()) blocks.push(block);
    return blocks;
  };
  const opened = (block: SealedBlock<number>, column: string, part: number, dataset = 'd-1') => {
    const { box } = block.parts.find(({ sealed }) => sealed === column)!;
    return openColumn(box, { load: dataset, column, part }, worker);
  };

  it('are cut in parts, each with its columns, and open with the key of the worker alone', async () => {
    const blocks = await blocksOf([home, {}, away]);
    expect(blocks.map(({ rows }) => rows)).toEqual([[0, 1], [2]]);
    expect(blocks[0]!.parts.map(({ sealed, part, rows }) => [sealed, part, rows])).toEqual([
      ['household_key', 0, 2],
      ['reporter_key', 0, 2],
    ]);
    expect(opened(blocks[0]!, 'household_key', 0)).toEqual([pseudonym(1), undefined]);
    expect(opened(blocks[1]!, 'household_key', 1)).toEqual([pseudonym(2)]);
    expect(opened(blocks[1]!, 'reporter_key', 1)).toEqual([undefined]);
    expect(() => opened(blocks[0]!, 'household_key', 0, 'd-2')).toThrow(
      expect.objectContaining({ code: 'pseudonym.box-misplaced' }),
    );
  });

  it('give the same boxes for the same content, and others for any other content, place or organisation', async () => {
    const boxes = async (...args: Parameters<typeof blocksOf>) =>
      (await blocksOf(...args)).flatMap(({ parts }) => parts.map(({ box }) => toHex(box)));
    const first = await boxes([home, away]);
    expect(await boxes([home, away])).toEqual(first);
    const others = [
      ...(await boxes([away, home])),
      ...(await boxes([home, away], { dataset: 'd-2' })),
      ...(await boxes([home, away], { key: 'another' })),
    ];
    expect(others.filter((box) => first.includes(box))).toEqual([]);
    // The ephemeral key stands in front: two boxes never share one, or they would share their key stream.
    expect(new Set([...first, ...others].map((box) => box.slice(0, 64))).size).toBe(first.length + others.length);
  });

  it('keep a code of the source itself apart by source and column, and ask nobody for it', async () => {
    const keyOf = async (dataset: string, column: string, key = 'organisation') =>
      toHex((await new RowKeyMaker(undefined, hashUnder(key), dataset).keyOf(column, { type: 'own', value: 'M-1' }))!);
    const keys = await Promise.all([
      keyOf('d-1', 'reporter_key'),
      keyOf('d-2', 'reporter_key'),
      keyOf('d-1', 'person_key'),
      keyOf('d-1', 'reporter_key', 'another'),
    ]);
    expect(new Set(keys).size).toBe(4);
    expect(keys.every((key) => key.length === 128)).toBe(true);
    expect(await keyOf('d-1', 'reporter_key')).toBe(keys[0]);
    expect([...sharedIdentifiers([home, {}, away])]).toEqual(['address|1|1', 'address|1|2']);
  });

  it('are not written without the pseudonym of an identifier', async () => {
    const unknown: KeySources = { household_key: { type: 'person', value: '123456782' } };
    await expect(blocksOf([unknown])).rejects.toMatchObject({ code: 'pseudonym.key-missing' });
  });
});
