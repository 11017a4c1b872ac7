import type { Load } from '../../gql/types.js';
import type { Tone } from '../../ui/status-badge.js';

export const LOAD_TONES: Record<Load['state'], Tone> = {
  receiving: 'active',
  received: 'active',
  checking: 'active',
  to_confirm: 'warning',
  accepted: 'success',
  refused: 'error',
  withdrawn: 'inactive',
};

/** Something still happens to it by itself. */
export const isUnderWay = ({ state }: Pick<Load, 'state'>): boolean =>
  state === 'receiving' || state === 'received' || state === 'checking';

/** The states from which a steward may withdraw (libs/domain, load.state.ts). */
export const canWithdraw = ({ state }: Pick<Load, 'state'>): boolean =>
  state === 'accepted' || state === 'receiving' || state === 'to_confirm';
