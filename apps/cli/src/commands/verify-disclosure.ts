import { randomStream } from '@datalab/analysis';
import { sampleRegion } from '@datalab/disclosure';
import { verdict, type Command } from '../command.js';
import { UsageError } from '../env.js';
import { attackedRegions, attackRegion, controlAttacks } from '../disclosure/verify-disclosure.js';

/** Real data lie beside the checkout, as for the tests. */
const BESIDE_CHECKOUT = new URL('../../../../../shared/data/', import.meta.url).pathname;
const CONTROL_SEED = 42;

export const verifyDisclosureCommand: Command = {
  name: 'verify disclosure',
  usage: '[--data <folder>] [demo|breda|bristol …]',
  summary: 'Attacks the protected tables of the demo region and of real data; nothing may be recovered.',
  async run(args, print) {
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
