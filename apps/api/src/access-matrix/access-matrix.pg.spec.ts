import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { Database } from '@datalab/data';
import { describeWithDatabase } from '@datalab/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { TestApp } from '../testing/test-app.factory.js';
import { ACTORS, type MatrixActor } from './actors.js';
import { startMatrixApp } from './matrix-app.js';
import { runMatrix } from './matrix.js';
import { rollingBack } from './rolling-back.js';
import { makeWorld, type MatrixWorld } from './world.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
/** Where `datalab verify access` wants to read what was tried; without it a sample of the people is enough. */
const RESULT = process.env.ACCESS_MATRIX_RESULT;
const SAMPLE =
  /^(own-organisation|other-organisation)-(data_steward|coordinator|wijkteam_member|privacy_officer)$|^(other-lab|removed|other-lab-own-organisation)-data_steward$|^program-|^(no-lab|platform-administrator|signed-out)$/;

describeWithDatabase('the access matrix', () => {
  let world: MatrixWorld | undefined;
  let app: TestApp | undefined;
  const actors: readonly MatrixActor[] = RESULT === undefined ? ACTORS.filter(({ name }) => SAMPLE.test(name)) : ACTORS;

  beforeAll(async () => {
    world = await makeWorld();
    const database = rollingBack(
      await Database.connect({ url: world.database.urls.apiUrl, name: 'matrix', poolSize: 2 }),
    );
    app = await startMatrixApp(world, database);
  });
  afterAll(async () => {
    await app?.close();
    await world?.close();
  });

  it('gives everybody what is theirs and nothing else', async () => {
    const run = await runMatrix({
      app: app!,
      schema,
      world: world!,
      actors,
      walls: 'both walls',
      rowsWritten: () => 0,
    });
    if (RESULT !== undefined) writeFileSync(RESULT, JSON.stringify({ ...run, actors: actors.length }));
    expect(run.wrong).toEqual([]);
    expect(run.withoutControl).toEqual([]);
    expect(run.tried).toBeGreaterThan(1_000);
  }, 600_000);
});
