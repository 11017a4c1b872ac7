import { z } from 'zod';

/** What the protected picture says of who is in the data and how evenly: from shown cells alone, shares to 5 %. */
export const shownEvidenceSchema = z.object({
  version: z.literal(1),
  sources: z.array(
    z.object({
      datasetId: z.string(),
      /** Lowest level with at least `FEWEST_AREAS` shown areas; null where there is none. */
      level: z.string().nullable(),
      /** Share of the shown reports that lies in the busiest fifth of the shown areas, in whole steps of 5 %; null without a level. */
      busiestFifth: z.number().nullable(),
      /** Share of the shown reports of all sources, at the highest level, in whole steps of 5 %; null where nothing is shown. */
      ofAllReports: z.number().nullable(),
    }),
  ),
});
export type ShownEvidence = z.infer<typeof shownEvidenceSchema>;

/** Under so many areas a fifth of them says nothing. */
const FEWEST_AREAS = 10;
const STEP = 0.05;

interface ShownOfSource {
  datasetId: string;
  level: string;
  /** Largest first. */
  reports: readonly number[];
}

/** Counts from protected cells; `levels` highest first. The same cells give the same. */
export function shownEvidence(shown: readonly ShownOfSource[], levels: readonly string[]): ShownEvidence {
  const datasetIds = [...new Set(shown.map(({ datasetId }) => datasetId))].sort();
  const at = (datasetId: string, level: string | undefined) =>
    shown.find((row) => row.datasetId === datasetId && row.level === level)?.reports ?? [];
  const total = (datasetId: string) => sum(at(datasetId, levels[0]));
  const all = sum(datasetIds.map(total));
  return {
    version: 1,
    sources: datasetIds.map((datasetId) => {
      const level = levels.findLast((candidate) => at(datasetId, candidate).length >= FEWEST_AREAS);
      const reports = at(datasetId, level);
      const fifth = reports.slice(0, Math.ceil(reports.length / 5));
      return {
        datasetId,
        level: level ?? null,
        busiestFifth: level === undefined ? null : inSteps(sum(fifth) / sum(reports)),
        ofAllReports: all === 0 ? null : inSteps(total(datasetId) / all),
      };
    }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);
const inSteps = (share: number): number => Math.round(Math.round(share / STEP) * STEP * 100) / 100;
