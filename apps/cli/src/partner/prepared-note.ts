import { stat } from 'node:fs/promises';
import { KEY_CAUSES, KEY_COLUMNS } from '@datalab/intake';
import { z } from 'zod';
import { sha256Of } from '../intake/sha256-of.js';
import { readIfThere, writePrivately } from './config-folder.js';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const total = z.int().min(0);
const noteSchema = z.strictObject({
  format: z.literal('datalab-prepared/1'),
  datasetId: z.string(),
  covers: z.array(z.strictObject({ from: day, to: day })).min(1),
  totals: z.strictObject({
    rows: total,
    inRegion: total,
    outsideRegion: total,
    noArea: total,
    outOfScope: total,
    skipped: total,
  }),
  /** Absent in a note of an earlier version, and then the quality report says less. */
  keys: z
    .partialRecord(
      z.enum(KEY_COLUMNS),
      z.strictObject({ given: total, notNeeded: total.default(0), without: z.record(z.enum(KEY_CAUSES), total) }),
    )
    .optional(),
  bytes: total,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What `datalab pseudonymise` says of the file that it made, for `datalab upload` on another machine or another day. */
export type PreparedNote = z.infer<typeof noteSchema>;

const noteOf = (file: string): string => `${file}.load.json`;

export const writeNote = (file: string, note: PreparedNote): Promise<void> =>
  writePrivately(noteOf(file), `${JSON.stringify(note, null, 2)}\n`);

/** The note beside a prepared file; undefined where there is none: then the file is a raw one. Throws a ZodError where it is malformed. */
export async function readNote(file: string): Promise<PreparedNote | undefined> {
  const text = await readIfThere(noteOf(file));
  return text === undefined ? undefined : noteSchema.parse(JSON.parse(text));
}

/** Whether the file is still the one that the note is about. */
export const isUnchanged = async (file: string, { bytes, sha256 }: PreparedNote): Promise<boolean> =>
  (await stat(file)).size === bytes && (await sha256Of(file)) === sha256;
