import { verdict, type Command } from '../command.js';
import type { Check } from '../analysis/verifying/check.js';
import { falseAlarms } from '../analysis/verifying/false-alarms.js';
import { intervalCoverage } from '../analysis/verifying/interval-coverage.js';
import { plantedTruth } from '../analysis/verifying/planted-truth.js';
import { optionsOf, wholeNumber } from '../options.js';

const SIMULATIONS = 1_000;
const SEED = 20_251;

export const verifyAnalysesCommand: Command = {
  name: 'verify analyses',
  usage: '[--simulations n] [--seed n]',
  summary: 'Planted truth is found, intervals hold what they promise, and nothing is found where there is nothing.',
  async run(args, print) {
    const { values } = optionsOf(args, { simulations: { type: 'string' }, seed: { type: 'string' } });
    const simulations =
      values.simulations === undefined ? SIMULATIONS : wholeNumber('simulations', values.simulations, 20, 1_000_000);
    const seed = values.seed === undefined ? SEED : wholeNumber('seed', values.seed, 0, 2 ** 31);
    const total = { passed: 0, failed: 0 };
    const section = (title: string, checks: readonly Check[]) => {
      print(title);
      for (const { name, found, expected, holds } of checks) {
        print(`  ${holds ? 'ok    ' : 'FAILED'} ${name}: ${found} (expected ${expected})`);
        total[holds ? 'passed' : 'failed'] += 1;
      }
    };
    section('planted truth of the demo region', plantedTruth());
    section(`intervals of ${simulations} simulated effects, seed ${seed}`, intervalCoverage(simulations, seed));
    section('false alarms where there is nothing', falseAlarms(simulations, seed + 1));
    return verdict(total, print);
  },
};
