import type { CoveredRange } from '@datalab/domain';
import { householdKeyCauses, type CanonicalResult, type LoadTotals, type Mapping } from '@datalab/intake';
import { OpenLoadDocument, SaveMappingDocument, type OpenLoadMutation } from '../../gql/operations.js';
import type { GivenAnswer } from './intake-protocol.js';
import { request } from '../../gql/request.js';

interface LoadToOpen {
  datasetId: string;
  mapping: Mapping;
  covers: CoveredRange[];
  totals: LoadTotals;
  sha256: string;
  keys: CanonicalResult['keys'];
  answers: readonly GivenAnswer[];
}

/** Saves how this layout is read, for the next file, and declares the load: what it covers, how many rows, and the digest of what follows. */
export async function openLoad({
  datasetId,
  mapping,
  covers,
  totals,
  sha256,
  keys,
  answers,
}: LoadToOpen): Promise<OpenLoadMutation['openLoad']> {
  await request(SaveMappingDocument, { datasetId, mapping });
  const { openLoad: opened } = await request(OpenLoadDocument, {
    input: {
      datasetId,
      covers,
      totals,
      contentSha256: sha256,
      confirmDifference: true,
      answers: [...answers],
      keyCauses: householdKeyCauses(keys),
    },
  });
  return opened;
}
