import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareLoad, type PreparedLoad } from '@datalab/client';
import { bytesInPieces, openTable, proposeMapping, Refusal, type RegionContext } from '@datalab/intake';
import { PseudonymTable, type Identifier } from '@datalab/pseudonym';
import type { MutatedFile } from './cases.js';

/** A file of some kilobytes is decided on within this; more is a hang in the making. */
export const PATIENCE_MS = 10_000;
export const TODAY = '2026-11-01';

export interface ClientSetting {
  folder: string;
  region: RegionContext;
  datasetId: string;
  sealingKey: Uint8Array;
}

/** What became of one file at the partner. */
export type ClientOutcome =
  { state: 'accepted'; prepared: PreparedLoad } | { state: 'refused' } | { state: 'failed'; why: string };

/**
 * Sends one mutated file through the whole client half: recognition of its columns, and preparation with the mapping that was saved for the
 * file as it was. Failed means: something else was thrown than a Refusal, it took too long, it was neither accepted nor refused with a place,
 * or a message holds a planted identifier.
 */
export async function tryClientHalf(file: MutatedFile, setting: ClientSetting): Promise<ClientOutcome> {
  const start = performance.now();
  const outcome = await decided(file, setting);
  const milliseconds = performance.now() - start;
  if (outcome.state !== 'failed' && milliseconds > PATIENCE_MS)
    return { state: 'failed', why: `took ${Math.round(milliseconds)} ms` };
  return outcome;
}

async function decided(file: MutatedFile, setting: ClientSetting): Promise<ClientOutcome> {
  const { region, folder, datasetId, sealingKey } = setting;
  const raw = join(folder, 'raw');
  try {
    await recognise(file, region);
    await writeFile(raw, file.bytes);
    const prepared = await prepareLoad(raw, join(folder, 'load.ndjson'), {
      mapping: file.table.mapping,
      region,
      organisationKey: Buffer.alloc(32, 7),
      today: TODAY,
      keys: { datasetId, sealingKey, pseudonymise: inventedPseudonyms },
    });
    return verdictOf(prepared, file.planted);
  } catch (error) {
    return error instanceof Refusal
      ? refusalOf(error, file.planted)
      : { state: 'failed', why: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
}

/** The questions that a mapping is proposed with are of the steward's own screen and may quote the file; they must only be there. */
async function recognise({ bytes }: MutatedFile, region: RegionContext): Promise<void> {
  try {
    const table = await openTable(bytesInPieces(bytes, 1_000), 'bestand');
    proposeMapping(table.header, table.sample, region, { today: TODAY });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function verdictOf(prepared: PreparedLoad, planted: readonly string[]): ClientOutcome {
  const { issues, findings, unmapped, totals, acceptable } = prepared.result;
  if (acceptable) return { state: 'accepted', prepared };
  const told = leak(planted, [...issues.map(({ code, message }) => code + message), ...findings.map((f) => f.message)]);
  if (told !== undefined) return told;
  const isPlaced = [
    ...issues.map(({ column, rows }) => column !== '' && rows.length > 0),
    // Row 0: the name of the column itself, in a format that has no line for names.
    ...findings.map(({ column, row }) => column !== '' && row >= 0),
    ...unmapped.map(({ count }) => count > 0),
  ];
  if (isPlaced.includes(false)) return { state: 'failed', why: 'a reason without a place' };
  // A table without rows says so by its totals: there is no place in it to name.
  if (isPlaced.length === 0 && totals.rows > 0) return { state: 'failed', why: 'refused without a reason' };
  return { state: 'refused' };
}

/** What a refusal of the whole file is about when it names no row: the file itself, or its header. */
const OF_WHOLE_FILE = /^(?:file|xlsx|layout)\./;

function refusalOf({ code, message, row, column }: Refusal, planted: readonly string[]): ClientOutcome {
  if (row === undefined && column === undefined && !OF_WHOLE_FILE.test(code))
    return { state: 'failed', why: `${code} without a place` };
  return leak(planted, [`${code} ${message} ${column ?? ''}`]) ?? { state: 'refused' };
}

function leak(planted: readonly string[], messages: readonly string[]): ClientOutcome | undefined {
  const text = messages.join('\n').toLowerCase();
  return planted.some((identifier) => text.includes(identifier.toLowerCase()))
    ? { state: 'failed', why: 'a planted identifier in a message' }
    : undefined;
}

/** In place of the key holders, who are tried elsewhere: 64 bytes per identifier, equal for equal ones. */
async function inventedPseudonyms(identifiers: Iterable<Identifier>): Promise<PseudonymTable> {
  const table = await PseudonymTable.collect(identifiers);
  const made = [...table.identifiers()].map((one) => new Uint8Array(createHash('sha512').update(one).digest()));
  table.append(made);
  return table;
}
