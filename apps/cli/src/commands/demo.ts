import { createHash } from 'node:crypto';
import { Database } from '@datalab/data';
import {
  DEMO_INDICATOR_YEAR,
  demoRegion,
  demoReports,
  demoSetup,
  indicatorsFile,
  partnerFiles,
  regionFiles,
} from '@datalab/demo';
import { parseInstallation, SetupService } from '@datalab/features';
import { readRegion } from '@datalab/region';
import type { Command } from '../command.js';
import { writeAccounts, type DemoAccount } from '../demo/demo-accounts.js';
import { deliverDemo, type DemoDelivery } from '../demo/deliver-demo.js';
import { finishFirstStep } from '../demo/finish-first-step.js';
import { governDemo } from '../demo/govern-demo.js';
import { prioritiseDemo } from '../demo/prioritise-demo.js';
import { signDemo } from '../demo/sign-demo.js';
import { readEnv, UsageError, type Env } from '../env.js';
import { importIndicators } from './indicators-import.js';
import { importRegion } from './region-import.js';

/** The demo is the same everywhere: its region, its reports and its truth follow from this number. */
const SEED = 1;
/** The demo's own HMAC key for record hashes; real organisations make theirs and keep it. */
const DEMO_ORGANISATION_KEY = createHash('sha256').update('the demo has no secrets').digest();

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
    const [lab] = demoSetup.labs;
    const accounts = await writeAccounts(env.IDP_ACCOUNTS_FILE, demoPeople());
    const region = demoRegion(SEED);

    const { labId, isNew } = await install(env, async () => {
      const { region: checked, faults } = readRegion(new Map(Object.entries(regionFiles(region))));
      if (checked === undefined) throw new Error(`the demo region is not right: ${JSON.stringify(faults)}`);
      await importRegion(checked);
      await importIndicators(region.code, DEMO_INDICATOR_YEAR, indicatorsFile(region));
      print(`${region.name}: ${checked.areas.length} areas, ${checked.addresses.length} addresses`);
    });
    // The key holders list what was installed before anybody can deliver.
    if (only === 'install') return 0;
    const inRole = (wanted: string): DemoAccount[] =>
      lab!.members.filter(({ role }) => role === wanted).map(({ user }) => accountWith(accounts, user));
    await prioritiseDemo(env.PUBLIC_URL, labId, {
      coordinator: inRole('coordinator')[0]!,
      analyst: inRole('analyst')[0]!,
      experts: inRole('domain_expert'),
    });
    await finishFirstStep(env.PUBLIC_URL, labId, {
      coordinator: inRole('coordinator')[0]!,
      consenting: inRole('privacy_officer'),
    });

    const officers = lab!.members.filter(({ role }) => role === 'privacy_officer');
    await signDemo(
      env.PUBLIC_URL,
      labId,
      officers.map(({ user }) => accountWith(accounts, user)),
    );

    const files = partnerFiles(region, demoReports(region, SEED));
    const deliveries = files.map((file): DemoDelivery => {
      const dataset = lab!.datasets.find(({ key }) => key === file.dataset)!;
      const steward = lab!.members.find(
        ({ role, user }) => role === 'data_steward' && organisationOf(user) === dataset.organisation,
      )!;
      return { file, datasetName: dataset.name, steward: accountWith(accounts, steward.user) };
    });
    await deliverDemo(env.PUBLIC_URL, labId, deliveries, DEMO_ORGANISATION_KEY, print);
    await governDemo(env.PUBLIC_URL, labId, deliveries);
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

const organisationOf = (subject: string): string =>
  demoSetup.users.find((user) => user.subject === subject)!.organisation;

const accountWith = (accounts: readonly DemoAccount[], subject: string): DemoAccount =>
  accounts.find((account) => account.subject === subject)!;

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
