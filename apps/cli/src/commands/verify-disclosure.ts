import { randomStream } from '@datalab/analysis';
import { sampleRegion } from '@datalab/disclosure';
import { verdict, type Command } from '../command.js';
import { UsageError } from '../env.js';
import { optionsOf } from '../options.js';
import { runScript } from '../run-script.js';
import { attackedRegions, attackRegion, controlAttacks } from '../disclosure/verify-disclosure.js';

/** Real data lie beside the checkout, as for the tests. */
const BESIDE_CHECKOUT = new URL('../../../../../shared/data/', import.meta.url).pathname;
const CONTROL_SEED = 42;

export const verifyDisclosureCommand: Command = {
  name: 'verify disclosure',
  usage: '[--data <folder>] [demo|breda|bristol …] | --part fuzz [--rounds n] [--seed n]',
  summary:
    'Attacks the protected tables of the demo region and of real data; nothing may be recovered. Fuzz: whatever the api is asked.',
  async run(args, print) {
    if (args[0] === '--part') return fuzz(args);
    const at = args.indexOf('--data');
    const folder = at < 0 ? BESIDE_CHECKOUT : args[at + 1];
    if (folder === undefined) throw new UsageError('Name the folder of the real data after --data.');
    const wanted = args.filter((_arg, i) => at < 0 || (i !== at && i !== at + 1));
    const regions = attackedRegions(folder, print).filter(
      ({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().startsWith(word.toLowerCase())),
    );
    if (regions.length === 0) throw new UsageError(`There is no region ${wanted.join(', ')}.`);
    const total = { passed: 0, failed: 0 };
    const add = ({ passed, failed }: { passed: number; failed: number }) => {
      total.passed += passed;
      total.failed += failed;
    };
    for (const region of regions) add(await attackRegion(region, print));
    const random = randomStream(CONTROL_SEED);
    const town = sampleRegion(() => random.nextFloat(), { wijken: 2, buurtenPerWijk: 6, perBuurt: 150 });
    add(controlAttacks(town, print));
    return verdict(total, print);
  },
};

/** `--part fuzz [--rounds n] [--seed n]`: a round asks every query, mutation and file once. */
async function fuzz(args: readonly string[]): Promise<number> {
  const { values } = optionsOf(args, {
    part: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  if (values.part !== 'fuzz') throw new UsageError('The part is fuzz; the attacks run without --part.');
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed))
    throw new UsageError('Rounds and seed are whole numbers.');
  return runScript('verify-fuzz.mjs', String(rounds), String(seed));
}
