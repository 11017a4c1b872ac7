import { DEMO_SEED, demoRegion, demoReports, demoSetup } from '@datalab/demo';
import { readAccounts } from '../../demo/demo-accounts.js';
import { DemoCast } from '../../demo/demo-cast.js';
import { readEnv } from '../../env.js';
import { FINDINGS, RUNS } from './findings.js';
import { playZaanstad } from './play-zaanstad.js';

/**
 * Replays the Zaanstad case in the demo lab of the platform that the environment names, and prints each of the findings that are planted there as found or
 * not, with what was given and what was planted. `npm run datalab -- verify lab` brings a platform of its own, of which the lab is fresh.
 */
export async function verifyZaanstad(print: (line: string) => void): Promise<{ passed: number; failed: number }> {
  const env = readEnv('PUBLIC_URL', 'IDP_ACCOUNTS_FILE');
  const cast = new DemoCast(env.PUBLIC_URL, await readAccounts(env.IDP_ACCOUNTS_FILE));
  const region = demoRegion(DEMO_SEED);
  const released = await playZaanstad({ labId: await labOf(cast), cast, region, seed: DEMO_SEED }, RUNS, print);
  const planted = { region, reports: demoReports(region, DEMO_SEED) };
  let passed = 0;
  for (const { letter, words, judge } of FINDINGS) {
    const judged = judge(released, planted);
    const found = judged.length > 0 && judged.every((one) => one.found);
    print(`(${letter}) ${words}: ${found ? 'found' : 'NOT FOUND'}`);
    for (const one of judged) print(`    ${one.found ? '✓' : '✗'} ${one.what}`);
    if (found) passed += 1;
  }
  return { passed, failed: FINDINGS.length - passed };
}

async function labOf(cast: DemoCast): Promise<string> {
  const session = await cast.signIn(cast.first('coordinator'));
  const { labs } = await session.ask<{ labs: { id: string; name: string }[] }>('{ labs { id name } }');
  const lab = labs.find(({ name }) => name === demoSetup.labs[0]!.name);
  if (lab === undefined) throw new Error('the demo lab is not there: datalab demo install');
  return lab.id;
}
