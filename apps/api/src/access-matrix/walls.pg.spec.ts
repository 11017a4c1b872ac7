import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createMongoAbility } from '@casl/ability';
import type { AppAbility } from '@datalab/access';
import { Database } from '@datalab/data';
import { describeWithDatabase } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { AppParts } from '../app.module.js';
import { ACTORS } from './actors.js';
import { startMatrixApp } from './matrix-app.js';
import { runMatrix, type MatrixRun, type Walls } from './matrix.js';
import { rollingBack } from './rolling-back.js';
import { makeWorld, type MatrixWorld } from './world.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
/** Everybody may do everything: the first wall taken away. */
const everythingAllowed = (): AppAbility =>
  createMongoAbility<AppAbility>([{ action: 'manage', subject: 'all' } as never]);

/** One steward in each position, a coordinator and a wijkteam member: whoever could see too much when a wall falls. */
const SOME = ACTORS.filter(
  ({ name, role }) =>
    role === undefined ||
    role === 'data_steward' ||
    name === 'own-organisation-coordinator' ||
    name === 'other-organisation-wijkteam_member',
);

describeWithDatabase('each wall alone', () => {
  let world: MatrixWorld;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());

  async function tryWith(walls: Walls, url: string, parts: Partial<AppParts> = {}, actors = SOME): Promise<MatrixRun> {
    let written = 0;
    const connected = await Database.connect({ url, name: 'walls', poolSize: 2 });
    // What was written is judged where the rules say yes to everything.
    const database =
      walls === 'row-level security alone'
        ? rollingBack(connected, (rows) => (written += rows))
        : rollingBack(connected);
    const app = await startMatrixApp(world, database, parts);
    const rowsWritten = () => {
      const rows = written;
      written = 0;
      return rows;
    };
    try {
      return await runMatrix({ app, schema, world, actors, walls, rowsWritten });
    } finally {
      await app.close();
    }
  }
  const asApi = (parts: Partial<AppParts> = {}, walls: Walls = 'both walls', actors = SOME) =>
    tryWith(walls, world.database.urls.apiUrl, parts, actors);

  it('rows that are written before a transaction is undone are counted, and none stays', async () => {
    const told: number[] = [];
    const undoing = rollingBack(await world.database.as('operator'), (rows) => void told.push(rows));
    const rename = `update organisation set name = 'Another' where key in ('a', 'b')`;
    for (const sql of ['select 1', rename, rename]) await undoing.inTransaction({}, (tx) => tx.query(sql));
    expect(told).toEqual([2, 2]);
    expect(await world.database.look(`select 1 from organisation where name = 'Another'`)).toEqual([]);
  });

  it('row-level security gives no foreign row, read or written, when every rule says yes', async () => {
    const run = await asApi({ abilityOf: everythingAllowed }, 'row-level security alone');
    expect(run.wrong).toEqual([]);
    expect(run.tried).toBeGreaterThan(500);
  }, 600_000);

  it('the rules give no foreign row when the role of the api passes row-level security', async () => {
    const role = `matrix_without_rls_${Date.now()}`;
    const { password } = new URL(world.database.urls.apiUrl);
    await world.database.look(`create role ${role} login bypassrls in role datalab_api password '${password}'`);
    await world.database.look(`grant connect on database ${world.database.name} to ${role}`);
    const url = new URL(world.database.urls.apiUrl);
    url.username = role;
    try {
      const run = await tryWith('rules alone', url.href);
      expect(run.wrong).toEqual([]);
      expect(run.withoutControl).toEqual([]);
    } finally {
      await world.database.look(`drop owned by ${role}`);
      await world.database.look(`drop role ${role}`);
    }
  }, 600_000);

  describe('and the matrix turns red when', () => {
    const steward = ACTORS.filter(({ name }) =>
      ['own-organisation-data_steward', 'other-organisation-data_steward'].includes(name),
    );

    it('the rules are taken away and a policy on loads lets everything through', async () => {
      await world.database.look('create policy hole on load for select to datalab_api using (true)');
      try {
        const run = await asApi({ abilityOf: everythingAllowed }, 'row-level security alone', steward);
        expect(run.wrong.map(({ what }) => what)).toContain('Query.load: nothing of a in lab one');
      } finally {
        await world.database.look('drop policy hole on load');
      }
    });

    it('a policy is missing: nobody sees what it let through', async () => {
      const [policy] = await world.database.look<{ qual: string; with_check: string }>(
        `select qual, with_check from pg_policies where tablename = 'load' and policyname = 'api_own'`,
      );
      await world.database.look('drop policy api_own on load');
      try {
        const run = await asApi({}, 'both walls', steward);
        expect(run.wrong.map(({ what }) => what)).toContain('Query.load');
      } finally {
        await world.database.look(
          `create policy api_own on load for all to datalab_api using ${policy!.qual} with check ${policy!.with_check}`,
        );
      }
    });

    it('the context is not set: nobody sees anything', async () => {
      const database = await Database.connect({ url: world.database.urls.apiUrl, name: 'no context', poolSize: 2 });
      const inTransaction: Database['inTransaction'] = (context, work) =>
        database.inTransaction(context.sessionHash === undefined ? {} : context, work);
      const withoutContext = Object.assign(Object.create(database) as Database, { inTransaction });
      const app = await startMatrixApp(world, withoutContext);
      try {
        const run = await runMatrix({ app, schema, world, actors: steward, walls: 'both walls', rowsWritten: () => 0 });
        expect(run.withoutControl).toEqual(expect.arrayContaining(['Query.lab', 'Query.load', 'Lab.name']));
      } finally {
        await app.close();
      }
    });

    it('FORCE is taken away: the owner of the tables sees the rows without saying for whom', async () => {
      const asOwner = () => world.database.query<{ n: number }>('owner', {}, 'select count(*)::int as n from load');
      expect(await asOwner()).toEqual([{ n: 0 }]);
      await world.database.look('alter table load no force row level security');
      try {
        expect((await asOwner())[0]!.n).toBeGreaterThan(0);
      } finally {
        await world.database.look('alter table load force row level security');
      }
    });
  });
});
