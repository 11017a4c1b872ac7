import { Upload } from 'tus-js-client';
import { ApiError } from '../../gql/api-error.js';
import { SAME_SITE } from '../../gql/request.js';

export interface Sending {
  /** Goes on where it stopped, after a break that outlasted the retries. */
  resume(): void;
  abort(): void;
}

interface SendOptions {
  uploadUrl: string;
  loadId: string;
  rows: Blob;
  onProgress: (sent: number, total: number) => void;
  onSent: () => void;
  onFailure: (error: ApiError) => void;
}

const PIECE = 8 * 1024 * 1024;

/** Sends the canonical rows in pieces. A break of the connection costs the current piece at most. */
export function sendRows({ uploadUrl, loadId, rows, onProgress, onSent, onFailure }: SendOptions): Sending {
  const upload = new Upload(rows, {
    endpoint: uploadUrl,
    metadata: { loadId },
    headers: { ...SAME_SITE },
    chunkSize: PIECE,
    retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000],
    // The file system of the browser holds the rows only as long as this screen does.
    storeFingerprintForResuming: false,
    onProgress,
    onSuccess: onSent,
    onError: (error) => {
      const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined;
      const kind =
        status === undefined
          ? 'Offline'
          : status === 401
            ? 'Unauthenticated'
            : status >= 500
              ? 'Unavailable'
              : 'InvalidState';
      onFailure(new ApiError(kind, error.message));
    },
  });
  upload.start();
  return { resume: () => upload.start(), abort: () => void upload.abort() };
}
