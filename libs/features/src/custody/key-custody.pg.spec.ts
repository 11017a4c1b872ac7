import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InMemoryHolder, loadSodiumRistretto, countedBytes } from '@datalab/pseudonym';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { asPerson } from '../context.js';
import { KeyCustodyService } from './key-custody.service.js';

const SERVICE = 'https://keys.example';

describeWithDatabase('who holds the key of a lab', () => {
  let lab: TestLab;
  let labId: string;
  let custody: KeyCustodyService;
  let holder: (holderId: string, of?: string) => InMemoryHolder;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    custody = new KeyCustodyService(await lab.database.as('api'));
    const ristretto = await loadSodiumRistretto();
    const rng = countedBytes('custody');
    holder = (holderId, of = labId) => new InMemoryHolder(ristretto, of, holderId, rng);
  });
  afterAll(() => lab.close());
  const register = async (name: PersonName, card: InMemoryHolder['card'], url = `${SERVICE}/`) =>
    custody.register(await lab.as(name), labId, { ...card, url }, [SERVICE]);
  const holders = async (name: PersonName) =>
    (await custody.listHolders(await lab.as(name), labId)).map(({ holderId, url }) => `${holderId} ${url}`);

  it('is registered by the coordinator alone, for everybody in the lab to see', async () => {
    const { card } = holder('first');
    await expect(register('petra', card)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(register('greta', card)).rejects.toMatchObject({ kind: 'NotFound' });
    await register('marit', card);
    expect(await holders('sanne')).toEqual([`first ${SERVICE}/`]);
    await expect(holders('greta')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('is refused without its proof, at a server that nobody knows, and with another key than before', async () => {
    const { card } = holder('second');
    const elsewhere = holder('second', lab.ids.lab('rust')).card;
    await expect(register('marit', elsewhere)).rejects.toMatchObject({ code: 'pseudonym.possession-refused' });
    await expect(register('marit', card, 'https://mine.example')).rejects.toMatchObject({
      code: 'custody.unknown-service',
    });
    await expect(register('marit', holder('first').card)).rejects.toMatchObject({ code: 'custody.key-differs' });
  });

  it('may answer elsewhere, and there is no holder more once keys were made', async () => {
    const { card } = holder('third');
    await lab.database.look(
      `insert into source_key (dataset_id, lab_id, fingerprint) values ($1, $2, repeat('0', 32))`,
      [lab.ids.dataset('incidenten'), labId],
    );
    await expect(register('marit', card)).rejects.toMatchObject({ code: 'custody.keys-in-use' });
    const before = (await custody.listHolders(await lab.as('marit'), labId))[0]!;
    await custody.register(await lab.as('marit'), labId, { ...before, url: `${SERVICE}/v2` }, [SERVICE]);
    expect(await holders('wilma')).toEqual([`first ${SERVICE}/v2`]);
  });

  describe('behind the rules', () => {
    it('the database takes it from nobody else', async () => {
      const api = await lab.database.as('api');
      const insert = async (name: PersonName) => {
        return api.inTransaction(asPerson(await lab.as(name)), (tx) =>
          tx.query(
            `insert into key_holder (lab_id, holder_id, url, suite, context, public_key, possession)
             values ($1, 'mine', 'https://mine.example', 's', '00', repeat('1', 64), repeat('2', 128))`,
            [labId],
          ),
        );
      };
      for (const name of ['petra', 'sanne', 'greta', 'marit'] as const)
        await expect(insert(name)).rejects.toThrow(/row-level security/);
    });
  });
});
