import type {
  CheckProgress,
  Checked,
  FileRefusal,
  IntakeAnswer,
  IntakeRequest,
  Recognised,
} from './intake-protocol.js';

/** The file cannot be used; the message is for the steward. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
  constructor(readonly refusal: FileRefusal) {
    super(refusal.message);
  }
}

type Request<A extends IntakeRequest['ask']> = Omit<Extract<IntakeRequest, { ask: A }>, 'ask'>;
export type OnProgress = (progress: CheckProgress) => void;

/**
 * The worker in which a file is read. One question at a time; a new question ends the one before it, because a steward who chooses another file no
 * longer waits for the first.
 */
export class IntakeClient {
  #worker: Worker | undefined;
  #abandon: ((reason: Error) => void) | undefined;

  async recognise(request: Request<'recognise'>): Promise<Recognised> {
    const answer = await this.#ask({ ask: 'recognise', ...request });
    if (answer.tell !== 'recognised') throw new Error(`unexpected answer: ${answer.tell}`);
    return answer.recognised;
  }

  async check(request: Request<'check'>, onProgress: OnProgress): Promise<Checked> {
    const answer = await this.#ask({ ask: 'check', ...request }, onProgress);
    if (answer.tell !== 'checked') throw new Error(`unexpected answer: ${answer.tell}`);
    return answer.checked;
  }

  close(): void {
    this.#abandon?.(new DOMException('another question came', 'AbortError'));
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(request: IntakeRequest, onProgress?: OnProgress): Promise<IntakeAnswer> {
    this.close();
    const worker = new Worker(new URL('./intake.worker.ts', import.meta.url), { type: 'module', name: 'intake' });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      this.#abandon = reject;
      worker.onmessage = ({ data }: MessageEvent<IntakeAnswer>) => {
        if (data.tell === 'progress') onProgress?.(data.progress);
        else if (data.tell === 'refused') reject(new RefusedFile(data.refusal));
        else if (data.tell === 'failed') reject(new Error(data.message));
        else resolve(data);
      };
      worker.onerror = (event) => reject(new Error(event.message || 'the worker stopped'));
      worker.postMessage(request);
    });
  }
}
