/** The part of a V8 CPU profile that is looked at. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** The stages of the worker's check, each known by the files that do it; what no rule knows counts with whoever called it. */
const STAGES: readonly (readonly [stage: string, of: RegExp])[] = [
  ['validate', /\/libs\/intake\/src\/schema\//],
  ['screen', /\/libs\/intake\/src\/screening\//],
  ['open and seal', /\/libs\/pseudonym\/|sodium|noble|\/keys?\/|seal/],
  ['encode', /row-encoding|row-lines|encod/],
  ['read', /load-reader|load-lines|string_decoder|internal\/fs|internal\/crypto\/hash|coverage/],
  ['send to PostgreSQL', /pg-copy-streams|\/pg\/|pg-protocol|net\.js|node:net|stream_base_commons/],
];

/**
 * Share of each stage in the samples of a profile: self time of a function counts with the nearest caller that belongs to a stage, so that
 * `JSON.parse` counts as validating. `idle` is waiting for PostgreSQL. Shares add up to 1.
 */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: CpuProfile): Record<string, number> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stageOf = (start: number): string => {
    for (let id: number | undefined = start; id !== undefined; id = parents.get(id)) {
      const { functionName, url } = byId.get(id)!.callFrame;
      if (functionName === '(idle)') return 'idle';
      if (functionName === '(garbage collector)') return 'collect garbage';
      const stage = STAGES.find(([, of]) => of.test(url))?.[0];
      if (stage !== undefined) return stage;
    }
    return 'other';
  };
  const known = new Map<number, string>();
  const times = new Map<string, number>();
  let total = 0;
  samples.forEach((id, i) => {
    if (!known.has(id)) known.set(id, stageOf(id));
    const stage = known.get(id)!;
    const delta = Math.max(0, timeDeltas[i] ?? 0);
    times.set(stage, (times.get(stage) ?? 0) + delta);
    total += delta;
  });
  return Object.fromEntries([...times].sort((a, b) => b[1] - a[1]).map(([stage, time]) => [stage, time / total]));
}
