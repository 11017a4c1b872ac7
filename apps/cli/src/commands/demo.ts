import { Database } from '@datalab/data';
import { DEMO_INDICATOR_YEAR, DEMO_SEED, demoRegion, demoSetup, indicatorsFile, regionFiles } from '@datalab/demo';
import { parseInstallation, SetupService } from '@datalab/features';
import { readRegion } from '@datalab/region';
import type { Command } from '../command.js';
import { beginDemo } from '../demo/begin-demo.js';
import { writeAccounts, type DemoAccount } from '../demo/demo-accounts.js';
import { DemoCast } from '../demo/demo-cast.js';
import { readEnv, UsageError, type Env } from '../env.js';
import { importIndicators } from './indicators-import.js';
import { importRegion } from './region-import.js';

export const demo: Command = {
  name: 'demo',
  usage: '[install]',
  summary:
    'Makes the demo region with its organisations (install: only that) and delivers their files; what is there already is left as it is.',
  async run([only], print) {
    if (only !== undefined && only !== 'install') throw new UsageError('datalab demo, or datalab demo install');
    const env = readEnv(
      'DATABASE_OPERATOR_URL',
      'OIDC_ISSUER',
      'PUBLIC_URL',
      'IDP_ACCOUNTS_FILE',
      'DEMO_API_CLIENT_ID',
    );
    if (process.env.NODE_ENV === 'production') throw new Error('the demo and its accounts are not for production');
    const accounts = await writeAccounts(env.IDP_ACCOUNTS_FILE, demoPeople());
    const region = demoRegion(DEMO_SEED);

    const { labId, isNew } = await install(env, async () => {
      const { region: checked, faults } = readRegion(new Map(Object.entries(regionFiles(region))));
      if (checked === undefined) throw new Error(`the demo region is not right: ${JSON.stringify(faults)}`);
      await importRegion(checked);
      await importIndicators(region.code, DEMO_INDICATOR_YEAR, indicatorsFile(region));
      print(`${region.name}: ${checked.areas.length} areas, ${checked.addresses.length} addresses`);
    });
    // The key holders list what was installed before anybody can deliver.
    if (only === 'install') return 0;
    await beginDemo({ labId, cast: new DemoCast(env.PUBLIC_URL, accounts), region, seed: DEMO_SEED }, print);
    print(isNew ? 'the demo region is there' : 'the demo region was there already');
    return 0;
  },
};

/** Brings the installation up to date; imports the region first where it is not there yet. Gives the id of the demo lab. */
async function install(
  env: Pick<Env, 'DATABASE_OPERATOR_URL' | 'OIDC_ISSUER' | 'DEMO_API_CLIENT_ID'>,
  importDemoRegion: () => Promise<void>,
): Promise<{ labId: string; isNew: boolean }> {
  const database = await Database.connect({ url: env.DATABASE_OPERATOR_URL, name: 'datalab demo', poolSize: 1 });
  try {
    const setup = new SetupService(database);
    const code = demoSetup.labs[0]!.region;
    const isNew = !(await setup.hasRegion(code));
    if (isNew) await importDemoRegion();
    await setup.install(parseInstallation(installation(env.DEMO_API_CLIENT_ID)), env.OIDC_ISSUER);
    return { labId: await setup.getLabId(demoSetup.labs[0]!.key), isNew };
  } finally {
    await database.close();
  }
}

/** The demo's installation as a file would say it. */
const installation = (apiClientId: string) => ({
  organisations: demoSetup.organisations,
  users: demoSetup.users.map(({ subject, email, name, organisation, administrator }) => ({
    subject,
    email,
    name,
    organisation,
    isAdministrator: administrator === true,
  })),
  apiClients: [
    {
      clientId: apiClientId,
      name: 'Nachtelijke levering politie',
      organisation: 'police',
      lab: demoSetup.labs[0]!.key,
      scopes: ['loads:write', 'reports:submit', 'status:read'],
    },
  ],
  labs: demoSetup.labs,
});

const demoPeople = (): Omit<DemoAccount, 'password'>[] =>
  demoSetup.users.map(({ subject, email, name, organisation }) => ({
    subject,
    email,
    name,
    organisation: demoSetup.organisations.find(({ key }) => key === organisation)!.name,
    roles: demoSetup.labs.flatMap(({ members }) =>
      members.filter(({ user }) => user === subject).map(({ role }) => role),
    ),
  }));
