import { readFile } from 'node:fs/promises';
import {
  checkpointFile,
  keyCustodyOf,
  keyPinFile,
  prepareLoad,
  pseudonymsOf,
  regionOfLab,
  type KeyPreparation,
  type PlatformSession,
  type PreparedLoad,
} from '@datalab/client';
import { join } from 'node:path';
import { mappingSchema, type CanonicalResult, type Mapping } from '@datalab/intake';
import type { OwnDataset } from './datasets.js';
import { EXIT, Stop } from './exit-codes.js';
import { jsonOf, organisationKey, type KeyChoice } from './organisation-key.js';
import type { Partner } from './partner.js';
import { writeRefusedRows } from './refused-rows-file.js';

export interface PrepareChoice extends KeyChoice {
  /** File with the mapping; default: the one that was saved for the dataset. */
  mapping?: string;
  organisationId: string;
}

/**
 * Makes the canonical file of a partner's file on this machine. Stops with `refused`, after printing every reason without a value, where a
 * row or column stands in the way; the refused rows are then in a file beside the raw one.
 */
export async function prepare(
  partner: Partner,
  session: PlatformSession,
  file: string,
  target: string,
  dataset: OwnDataset,
  choice: PrepareChoice,
): Promise<PreparedLoad> {
  const { words, print } = partner;
  const mapping = await mappingOf(partner, dataset, choice.mapping);
  const key = await organisationKey(partner, choice.organisationId, choice);
  const region = await regionOfLab(session, dataset.labId);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: region.timeZone }).format(new Date());
  const keys = await keyPreparation(partner, session, dataset);
  const prepared = await prepareLoad(file, target, {
    mapping,
    region,
    organisationKey: key,
    today,
    ...(keys && { keys }),
  });
  if (prepared.result.acceptable) return prepared;

  sayWhyNot(partner, prepared.result);
  if (prepared.result.issueCount > 0) {
    const refusedFile = `${file}.geweigerd.csv`;
    const rows = await writeRefusedRows(file, refusedFile, { mapping, region, today });
    if (rows > 0) print(words.refusedRows(refusedFile));
  }
  throw new Stop(EXIT.refused, words.nothingLeft);
}

/** How identifiers become sealed keys, by the lab's key holders; undefined where this platform takes no keys. */
async function keyPreparation(
  { folder }: Partner,
  session: PlatformSession,
  { id, labId }: OwnDataset,
): Promise<KeyPreparation | undefined> {
  const custody = await keyCustodyOf(session, labId);
  if (custody === undefined) return undefined;
  return {
    datasetId: id,
    sealingKey: custody.sealingKey,
    pseudonymise: pseudonymsOf(session, custody, {
      // A key that was swapped since the first run stops the next one.
      pins: keyPinFile(join(folder, 'key-pins.json')),
      checkpoints: checkpointFile(join(folder, `pseudonyms-${id}.run`)),
    }),
  };
}

/** The mapping of a file, or the one that was saved for the dataset. Stops with `usage` where there is none or it does not fit. */
export async function mappingOf({ words }: Partner, dataset: OwnDataset, path: string | undefined): Promise<Mapping> {
  const document = path === undefined ? dataset.mapping : jsonOf(await readFile(path, 'utf8'));
  if (document == null) throw new Stop(EXIT.usage, words.noMapping);
  const parsed = mappingSchema.safeParse(document);
  if (!parsed.success)
    throw new Stop(EXIT.usage, words.wrongMapping(parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')));
  if (parsed.data.kind !== dataset.kind) throw new Stop(EXIT.usage, words.otherKind);
  return parsed.data;
}

function sayWhyNot(
  { words, print }: Partner,
  { issues, unmapped, findings, totals, issueCount }: CanonicalResult,
): void {
  if (totals.rows === 0 && issueCount === 0) print(words.noRows);
  for (const { column, count, rows, message } of issues)
    print(words.issue(column, count, words.rows(rows.join(', ')), message));
  // Codes are values of the partner's own file: this is the partner's own screen.
  for (const { code, count } of unmapped) print(words.unmapped(code, count));
  for (const { column, row, count, message } of findings) print(words.finding(column, row, count, message));
}
