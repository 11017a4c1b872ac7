import type { ShellState } from './output-shell.js';
import { nextState, type Transition } from './next-state.js';

/** `approve` is the last organisation's approval; `return` sends it back with a remark; `replace` is the approval of its next version. */
export type ShellEvent = 'submit' | 'return' | 'approve' | 'replace';

export const SHELL_TRANSITIONS: readonly Transition<ShellState, ShellEvent>[] = [
  { from: 'draft', event: 'submit', to: 'submitted' },
  { from: 'submitted', event: 'return', to: 'draft' },
  { from: 'submitted', event: 'approve', to: 'approved' },
  { from: 'approved', event: 'replace', to: 'replaced' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextShellState = (from: ShellState, event: ShellEvent): ShellState =>
  nextState(SHELL_TRANSITIONS, from, event, {
    code: 'shell.wrong-state',
    message: `A shell that is ${from} does not take "${event}".`,
  });
