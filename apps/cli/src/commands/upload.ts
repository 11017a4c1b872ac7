import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliverLoad, type DeliverableFile, type DeliveredLoad } from '@datalab/client';
import type { CoveredRange } from '@datalab/domain';
import { UsageError } from '../env.js';
import { optionsOf } from '../options.js';
import { coverageOf, sayPrepared } from '../partner/coverage.js';
import { datasetNamed, ownDatasets, type OwnDataset } from '../partner/datasets.js';
import { EXIT, Stop, type ExitCode } from '../partner/exit-codes.js';
import type { Partner } from '../partner/partner.js';
import { partnerCommand } from '../partner/partner-command.js';
import { prepare, type PrepareChoice } from '../partner/prepare.js';
import { isUnchanged, readNote } from '../partner/prepared-note.js';
import { PREPARE_OPTIONS } from './pseudonymise.js';

export const upload = partnerCommand({
  name: 'upload',
  usage: '<file> [--dataset id] [--mapping file] [--covers from..to] [--key file | --new-key]',
  summary: 'Delivers a file: a raw one is prepared here first, one of datalab pseudonymise goes as it is.',
  async work(partner, args) {
    const { values, positionals } = optionsOf(args, PREPARE_OPTIONS);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('Name the file.');
    const session = await partner.session();
    const { datasets, organisationId } = await ownDatasets(session);
    const ready = await readyFile(partner, file, datasets, values.dataset);
    if (ready !== undefined) return send(partner, ready.dataset, ready.prepared, ready.covers);

    const dataset = datasetNamed(datasets, values.dataset, partner.words);
    const folder = await mkdtemp(join(tmpdir(), 'datalab-upload-'));
    try {
      const choice: PrepareChoice = {
        mapping: values.mapping,
        key: values.key,
        isNew: values['new-key'],
        organisationId,
      };
      const prepared = await prepare(partner, session, file, join(folder, 'load.ndjson'), dataset, choice);
      const covers = coverageOf(values.covers, prepared.result.coverage.ranges);
      sayPrepared(partner, prepared, covers);
      return await send(partner, dataset, prepared, covers);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

interface ReadyFile {
  dataset: OwnDataset;
  prepared: DeliverableFile;
  covers: readonly CoveredRange[];
}

/** A file that `datalab pseudonymise` made, known by the note beside it; undefined for a raw file. */
async function readyFile(
  { words }: Partner,
  file: string,
  datasets: readonly OwnDataset[],
  named: string | undefined,
): Promise<ReadyFile | undefined> {
  const note = await readNote(file);
  if (note === undefined) return undefined;
  const dataset = datasetNamed(datasets, note.datasetId, words);
  if (named !== undefined && datasetNamed(datasets, named, words).id !== dataset.id)
    throw new Stop(EXIT.usage, words.otherDataset);
  if (!(await isUnchanged(file, note))) throw new Stop(EXIT.usage, words.changedSince);
  const { bytes, sha256, covers, totals, keys } = note;
  return { dataset, covers, prepared: { path: file, bytes, sha256, result: { totals, ...(keys && { keys }) } } };
}

async function send(
  partner: Partner,
  { id, name }: OwnDataset,
  prepared: DeliverableFile,
  covers: readonly CoveredRange[],
): Promise<ExitCode> {
  partner.print(partner.words.sending(prepared.result.totals.rows, name));
  // Asked for anew: preparing may have taken longer than a token lasts.
  const load = await deliverLoad(await partner.session(), id, prepared, covers);
  return verdictOf(partner, load);
}

function verdictOf({ words, print }: Partner, { state, unchanged, totals, issues }: DeliveredLoad): ExitCode {
  if (state === 'accepted') {
    print(unchanged ? words.unchanged : words.accepted(totals?.rows ?? 0));
    return EXIT.ok;
  }
  print(words.refusedLoad);
  for (const { column, count, firstRows, message } of issues)
    print(words.issue(column, count, words.rows(firstRows.join(', ')), message));
  return EXIT.refused;
}
