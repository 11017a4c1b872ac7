import { foldersOf, TEST_HOME } from '../dev/paths.mjs';
import { processMark } from '../dev/process-mark.mjs';
import { Progress } from '../dev/progress.mjs';
import {
  forgetRunningPlatform,
  readRunningPlatform,
  stopLeftParts,
  writeRunningPlatform,
} from '../dev/running-platform.mjs';
import { refuseProduction } from '../dev/secrets.mjs';
import { exitCode, lastLine, suiteTable } from './report.mjs';
import { SUITES } from './suites.mjs';
import { TestBed } from './test-bed.mjs';

const USAGE = `npm test                         every suite: ${Object.keys(SUITES).join(', ')}
npm test -- unit database        only the named suites
npm test -- unit -- libs/domain  the rest goes to Jest`;

/** `npm test`: runs the suites, prints every one with its time, and ends in `N passed, N failed`. Returns the exit code. */
export async function runSuites(args) {
  const split = args.indexOf('--');
  const names = split < 0 ? args : args.slice(0, split);
  const jestArgs = split < 0 ? [] : args.slice(split + 1);
  if (names.some((name) => !(name in SUITES))) {
    console.log(USAGE);
    return 2;
  }
  refuseProduction('npm test and its generated secrets');
  const { run } = foldersOf(TEST_HOME);
  if (readRunningPlatform(run)) {
    console.error('Another npm test runs in this checkout.');
    return 1;
  }
  await stopLeftParts(run);
  writeRunningPlatform(run, { runner: processMark(process.pid), parts: [] });

  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => abort.abort());
  const bed = new TestBed({ progress: new Progress(), signal: abort.signal });
  const results = [];
  try {
    for (const name of names.length > 0 ? names : Object.keys(SUITES)) {
      results.push(await runSuite(name, bed, jestArgs));
      abort.signal.throwIfAborted();
    }
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    console.log('\nStopped before the end.');
  } finally {
    await bed.stop();
    forgetRunningPlatform(run);
  }
  console.log(`\n${suiteTable(results)}\n\n${lastLine(results)}`);
  return abort.signal.aborted ? 130 : exitCode(results);
}

/** A suite that cannot even start is one failure; the others still run. */
async function runSuite(name, bed, jestArgs) {
  console.log(`\n${name}`);
  const started = Date.now();
  let outcome;
  try {
    outcome = await SUITES[name](bed, jestArgs);
  } catch (error) {
    if (bed.signal.aborted) throw error;
    outcome = { passed: 0, failed: 1, skipped: 0, output: error.stack };
  }
  const { output, ...counts } = outcome;
  const result = { name, ...counts, seconds: (Date.now() - started) / 1000 };
  if (result.failed > 0) console.log(output);
  const note = result.note ? `: ${result.note}` : '';
  console.log(`  ${result.failed > 0 ? '✗' : '✓'} ${lastLine([result])} (${result.seconds.toFixed(1)} s)${note}`);
  return result;
}
