import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { benchAnalysis, type AnalysisBenchOptions } from '../bench/analysis/bench-analysis.js';
import { benchLedger } from '../bench/ledger.js';
import { benchAccess } from '../bench/access/bench-access.js';
import { benchPseudonymise } from '../bench/pseudonymise.js';
import { benchIntake, type IntakeBenchOptions } from '../bench/intake/bench-intake.js';
import { benchTables, type TablesBenchOptions } from '../bench/tables/bench-tables.js';
import type { Command } from '../command.js';
import { UsageError } from '../env.js';
import { optionsOf, wholeNumber } from '../options.js';

/** Where the figures are kept, each under the name of its bench. */
const RESULTS = new URL('../../../../bench/results.json', import.meta.url);

type Bench = (print: (line: string) => void, options: readonly string[]) => Promise<{ passed: boolean }>;

const BENCHES: Readonly<Record<string, Bench>> = {
  analysis: (print, options) => benchAnalysis(print, analysisOptions(options)),
  ledger: (print) => benchLedger(print),
  access: (print) => benchAccess(print),
  pseudonymise: (print) => benchPseudonymise(print),
  intake: (print, options) => benchIntake(print, intakeOptions(options)),
  tables: (print, options) => benchTables(print, tablesOptions(options)),
};

function tablesOptions(args: readonly string[]): TablesBenchOptions {
  const { values } = optionsOf(args, { rows: { type: 'string' } });
  return { rows: values.rows === undefined ? undefined : wholeNumber('rows', values.rows, 10_000, 20_000_000) };
}

function analysisOptions(args: readonly string[]): AnalysisBenchOptions {
  const { values } = optionsOf(args, { only: { type: 'string' } });
  return { only: values.only };
}

function intakeOptions(args: readonly string[]): IntakeBenchOptions {
  const { values } = optionsOf(args, { rows: { type: 'string' }, rounds: { type: 'string' } });
  return {
    rows: values.rows === undefined ? undefined : wholeNumber('rows', values.rows, 1_000, 10_000_000),
    rounds: values.rounds === undefined ? undefined : wholeNumber('rounds', values.rounds, 1, 20),
  };
}

export const bench: Command = {
  name: 'bench',
  usage: `<${Object.keys(BENCHES).join('|')}> [--rows n] [--rounds n] [--only words]`,
  summary: 'Measures one part beside a peer in the same run and keeps the figures in bench/results.json.',
  async run([name = '', ...options], print) {
    const measure = BENCHES[name];
    if (measure === undefined) throw new UsageError(`There is no bench "${name}".`);
    const figures = await measure(print, options);
    await keep(name, figures);
    print(figures.passed ? '1 passed, 0 failed' : '0 passed, 1 failed');
    return figures.passed ? 0 : 1;
  },
};

async function keep(name: string, figures: object): Promise<void> {
  const before = await readFile(RESULTS, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const results = { ...(JSON.parse(before) as object), [name]: figures };
  await mkdir(new URL('.', RESULTS), { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}
