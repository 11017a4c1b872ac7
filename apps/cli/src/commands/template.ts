import { writeFile } from 'node:fs/promises';
import { DATASET_KINDS, type DatasetKind } from '@datalab/domain';
import { templateCsv } from '@datalab/intake';
import { UsageError } from '../env.js';
import { optionsOf } from '../options.js';
import { EXIT } from '../partner/exit-codes.js';
import { partnerCommand } from '../partner/partner-command.js';

export const template = partnerCommand({
  name: 'template',
  usage: `[${DATASET_KINDS.join('|')}] [--out file]`,
  summary: 'Gives the template CSV of a kind of dataset, for who has no export of their own.',
  async work({ print }, args) {
    const { values, positionals } = optionsOf(args, { out: { type: 'string' } });
    const [kind = 'records'] = positionals;
    if (!DATASET_KINDS.includes(kind as DatasetKind)) throw new UsageError(`There is no kind of dataset "${kind}".`);
    const text = templateCsv(kind as DatasetKind);
    // Printed it has one line end too many for a file: `--out` is for that.
    if (values.out === undefined) print(text.trimEnd());
    else await writeFile(values.out, text);
    return EXIT.ok;
  },
});
