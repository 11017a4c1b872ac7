import type { CoveredRange } from '@datalab/domain';
import type { LoadTotals, Mapping } from '@datalab/intake';
import { OpenLoadDocument, SaveMappingDocument, type OpenLoadMutation } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

interface LoadToOpen {
  datasetId: string;
  mapping: Mapping;
  covers: CoveredRange[];
  totals: LoadTotals;
  sha256: string;
}

/** Saves how this layout is read, for the next file, and declares the load: what it covers, how many rows, and the digest of what follows. */
export async function openLoad({
  datasetId,
  mapping,
  covers,
  totals,
  sha256,
}: LoadToOpen): Promise<OpenLoadMutation['openLoad']> {
  await request(SaveMappingDocument, { datasetId, mapping });
  const { openLoad: opened } = await request(OpenLoadDocument, {
    input: { datasetId, covers, totals, contentSha256: sha256 },
  });
  return opened;
}
