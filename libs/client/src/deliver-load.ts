import { createReadStream } from 'node:fs';
import type { CoveredRange, LoadState } from '@datalab/domain';
import { householdKeyCauses, type CanonicalResult } from '@datalab/intake';
import { Upload } from 'tus-js-client';
import type { PlatformSession } from './platform-session.js';

/** A canonical file with what its deliverer says of it; a PreparedLoad is one. */
export interface DeliverableFile {
  path: string;
  bytes: number;
  sha256: string;
  result: {
    totals: {
      rows: number;
      inRegion: number;
      outsideRegion: number;
      noArea: number;
      outOfScope: number;
      skipped: number;
    };
    /** How many rows got keys and why others did not; needed only where the file has keys. */
    keys?: CanonicalResult['keys'];
  };
}

/** A load as its deliverer follows it. */
export interface DeliveredLoad {
  id: string;
  state: LoadState;
  unchanged: boolean;
  rowsProcessed: number;
  totals: { rows: number; inRegion: number; outsideRegion: number; noArea: number; outOfScope: number } | null;
  issues: { code: string; column: string; message: string; count: number; firstRows: number[] }[];
}

const FIELDS = `id state unchanged rowsProcessed totals { rows inRegion outsideRegion noArea outOfScope }
  issues { code column message count firstRows }`;

/** Nothing more happens by itself; `to_confirm` waits for the steward. */
const DECIDED: readonly LoadState[] = ['accepted', 'refused', 'withdrawn', 'to_confirm'];
const PIECE = 8 * 1024 * 1024;
const LOOK_EVERY_MS = 300;

/** Opens a load, uploads the canonical file (resuming where a connection is lost) and waits for the verdict. */
export async function deliverLoad(
  session: PlatformSession,
  datasetId: string,
  prepared: DeliverableFile,
  covers: readonly CoveredRange[],
  onProgress: (load: DeliveredLoad) => void = () => undefined,
): Promise<DeliveredLoad> {
  const { rows, inRegion, outsideRegion, noArea, outOfScope, skipped } = prepared.result.totals;
  const { openLoad } = await session.ask<{ openLoad: { load: { id: string }; uploadUrl: string } }>(
    `mutation ($input: OpenLoadInput!) { openLoad(input: $input) { load { id } uploadUrl } }`,
    {
      input: {
        datasetId,
        covers: covers.map(({ from, to }) => ({ from, to })),
        totals: { rows, inRegion, outsideRegion, noArea, outOfScope, skipped },
        contentSha256: prepared.sha256,
        keyCauses: householdKeyCauses(prepared.result.keys ?? {}),
      },
    },
  );
  await uploadFile(session, openLoad.uploadUrl, openLoad.load.id, prepared);
  return followLoad(session, openLoad.load.id, onProgress);
}

function uploadFile(
  session: PlatformSession,
  url: string,
  loadId: string,
  { path, bytes }: DeliverableFile,
): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(createReadStream(path), {
      endpoint: new URL(url, session.baseUrl).href,
      uploadSize: bytes,
      chunkSize: PIECE,
      headers: session.headers,
      metadata: { loadId },
      retryDelays: [500, 1_000, 3_000, 10_000],
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
}

/** Waits until the platform has decided on a load. */
export async function followLoad(
  session: PlatformSession,
  loadId: string,
  onProgress: (load: DeliveredLoad) => void = () => undefined,
): Promise<DeliveredLoad> {
  for (;;) {
    const { load } = await session.ask<{ load: DeliveredLoad }>(`query ($id: ID!) { load(id: $id) { ${FIELDS} } }`, {
      id: loadId,
    });
    onProgress(load);
    if (DECIDED.includes(load.state)) return load;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
