import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { install, type StoryInstallation } from './installations/install.js';
import { PartnerCommandLine } from './partner-command-line.js';
import { baseUrl, signIn } from './platform-under-test.js';

const SQUARE = [[5, 52], [5.01, 52], [5.01, 52.01], [5, 52.01], [5, 52]]; // prettier-ignore

const STORY: StoryInstallation = {
  region: {
    'buurt.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: 'CB1', name: 'Buurt', parent: 'CG1' },
          geometry: { type: 'Polygon', coordinates: [SQUARE] },
        },
      ],
    }),
    'areas.csv': 'code,name,level,parent,population,households\nCG1,Gemeente,gemeente,,1000,500\n',
    'region.json': JSON.stringify({
      code: 'command-line',
      name: 'One buurt',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      divisionYear: 2024,
      levels: [
        { code: 'gemeente', name: 'Gemeente' },
        { code: 'buurt', name: 'Buurt', file: 'buurt.geojson' },
      ],
    }),
  },
  lab: { key: 'command-line', name: 'Command line lab', regionCode: 'command-line' },
  organisations: [
    { key: 'cli-one', name: 'Cli One', type: 'municipality' },
    { key: 'cli-two', name: 'Cli Two', type: 'police' },
  ],
  people: [
    { subject: 'cli-steward', organisation: 'cli-one', roles: ['data_steward', 'coordinator', 'analyst'] },
    { subject: 'cli-other', organisation: 'cli-two', roles: ['data_steward'] },
  ],
  datasets: [{ key: 'cli', organisation: 'cli-one', kind: 'records', name: 'Nachtlevering' }],
};

const MAPPING = {
  format: 'datalab-mapping/1',
  kind: 'records',
  sourceRecordId: { column: 'nr' },
  area: { by: 'code', column: 'buurt' },
  occurredOn: { column: 'dag', format: 'iso' },
  category: { column: 'soort' },
  categories: { vocabulary: { name: 'cli', version: '1' }, codes: { lawaai: 'noise' } },
};
const rowsFrom = (first: number, n: number): string =>
  Array.from({ length: n }, (_, i) => `M${first + i};2024-01-${String(10 + i)};lawaai;CB1\n`).join('');

describe('a partner delivers by the command line', () => {
  let folder: string;
  let computer: PartnerCommandLine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'command-line-'));
    computer = new PartnerCommandLine(join(folder, 'config'));
    await install(STORY);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const datalab: PartnerCommandLine['run'] = (args, options) => computer.run(args, options);
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), `nr;dag;soort;buurt\n${text}`);
    return join(folder, name);
  };

  it('is told to sign in first, with an exit code of its own', async () => {
    const { code, text } = await datalab(['status'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(code).toBe(3);
    expect(text).toContain('You are not signed in');
  });

  it('signs in by a browser elsewhere; the tokens are for this user alone', async () => {
    const { code, text } = await computer.signIn('cli-steward');
    expect(text).toContain('Cli One');
    expect(code).toBe(0);
    expect((await stat(join(folder, 'config', 'tokens.json'))).mode & 0o077).toBe(0);
  });

  it('needs a mapping and a key; then it prepares here and delivers, and the same again changes nothing', async () => {
    const file = await write('januari.csv', rowsFrom(1, 5));
    expect((await datalab(['upload', file])).text).toContain('nog geen opgeslagen indeling');
    const mapping = join(folder, 'mapping.json');
    await writeFile(mapping, JSON.stringify(MAPPING));
    expect((await datalab(['upload', file, '--mapping', mapping])).code).toBe(2);

    const made = await datalab(['pseudonymise', file, '--mapping', mapping, '--new-key']);
    expect(made).toMatchObject({ code: 0, text: expect.stringContaining('5 rijen klaar') });
    const prepared = await readFile(`${file}.klaar.ndjson`, 'utf8');
    expect(prepared).not.toContain('M1');
    const sent = await datalab(['upload', `${file}.klaar.ndjson`]);
    expect(sent).toMatchObject({ code: 0, text: expect.stringContaining('Aanvaard: 5 rijen') });
    const again = await datalab(['upload', file, '--mapping', mapping]);
    expect(again).toMatchObject({ code: 0, text: expect.stringContaining('niets veranderd') });
    expect(await datalab(['status'])).toMatchObject({ code: 0, text: expect.stringContaining('Nachtlevering') });
  });

  it('is refused with place and reason, never the value; the refused rows stay here and open safely', async () => {
    const steward = await signIn('cli-steward');
    const { labs } = await steward.ask<{ labs: { datasets: { id: string; name: string }[] }[] }>(
      '{ labs { datasets { id name } } }',
    );
    const { id } = labs.flatMap(({ datasets }) => datasets).find(({ name }) => name === 'Nachtlevering')!;
    await steward.ask('mutation ($id: ID!, $m: JSON!) { saveMapping(datasetId: $id, mapping: $m) { id } }', {
      id,
      m: MAPPING,
    });
    const file = await write('fout.csv', `${rowsFrom(20, 2)}=1+1;2024-13-45;lawaai;CB1\nM9;2024-01-09;lawaai;ELDERS\n`);
    const { code, text } = await datalab(['upload', file]);
    expect(code).toBe(1);
    expect(text).toContain('dag: ');
    expect(text).toContain('rij 4');
    expect(text).not.toMatch(/2024-13-45|ELDERS|1\+1/);
    const refused = await readFile(`${file}.geweigerd.csv`, 'utf8');
    expect(refused.trimEnd().split('\r\n')).toHaveLength(3);
    expect(refused).toContain(`"'=1+1"`);
    expect((await stat(`${file}.geweigerd.csv`)).mode & 0o077).toBe(0);
  });

  it('tells a platform that does not answer from one that refuses', async () => {
    expect(await datalab(['login', '--platform', 'http://localhost:9'])).toMatchObject({ code: 4 });
    expect(await datalab(['login', '--platform', 'nowhere'])).toMatchObject({ code: 2 });
    expect(await datalab(['template', 'counts'])).toMatchObject({ code: 0, text: expect.stringContaining('period;') });
  });

  it('lets a program sign in by its secret', async () => {
    const env = {
      DATALAB_CLIENT_ID: process.env['E2E_API_CLIENT_ID']!,
      DATALAB_CLIENT_SECRET: process.env['E2E_API_CLIENT_SECRET']!,
      DATALAB_CONFIG_DIR: join(folder, 'program'),
      DATALAB_PLATFORM: baseUrl(),
    };
    expect(await datalab(['login', '--client-credentials'], { env })).toMatchObject({ code: 0 });
    expect((await datalab(['status'], { env })).code).toBe(0);
    const wrong = { ...env, DATALAB_CLIENT_SECRET: 'not this one' };
    expect(await datalab(['login', '--client-credentials'], { env: wrong })).toMatchObject({ code: 3 });
    expect(await readFile(join(folder, 'program', 'tokens.json'), 'utf8')).not.toContain(env.DATALAB_CLIENT_SECRET);
  });
});
