import { verdict, type Command } from '../command.js';
import { UsageError } from '../env.js';
import { optionsOf, wholeNumber } from '../options.js';
import { verifyKills } from './kills/verify-kills.js';
import { walkLabs } from './walks/walk-labs.js';
import { verifyZaanstad } from './zaanstad/verify-zaanstad.js';

interface Counts {
  passed: number;
  failed: number;
}
interface PartOptions {
  walks: number;
  seed: number;
}
type Part = (print: (line: string) => void, options: PartOptions) => Promise<Counts>;

/** What `verify lab` tries, in this order; each gives its own counts. */
const PARTS: Readonly<Record<string, Part>> = {
  zaanstad: verifyZaanstad,
  walks: walkLabs,
  kills: verifyKills,
};

export const verifyLabCommand: Command = {
  name: 'verify lab',
  usage: `[--part ${Object.keys(PARTS).join('|')}] [--walks 1000] [--seed n]`,
  summary:
    'Replays the Zaanstad case over the API and looks for the five findings that are planted; walks labs at random through their steps: no gate skipped, no consent lost; kills the worker and empties Redis at every kind of work.',
  async run(args, print) {
    const { values } = optionsOf(args, {
      part: { type: 'string' },
      walks: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
    });
    const options = {
      walks: wholeNumber('walks', values.walks, 1, 100_000),
      seed: wholeNumber('seed', values.seed, 0, 2_000_000_000),
    };
    if (values.part !== undefined && !Object.hasOwn(PARTS, values.part))
      throw new UsageError(`--part is one of ${Object.keys(PARTS).join(', ')}.`);
    const sum: Counts = { passed: 0, failed: 0 };
    for (const [name, part] of Object.entries(PARTS)) {
      if (values.part !== undefined && values.part !== name) continue;
      print(`# ${name}`);
      const { passed, failed } = await part(print, options);
      sum.passed += passed;
      sum.failed += failed;
    }
    return verdict(sum, print);
  },
};
