import { exitCode, lastLine, suiteTable } from './report.mjs';
import { SUITES, TURNS } from './suites.mjs';
import { withTestBed } from './with-test-bed.mjs';

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
  const chosen = names.length > 0 ? names : Object.keys(SUITES);
  const results = [];
  const code = await withTestBed('npm test', async (bed) => {
    try {
      for (const turn of TURNS.map((names) => names.filter((name) => chosen.includes(name)))) {
        if (turn.length === 0) continue;
        console.log(`\n${turn.join(', ')}`);
        results.push(...(await Promise.all(turn.map((name) => runSuite(name, bed, jestArgs, turn)))));
        bed.signal.throwIfAborted();
      }
    } catch (error) {
      if (!bed.signal.aborted) throw error;
      console.log('\nStopped before the end.');
    }
    return bed.signal.aborted ? 130 : exitCode(results);
  });
  if (results.length > 0) console.log(`\n${suiteTable(results)}\n\n${lastLine(results)}`);
  return code;
}

/** A suite that cannot even start is one failure; the others still run. */
async function runSuite(name, bed, jestArgs, turn) {
  const started = Date.now();
  let outcome;
  try {
    outcome = await SUITES[name](bed, jestArgs, turn);
  } catch (error) {
    if (bed.signal.aborted) throw error;
    outcome = { passed: 0, failed: 1, skipped: 0, output: error.stack };
  }
  const { output, ...counts } = outcome;
  const result = { name, ...counts, seconds: (Date.now() - started) / 1000 };
  if (result.failed > 0) console.log(output);
  const note = result.note ? `: ${result.note}` : '';
  const which = turn.length > 1 ? `${name}: ` : '';
  console.log(
    `  ${result.failed > 0 ? '✗' : '✓'} ${which}${lastLine([result])} (${result.seconds.toFixed(1)} s)${note}`,
  );
  return result;
}
