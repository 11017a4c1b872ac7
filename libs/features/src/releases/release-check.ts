import type { ReleaseDocument } from '@datalab/domain';
import { z } from 'zod';
import { COLUMN } from './table-document.js';

/** By how much a shown number passed its floor, in words: of the number as it is given, so that it tells nothing beside it. */
export const MARGINS = ['near', 'clear', 'far'] as const;
export type Margin = (typeof MARGINS)[number];

/** From how many reports above the floor on a margin is called so. */
const CLEAR_FROM = 10;
const FAR_FROM = 50;

export const marginOf = (reports: number, floor: number): Margin =>
  reports >= floor + FAR_FROM ? 'far' : reports >= floor + CLEAR_FROM ? 'clear' : 'near';

/**
 * What the machine found, for checkers alone: which rule decided each cell, and margins of what is shown. Nothing more of what is withheld. A part
 * that a release of long ago was stored without reads as empty.
 */
export const releaseCheckSchema = z.object({
  rules: z.array(z.object({ code: z.string(), met: z.boolean() })).default([]),
  /** How many cells each rule of the gate decided, in bands. */
  outcomes: z.array(z.object({ rule: z.string(), cells: z.string() })).default([]),
  cells: z
    .array(z.object({ areaCode: z.string(), period: z.string(), rule: z.string(), margin: z.enum(MARGINS).nullable() }))
    .default([]),
  /** Names of what a checker should look at by themselves. */
  risks: z.array(z.string()).default([]),
});
export type ReleaseCheck = z.infer<typeof releaseCheckSchema>;

/** A number of cells as checkers are told it: one cell that a rule decided is a cell that can be found. */
export const cellBand = (cells: number): string =>
  cells < 5 ? '1–4' : cells < 20 ? '5–19' : cells < 100 ? '20–99' : '100+';

export interface OwnCell {
  areaCode: string;
  period: string;
  reports: number;
}

/** The exact numbers of an organisation in those cells that the release gives: of a cell that is withheld it is told nothing here. */
export function ownCellsOf(document: ReleaseDocument, exact: readonly OwnCell[]): OwnCell[] {
  const given = new Set(
    document.tables.flatMap(({ rows }) =>
      rows
        .filter((row) => row[COLUMN.state] === 'shown')
        .map((row) => `${String(row[COLUMN.areaCode])} ${String(row[COLUMN.period])}`),
    ),
  );
  return exact.filter(({ areaCode, period }) => given.has(`${areaCode} ${period}`));
}
