import { randomStream } from '@datalab/analysis';
import { sampleRegion } from '@datalab/disclosure';
import { verdict, type Command } from '../command.js';
import { UsageError } from '../env.js';
import { optionsOf } from '../options.js';
import { runScript } from '../run-script.js';
import { attackedRegions, attackRegion, controlAttacks, TIERS } from '../disclosure/verify-disclosure.js';

/** Real data lie beside the checkout, as for the tests. */
const BESIDE_CHECKOUT = new URL('../../../../../shared/data/', import.meta.url).pathname;
const CONTROL_SEED = 42;
/** Asked for by itself: the positive controls alone. They are always run. */
const CONTROLS = 'controls';

export const verifyDisclosureCommand: Command = {
  name: 'verify disclosure',
  usage: '[--data <folder>] [--tier lab|public] [demo|breda|bristol|controls …] | --part fuzz [--rounds n] [--seed n]',
  summary:
    'Attacks the protected tables of the demo region and of real data; nothing may be recovered. Fuzz: whatever the api is asked.',
  async run(args, print) {
    if (args[0] === '--part') return fuzz(args);
    const { values, positionals } = optionsOf(args, {
      data: { type: 'string', default: BESIDE_CHECKOUT },
      tier: { type: 'string' },
    });
    const tiers = TIERS.filter((tier) => values.tier === undefined || tier === values.tier);
    if (tiers.length === 0) throw new UsageError('The tier is lab or public.');
    const isWanted = (name: string) =>
      positionals.length === 0 || positionals.some((word) => name.toLowerCase().startsWith(word.toLowerCase()));
    const regions = attackedRegions(values.data, print).filter(({ name }) => isWanted(name));
    if (regions.length === 0 && !isWanted(CONTROLS))
      throw new UsageError(`There is no region ${positionals.join(', ')}.`);
    const total = { passed: 0, failed: 0 };
    const add = ({ passed, failed }: { passed: number; failed: number }) => {
      total.passed += passed;
      total.failed += failed;
    };
    for (const region of regions) add(await attackRegion(region, print, tiers));
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
