/** What a thread is given once, when it starts. */
export interface ThreadStart {
  method: string;
  data: unknown;
  params: unknown;
  seed: number;
}

/** One part of the work, to do next. */
export interface PartOrder {
  part: number;
}

/** What a thread says: that it is ready, a part with its outcome, or that it cannot. */
export type ThreadAnswer =
  { kind: 'ready' } | { kind: 'part'; part: number; value: unknown } | { kind: 'failed'; message: string };
