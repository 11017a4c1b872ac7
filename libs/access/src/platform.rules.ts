import type { Rules } from './rules.js';

/** The one installation, as a rule speaks of it. */
export const PLATFORM = { id: 'platform' } as const;

/** An administrator looks after organisations, people and API clients, in every lab; of what a lab is about they see nothing. */
export const platformRules: Rules = (actor, can) => {
  if (actor.isAdministrator === true) can('administer', 'Platform', { id: PLATFORM.id });
};
