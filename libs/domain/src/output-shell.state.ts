import { invalidState } from './errors.js';
import type { ShellState } from './output-shell.js';

/** `approve` is the last organisation's approval; `return` sends it back with a remark; `replace` is the approval of its next version. */
export type ShellEvent = 'submit' | 'return' | 'approve' | 'replace';

export const SHELL_TRANSITIONS: readonly { from: ShellState; event: ShellEvent; to: ShellState }[] = [
  { from: 'draft', event: 'submit', to: 'submitted' },
  { from: 'submitted', event: 'return', to: 'draft' },
  { from: 'submitted', event: 'approve', to: 'approved' },
  { from: 'approved', event: 'replace', to: 'replaced' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export function nextShellState(from: ShellState, event: ShellEvent): ShellState {
  const found = SHELL_TRANSITIONS.find((row) => row.from === from && row.event === event);
  if (found === undefined) throw invalidState('shell.wrong-state', `A shell that is ${from} does not take "${event}".`);
  return found.to;
}
