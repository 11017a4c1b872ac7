import { AGREEMENT_STATES, AGREEMENT_TRANSITIONS } from './agreement/agreement.state.js';
import { FORECAST_STATES, FORECAST_TRANSITIONS } from './forecast-contract.state.js';
import { INTERPRETATION_STATES, INTERPRETATION_TRANSITIONS } from './interpretation.state.js';
import { LAB_STATES, LAB_TRANSITIONS } from './lab.state.js';
import { LOAD_STATES, LOAD_TRANSITIONS } from './load.state.js';
import { SHELL_STATES } from './output-shell.js';
import { SHELL_TRANSITIONS } from './output-shell.state.js';
import { RELEASE_STATES, RELEASE_TRANSITIONS } from './release.state.js';
import { RUN_STATES, RUN_TRANSITIONS } from './run.state.js';
import { SOLUTION_STATES, SOLUTION_TRANSITIONS } from './solution.state.js';
import type { StateMachine } from './state-diagram.js';
import { STEP_STATES, STEP_TRANSITIONS } from './step.state.js';
import { WAY_BACK_STATES, WAY_BACK_TRANSITIONS } from './way-back.state.js';

/** Every state machine of the platform, for the documents that show them; the tables themselves decide. */
export const STATE_MACHINES: readonly StateMachine[] = [
  { noun: 'step', first: 'locked', states: STEP_STATES, transitions: STEP_TRANSITIONS },
  { noun: 'lab', first: 'active', states: LAB_STATES, transitions: LAB_TRANSITIONS },
  { noun: 'load', first: 'receiving', states: LOAD_STATES, transitions: LOAD_TRANSITIONS },
  { noun: 'agreement', first: 'draft', states: AGREEMENT_STATES, transitions: AGREEMENT_TRANSITIONS },
  { noun: 'run', first: 'requested', states: RUN_STATES, transitions: RUN_TRANSITIONS },
  { noun: 'release', first: 'draft', states: RELEASE_STATES, transitions: RELEASE_TRANSITIONS },
  { noun: 'shell', first: 'draft', states: SHELL_STATES, transitions: SHELL_TRANSITIONS },
  { noun: 'forecast', first: 'draft', states: FORECAST_STATES, transitions: FORECAST_TRANSITIONS },
  { noun: 'interpretation', first: 'apart', states: INTERPRETATION_STATES, transitions: INTERPRETATION_TRANSITIONS },
  { noun: 'solution', first: 'option', states: SOLUTION_STATES, transitions: SOLUTION_TRANSITIONS },
  { noun: 'way back', first: 'asked', states: WAY_BACK_STATES, transitions: WAY_BACK_TRANSITIONS },
];
