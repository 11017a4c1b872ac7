/** A state machine as a document shows it. */
export interface StateMachine {
  /** What it is of: `step`. */
  noun: string;
  /** The state in which one begins. */
  first: string;
  states: readonly string[];
  transitions: readonly { from: string; event: string; to: string }[];
}

/** The machine as a Mermaid state diagram: events in the order of the table, those with the same ends on one arrow. */
export function stateDiagram({ first, states, transitions }: StateMachine): string {
  const arrows = new Map<string, string[]>();
  for (const { from, event, to } of transitions) {
    const ends = `${from} --> ${to}`;
    arrows.set(ends, [...(arrows.get(ends) ?? []), event]);
  }
  const final = states.filter((state) => !transitions.some(({ from, to }) => from === state && to !== state));
  return [
    'stateDiagram-v2',
    `  [*] --> ${first}`,
    ...[...arrows].map(([ends, events]) => `  ${ends}: ${events.join(', ')}`),
    ...final.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
