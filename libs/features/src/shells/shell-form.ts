import { ANALYSIS_KINDS, ANALYSIS_UNITS, GRAINS, SHELL_METHODS, SHELL_ROWS, type ShellMethod } from '@datalab/domain';
import { z } from 'zod';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);

/**
 * A shell as somebody fills it in. A method belongs to one kind of analysis; what is predicted is an area in a period, never a person or an
 * address, and nothing else counts areas.
 */
export const shellFormSchema = z
  .strictObject({
    title: text(5, 160),
    kind: z.enum(ANALYSIS_KINDS),
    method: z.enum(Object.keys(SHELL_METHODS) as [ShellMethod, ...ShellMethod[]]),
    unit: z.enum(ANALYSIS_UNITS),
    areaLevel: text(1, 60),
    grain: z.enum(GRAINS),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
    datasetIds: z.array(z.uuid()).min(1).max(50),
    rows: z.enum(SHELL_ROWS),
    columns: z.array(text(1, 80)).min(1).max(8),
    use: text(10, 1_000),
  })
  .refine(({ kind, method }) => SHELL_METHODS[method] === kind, { path: ['method'] })
  .refine(({ kind, unit }) => (kind === 'predictive') === (unit === 'area'), { path: ['unit'] })
  .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, { path: ['periodTo'] })
  .refine(({ datasetIds }) => new Set(datasetIds).size === datasetIds.length, { path: ['datasetIds'] });

/** What must change in a shell that is sent back. */
export const remarkSchema = z.strictObject({ remark: text(3, 1_000) });
