import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { randomStream } from '@datalab/analysis';
import { Database } from '@datalab/data';
import { describeWithDatabase } from '@datalab/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { credentialHeaders, type TestApp } from '../../testing/test-app.factory.js';
import { ACTORS, isProgram, type MatrixActor } from '../actors.js';
import { ENDPOINTS } from '../declarations/endpoints.js';
import { startMatrixApp } from '../matrix-app.js';
import { rollingBack } from '../rolling-back.js';
import { operationsOf, wholeQuestion } from '../selection.js';
import { mayRead, makeWorld, type MatrixWorld } from '../world.js';
import { plantCanaries, type Canary } from './canaries.js';
import { madeArguments, type Draw } from './made-arguments.js';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
/** How often each operation is asked, and from which seed: `datalab verify disclosure --part fuzz` asks for more. */
const { FUZZ_ROUNDS = '2', FUZZ_SEED = '7', FUZZ_RESULT } = process.env;
/** A round asks everything once; on a busy machine that takes a minute or two. */
const LONGEST_MS = 150_000 * Number(FUZZ_ROUNDS);

interface Found {
  what: string;
  where: string;
  actor: string;
}

/**
 * Asks the whole schema with made arguments, as everybody in turn: nothing that was planted may stand in an answer, a header, a file, an error or
 * the log, and nobody's exact figure in the answer of somebody else.
 */
describeWithDatabase('whatever is asked', () => {
  let world: MatrixWorld;
  let app: TestApp;
  let canaries: readonly Canary[];
  const logged: string[] = [];
  const found: Found[] = [];
  const cookies = new Map<string, string | undefined>();
  const random = randomStream(Number(FUZZ_SEED));
  const draw: Draw = (below) => Math.floor(random.nextFloat() * below);
  const broken = new Set<string>();
  let asked = 0;
  let answered = 0;

  beforeAll(async () => {
    world = await makeWorld();
    canaries = await plantCanaries(world);
    const database = await Database.connect({ url: world.database.urls.apiUrl, name: 'fuzz', poolSize: 2 });
    app = await startMatrixApp(
      world,
      rollingBack(database),
      { logs: { write: (line) => void logged.push(line) } },
      { LOG_LEVEL: 'trace' },
    );
    for (const actor of ACTORS) cookies.set(actor.name, await credentialOf(actor));
  });
  afterAll(async () => {
    await app.close();
    await world.close();
    if (FUZZ_RESULT !== undefined) writeFileSync(FUZZ_RESULT, JSON.stringify({ asked, answered, found }));
  });

  async function credentialOf(actor: MatrixActor): Promise<string | undefined> {
    if (actor.position === 'signed out') return undefined;
    return isProgram(actor) ? `Bearer ${actor.name}` : app.signIn(world.personIds.get(actor.name)!);
  }

  const look = (text: string, where: string, actor: MatrixActor): void => {
    for (const { what, needles } of canaries)
      if (needles.some((needle) => text.includes(needle))) found.push({ what, where, actor: actor.name });
    for (const marker of world.markers.filter(({ text: exact }) => /^7\d{5}$/.test(exact)))
      if (!mayRead(marker, actor) && text.includes(marker.text))
        found.push({ what: `exact figure of ${String(marker.organisation)}`, where, actor: actor.name });
  };
  const somebody = (): MatrixActor => ACTORS[draw(ACTORS.length)]!;

  it(
    'over GraphQL, no answer and no error holds a pseudonym or an exact value of another',
    async () => {
      const ids = Object.values(world.ids).flat();
      for (let round = 0; round < Number(FUZZ_ROUNDS); round += 1)
        for (const { kind, field } of operationsOf(schema)) {
          const actor = somebody();
          const cookie = cookies.get(actor.name);
          const { body, headers, data } = await app.ask<Record<string, unknown>>(
            cookie,
            wholeQuestion(kind, field),
            madeArguments(field, ids, draw),
          );
          asked += 1;
          if (data?.[field.name] != null) answered += 1;
          look(`${body} ${JSON.stringify(headers)}`, field.name, actor);
          if (body.includes('"code":"Bug"')) broken.add(field.name);
          // An error tells nothing of what lies inside.
          expect(body).not.toMatch(/node_modules|select .* from|postgres/i);
        }
      expect(found).toEqual([]);
      expect([...broken]).toEqual([]);
      // Cases of which nothing gets through would show nothing.
      expect(answered).toBeGreaterThan(asked / 50);
    },
    LONGEST_MS,
  );

  it('what checkers find of every release is an answer or a refusal, whatever its document holds', async () => {
    const { kind, field } = operationsOf(schema).find((one) => one.field.name === 'releaseCheck')!;
    const { releaseA, releaseOne } = world.ids;
    const checkers = ACTORS.filter(({ role }) => role === 'privacy_officer' || role === 'coordinator');
    const seen = new Set<string>();
    for (const actor of checkers)
      for (const id of [releaseA, releaseOne]) {
        const question = wholeQuestion(kind, field);
        const { body, data } = await app.ask<Record<string, unknown>>(cookies.get(actor.name), question, { id });
        expect(body).not.toContain('"code":"Bug"');
        if (data?.['releaseCheck'] != null) seen.add(id);
      }
    expect(seen).toEqual(new Set([releaseA, releaseOne]));
  });

  it(
    'over files, downloads and uploads neither',
    async () => {
      const ids = Object.values(world.ids).flat();
      const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
      for (let round = 0; round < Number(FUZZ_ROUNDS); round += 1)
        for (const [name, rule] of Object.entries(ENDPOINTS)) {
          if (rule.stream === true || name.startsWith('GET /auth')) continue;
          const actor = somebody();
          const path = rule.path(world.ids).replaceAll(uuid, (id) => (draw(2) === 0 ? id : ids[draw(ids.length)]!));
          const [method = 'GET'] = name.split(' ');
          const answer = await app.fetch(path, {
            method,
            headers: { 'x-datalab': '1', ...credentialHeaders(cookies.get(actor.name)), ...rule.headers?.(world.ids) },
            ...(rule.payload !== undefined && { body: rule.payload }),
          });
          asked += 1;
          if (answer.ok) answered += 1;
          look(`${await answer.text()} ${JSON.stringify([...answer.headers])}`, name, actor);
        }
      expect(found).toEqual([]);
    },
    LONGEST_MS,
  );

  it('and the log holds none of it either', () => {
    // A line for every request that came over HTTP, beside those of errors.
    expect(logged.length).toBeGreaterThan(10);
    const nobody = ACTORS.find(({ position }) => position === 'signed out')!;
    for (const line of logged) look(line, 'the log', nobody);
    expect(found).toEqual([]);
  });

  it('it is seen where it does stand', async () => {
    // The control: the same look, over rows as the owner of the database reads them.
    const rows = await world.database.look(
      `select encode(household_key, 'hex') as a, encode(person_key, 'base64') as b, reporter_key as c from report limit 1`,
    );
    const outcomes = await world.database.look('select outcome from run_outcome');
    const before = found.length;
    look(JSON.stringify([rows, outcomes]), 'control', ACTORS[0]!);
    expect(found.splice(before).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['household key', 'person key', 'reporter key', 'exact outcome of a run']),
    );
  });
});
