import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Database, SessionRepository } from '@datalab/data';
import { describeWithDatabase } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { TestApp } from '../testing/test-app.factory.js';
import { ENDPOINTS } from './declarations/endpoints.js';
import { OPERATIONS } from './declarations/operations.js';
import type { MatrixIds } from './ids.js';
import { startMatrixApp } from './matrix-app.js';
import { rollingBack } from './rolling-back.js';
import { hearChange, tryEndpoint, tryOperation } from './try-cells.js';
import { routesOf, undeclaredEndpoints } from './undeclared.js';
import { makeWorld, type MatrixWorld } from './world.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const OWN = 'own-organisation-data_steward';
const OTHER = 'other-organisation-data_steward';
const ELSEWHERE = 'other-lab-data_steward';

/** Keeps the text of every statement, without its values. */
class Statements {
  seen: string[] = [];
  logQuery = (sql: string): void => void this.seen.push(sql);
  logQueryError = (): void => undefined;
  logQuerySlow = (): void => undefined;
  logSchemaBuild = (): void => undefined;
  logMigration = (): void => undefined;
  log = (): void => undefined;
}

describeWithDatabase('nothing of another leaks', () => {
  let world: MatrixWorld;
  let app: TestApp;
  const statements = new Statements();
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    world = await makeWorld();
    const database = await Database.connect({ url: world.database.urls.apiUrl, name: 'leaks', poolSize: 2 });
    database.source.logger = statements;
    app = await startMatrixApp(world, rollingBack(database));
    for (const name of [OWN, OTHER, ELSEWHERE]) cookies.set(name, await app.signIn(world.personIds.get(name)!));
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });
  const ask = <Data>(name: string, question: string, variables: object = {}) =>
    app.ask<Data>(cookies.get(name), question, variables);

  interface Page {
    loads: { total: number; nextCursor: string | null; items: { id: string }[] };
  }
  const LOADS = `query ($labId: ID!, $datasetId: ID, $first: Int!, $after: String) {
    loads(labId: $labId, datasetId: $datasetId, first: $first, after: $after) { total nextCursor items { id } } }`;

  it('by counts: of the deliveries of a lab somebody counts their own alone', async () => {
    const { labOne, loadA, receivingA, toConfirmA, toAcceptA, loadB } = world.ids;
    const own = await ask<Page>(OWN, LOADS, { labId: labOne, first: 50 });
    expect(own.data!.loads.total).toBe(4);
    expect(own.data!.loads.items.map(({ id }) => id).sort()).toEqual([loadA, receivingA, toConfirmA, toAcceptA].sort());
    const other = await ask<Page>(OTHER, LOADS, { labId: labOne, first: 50 });
    expect([other.data!.loads.total, other.data!.loads.items]).toEqual([1, [{ id: loadB }]]);
  });

  it('by facets: which categories occur in the exact figures is for their own organisation', async () => {
    await world.database.look(
      `insert into cell (lab_id, snapshot_id, tier, organisation_id, dataset_id, level, grain, period, category, area_code, state, reports)
       select lab_id, snapshot_id, tier, organisation_id, dataset_id, level, 'all', 'all', 'mk-facet', area_code, state, 3
       from cell where tier = 'own' and grain = 'year' and dataset_id = $1`,
      [world.ids.datasetA],
    );
    const FACETS = 'query ($id: ID!) { lab(id: $id) { picture { sources { categories } } } }';
    expect((await ask(OWN, FACETS, { id: world.ids.labOne })).body).toContain('mk-facet');
    expect((await ask(OTHER, FACETS, { id: world.ids.labOne })).body).not.toContain('mk-facet');
  });

  it('by pagination: neither totals nor cursors step over what is not theirs', async () => {
    const { labOne, loadA, loadB, datasetA } = world.ids;
    const pages = await ask<Page>(OWN, LOADS, { labId: labOne, first: 1 });
    expect(pages.data!.loads.nextCursor).not.toBeNull();
    const one = await ask<Page>(OTHER, LOADS, { labId: labOne, first: 1 });
    expect(one.data!.loads.nextCursor).toBeNull();
    const theirs = await ask<Page>(OTHER, LOADS, { labId: labOne, first: 50, datasetId: datasetA });
    expect(theirs.data!.loads).toEqual({ total: 0, nextCursor: null, items: [] });
    for (const after of [loadA, loadB, randomUUID()]) {
      const { data } = await ask<Page>(OTHER, LOADS, { labId: labOne, first: 50, after });
      expect(data!.loads.total).toBe(1);
      expect(data!.loads.items.filter(({ id }) => id !== loadB)).toEqual([]);
    }
  });

  it('by sort order: lists of the lab stand in the order of what everybody sees', async () => {
    const ORDER = `query ($id: ID!) { lab(id: $id) { participants { organisation { name } } datasets { name organisation { name } } } }`;
    interface Order {
      lab: {
        participants: { organisation: { name: string } }[];
        datasets: { name: string; organisation: { name: string } }[];
      };
    }
    for (const name of [OWN, OTHER]) {
      const { lab } = (await ask<Order>(name, ORDER, { id: world.ids.labOne })).data!;
      const participants = lab.participants.map(({ organisation }) => organisation.name);
      const datasets = lab.datasets.map((row) => `${row.organisation.name} ${row.name}`);
      expect(participants).toEqual([...participants].sort());
      expect(datasets).toEqual([...datasets].sort());
    }
  });

  it('by events: a change of one organisation reaches its own people alone, and says an id', async () => {
    const sessions = new SessionRepository(await world.database.as('api'));
    const listeners = new Map();
    for (const name of [OWN, OTHER, ELSEWHERE])
      listeners.set(name, (await sessions.findPersonById(world.personIds.get(name)!))!.actor);
    expect([...hearChange(app, world, listeners, true)]).toEqual([OWN]);
    expect([...hearChange(app, world, listeners, false)]).toEqual([OWN, OTHER]);
  });

  it('by unique keys: none can collide with a row that who writes it may not see', async () => {
    // Of every table that the api may write: each unique key holds a scope that the policies check, or is made of chance alone.
    const keys = await world.database.look<{ name: string; columns: string[] }>(
      `select i.indexrelid::regclass::text as name, array_agg(a.attname::text order by a.attname) as columns
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indisunique and i.indrelid::regclass::text in (
         select table_name from information_schema.column_privileges
         where grantee = 'datalab_api' and privilege_type in ('INSERT', 'UPDATE') and table_schema = 'public')
       group by 1 order by 1`,
    );
    const OF_A_PARENT = ['comment_id', 'contract_id', 'run_id'];
    const SCOPES = ['lab_id', 'organisation_id', 'dataset_id', 'load_id', 'person_id', ...OF_A_PARENT];
    const BY_CHANCE = [['id'], ['id_hash'], ['token_hash'], ['secret_hash']];
    const open = keys.filter(
      ({ columns }) =>
        !columns.some((column) => SCOPES.includes(column)) &&
        !BY_CHANCE.some((chance) => JSON.stringify(chance) === JSON.stringify(columns)),
    );
    expect(keys.length).toBeGreaterThan(3);
    expect(open.map(({ name }) => name)).toEqual(UNIQUE_BEYOND_A_SCOPE);
  });

  describe('by "not yours" being another answer than "not there"', () => {
    /** The ids of organisation A, each replaced by one that nothing has. */
    const nowhere = (ids: MatrixIds): MatrixIds => ({
      ...ids,
      labOne: randomUUID(),
      datasetA: randomUUID(),
      loadA: randomUUID(),
      receivingA: randomUUID(),
      toConfirmA: randomUUID(),
      toAcceptA: randomUUID(),
      invitationA: randomUUID(),
    });
    const plain = (body: string) => body.replace(/"requestId":"[^"]*"/g, '').replace(/[0-9a-f-]{36}/g, 'id');
    const listen = async (act: () => Promise<{ outcome: string; body: string }>) => {
      statements.seen = [];
      const { outcome, body } = await act();
      return { outcome, body: plain(body), statements: statements.seen.map((sql) => plain(sql)) };
    };

    /** What everybody signed in has of their own. */
    const OF_ONESELF = ['Query.me', 'Query.mailRhythm'];
    // Who may know that it is there hears Forbidden, which says nothing new.
    const elsewhere = { name: ELSEWHERE, position: 'other lab', role: 'data_steward' } as const;
    const REFUSED = Object.entries(OPERATIONS).filter(
      ([, rule]) => rule.list !== true && rule.notTried === undefined && rule.known?.includes(elsewhere) !== true,
    );
    it.each(REFUSED.map(([name]) => name).filter((name) => !OF_ONESELF.includes(name)))(
      '%s: the same statements, the same bytes',
      async (name) => {
        const rule = OPERATIONS[name]!;
        const person = {
          actor: elsewhere,
          cookie: cookies.get(ELSEWHERE),
        };
        const yours = await listen(() => tryOperation(app, schema, world, person, name, rule));
        const absent = { ...world, ids: nowhere(world.ids) };
        const there = await listen(() => tryOperation(app, schema, absent, person, name, rule));
        expect(yours.outcome).toBe('NotFound');
        expect(yours).toEqual(there);
        expect(yours.statements.length).toBeGreaterThan(0);
      },
    );

    it.each(
      Object.keys(ENDPOINTS).filter((name) => name.includes('/v1/uploads') && ENDPOINTS[name]!.refusedAs === undefined),
    )('%s: the same statements, the same bytes', async (name) => {
      const rule = ENDPOINTS[name]!;
      const person = {
        actor: { name: OTHER, position: 'other organisation', role: 'data_steward' } as const,
        cookie: cookies.get(OTHER),
      };
      const yours = await listen(() => tryEndpoint(app, world, person, name, rule));
      const there = await listen(() => tryEndpoint(app, { ...world, ids: nowhere(world.ids) }, person, name, rule));
      expect(yours.outcome).toBe('NotFound');
      expect(yours).toEqual(there);
    });
  });

  it('by the text of an error: no name, no id and no statement stands in one', async () => {
    const { loadA, datasetA, labOne } = world.ids;
    for (const [name, rule] of Object.entries(OPERATIONS)) {
      if (rule.notTried !== undefined) continue;
      const person = {
        actor: { name: OTHER, position: 'other organisation', role: 'data_steward' } as const,
        cookie: cookies.get(OTHER),
      };
      const { outcome, body } = await tryOperation(app, schema, world, person, name, rule);
      if (outcome === 'given' || outcome === 'empty') continue;
      for (const secret of [loadA, datasetA, labOne, 'Organisation a', 'mk-', 'select ', 'policy'])
        expect({ name, secret, leaks: body.includes(secret) }).toEqual({ name, secret, leaks: false });
    }
  });

  it('nor is a question answered otherwise the second time: a variable keeps its default', async () => {
    const WITH_DEFAULT = 'query ($labId: ID!, $first: Int! = 50) { loads(labId: $labId, first: $first) { total } }';
    for (let time = 0; time < 3; time += 1)
      expect((await ask<Page>(OWN, WITH_DEFAULT, { labId: world.ids.labOne })).errors).toEqual([]);
  });

  it('by an endpoint that nobody declared: every route of the running api has a rule', () => {
    expect(undeclaredEndpoints(routesOf(app.routes()))).toEqual([]);
  });
});

/** Unique keys without a scope that the api may write, and why one of them may collide. */
const UNIQUE_BEYOND_A_SCOPE: string[] = [
  // Written by an administrator of the platform, who sees every organisation and program.
  'api_client_identity',
  // A key is of one lab, and who registers it proves to have it: only its own holder can find out that it is in use elsewhere.
  'key_holder_public_key_key',
  // Made of the id of the lab: nobody chooses it.
  'lab_key_key',
  'organisation_key_key',
  // Of who accepts an invitation: their own identity and their own address, as their identity provider says them.
  'person_email',
  'person_identity',
];
