import { existsSync, readFileSync, rmSync } from 'node:fs';
import { startPlatform } from './platform.mjs';
import { DEV_HOME, foldersOf } from './paths.mjs';
import { Progress, table } from './progress.mjs';
import { readRunningPlatform, stopLeftParts } from './running-platform.mjs';
import { refuseProduction } from './secrets.mjs';
import { removePostgresData } from './services/postgres-home.mjs';
import { stopLeftPostgres } from './services/postgres.mjs';
import { stopLeftRedis } from './services/redis.mjs';

const USAGE = `npm start            starts the platform with a demo region, until Ctrl-C
npm start -- --fresh the same, after removing the data of earlier runs`;

/** `npm start`: starts everything, says so, and stops everything in order on Ctrl-C or when a part dies. Returns the exit code. */
export async function runUntilStopped(args) {
  const unknown = args.filter((arg) => arg !== '--fresh');
  if (unknown.length > 0) {
    console.log(USAGE);
    return unknown.every((arg) => arg === '--help' || arg === '-h') ? 0 : 2;
  }
  refuseProduction('npm start, its identity provider and its generated secrets');
  const { run } = foldersOf(DEV_HOME);
  const running = readRunningPlatform(run);
  if (running) {
    console.error(
      running.url ? `It runs already: ${running.url}` : 'It is being started already by another npm start.',
    );
    return 1;
  }
  const abort = new AbortController();
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(abort.abort()));
  });
  console.log('Data Lab Overlast\n');
  let platform;
  try {
    if (args.includes('--fresh')) await startOver();
    platform = await startPlatform({ home: DEV_HOME, progress: new Progress(), signal: abort.signal });
  } catch (error) {
    if (abort.signal.aborted) return stopped();
    console.error(`\n${error.message}\n\nNothing was left running. Logs: .datalab/run/logs`);
    return 1;
  }
  showAccounts(platform.environment.IDP_ACCOUNTS_FILE);
  console.log(whereMailGoes(process.env));
  console.log(`Ready: ${platform.url}`);

  const death = await Promise.race([platform.died, interrupted]);
  if (!death) console.log('\nStopping …');
  await platform.stop();
  if (!death) return stopped();
  console.error(`\n${death}\nThe rest was stopped.`);
  return 1;
}

function stopped() {
  console.log('Stopped. Nothing was left running.');
  return 0;
}

/** Removes data and run state; secrets and downloads stay, and so do the data of the tests. */
async function startOver() {
  const folders = foldersOf(DEV_HOME);
  await stopLeftParts(folders.run);
  await stopLeftRedis(folders.run);
  await stopLeftPostgres(folders.data);
  removePostgresData(folders.data);
  for (const path of [folders.data, folders.run, `${DEV_HOME}/demo-accounts.json`]) {
    rmSync(path, { recursive: true, force: true });
  }
  console.log('  Data of earlier runs removed.');
}

function showAccounts(file) {
  if (!existsSync(file)) return;
  const accounts = JSON.parse(readFileSync(file, 'utf8'));
  const rows = accounts.map(({ name, organisation, roles, email, password }) => [
    name,
    organisation,
    (roles ?? []).join(', '),
    email,
    password,
  ]);
  console.log(`\n${table([['Name', 'Organisation', 'Roles', 'E-mail', 'Password'], ...rows])}\n`);
}

/** Where mail goes that something waits: nobody would miss a mail that they never had. Without the name and password of the server. */
function whereMailGoes({ SMTP_URL, MAIL_FROM }) {
  if (!SMTP_URL || !MAIL_FROM)
    return 'Mail: to nobody. What waits is on the start page; with SMTP_URL and MAIL_FROM set, people are mailed that it is there.';
  return `Mail: from ${MAIL_FROM} by ${new URL(SMTP_URL).host}.`;
}
