import { UsageError } from '../env.js';
import { optionsOf } from '../options.js';
import { coverageOf, preparedPathOf, sayPrepared } from '../partner/coverage.js';
import { datasetNamed, ownDatasets } from '../partner/datasets.js';
import { EXIT } from '../partner/exit-codes.js';
import { partnerCommand } from '../partner/partner-command.js';
import { prepare } from '../partner/prepare.js';
import { writeNote } from '../partner/prepared-note.js';

export const PREPARE_OPTIONS = {
  dataset: { type: 'string' },
  mapping: { type: 'string' },
  covers: { type: 'string', multiple: true },
  key: { type: 'string' },
  'new-key': { type: 'boolean', default: false },
} as const;

export const pseudonymise = partnerCommand({
  name: 'pseudonymise',
  usage: '<file> [--dataset id] [--mapping file] [--covers from..to] [--out file] [--key file | --new-key]',
  summary: 'Makes the file that may leave this machine, and keeps it here; nothing of the raw file is sent.',
  async work(partner, args) {
    const { values, positionals } = optionsOf(args, { ...PREPARE_OPTIONS, out: { type: 'string' } });
    const [file] = positionals;
    if (file === undefined) throw new UsageError('Name the file.');
    const session = await partner.session();
    const { datasets, organisationId } = await ownDatasets(session);
    const dataset = datasetNamed(datasets, values.dataset, partner.words);
    const target = values.out ?? preparedPathOf(file);
    const prepared = await prepare(partner, session, file, target, dataset, {
      mapping: values.mapping,
      key: values.key,
      isNew: values['new-key'],
      organisationId,
    });
    const { bytes, sha256, result } = prepared;
    const covers = coverageOf(values.covers, result.coverage.ranges);
    await writeNote(target, {
      format: 'datalab-prepared/1',
      datasetId: dataset.id,
      covers,
      totals: result.totals,
      keys: result.keys,
      bytes,
      sha256,
    });
    sayPrepared(partner, prepared, covers);
    return EXIT.ok;
  },
});
