import { createMongoAbility } from '@casl/ability';
import { packRules, unpackRules, type PackRule } from '@casl/ability/extra';
import type { RawRuleOf } from '@casl/ability';
import type { AppAbility } from './subjects.js';

type Packed = PackRule<RawRuleOf<AppAbility>>[];

/** The sentences of an ability, short enough to send along: for a screen that hides what would be refused anyway. */
export const packedRules = (ability: AppAbility): string => JSON.stringify(packRules(ability.rules));

/** The ability that was packed. It decides nothing: what a screen shows by it, the api checks again. Throws on what is not such a text. */
export const abilityOfPacked = (packed: string): AppAbility =>
  createMongoAbility<AppAbility>(unpackRules(JSON.parse(packed) as Packed));
