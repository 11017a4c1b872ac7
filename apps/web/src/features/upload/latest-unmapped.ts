import type { UnmappedCode } from '@datalab/intake';

/**
 * The codes without a meaning of the latest attempt, per dataset. In memory alone: they are values of a file, which may be of a column that was
 * chosen by mistake, so they go nowhere and are forgotten with the window.
 */
const latest = new Map<string, readonly UnmappedCode[]>();

export const rememberUnmapped = (datasetId: string, codes: readonly UnmappedCode[]): void => {
  latest.set(datasetId, codes);
};

/** With how many rows each code has; empty where nothing was tried in this window, or nothing was missing. */
export const latestUnmapped = (datasetId: string): readonly UnmappedCode[] => latest.get(datasetId) ?? [];
