import '../../app/no-eval.js';
import { Refusal } from '@datalab/intake';
import { checkFile } from './check-file.js';
import type { IntakeAnswer, IntakeRequest } from './intake-protocol.js';
import { recogniseFile } from './recognise-file.js';

/** The part of a worker's global scope that is used here; the window's types are the only ones this project has. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<IntakeRequest>) => void) | null;
  postMessage(answer: IntakeAnswer): void;
}
const scope = self as unknown as WorkerScope;

async function answer(request: IntakeRequest): Promise<IntakeAnswer> {
  try {
    if (request.ask === 'recognise') return { tell: 'recognised', recognised: await recogniseFile(request) };
    const checked = await checkFile(request, (progress) => scope.postMessage({ tell: 'progress', progress }));
    return { tell: 'checked', checked };
  } catch (error) {
    if (!(error instanceof Refusal))
      return { tell: 'failed', message: error instanceof Error ? error.message : String(error) };
    const { code, message, row, column } = error;
    return { tell: 'refused', refusal: { code, message, row, column } };
  }
}

scope.onmessage = async ({ data }) => scope.postMessage(await answer(data));
