import type { Actor } from './actor.js';
import type { Action, SubjectName, Subjects } from './subjects.js';

/** Every field that is named must hold; a field that is not named does not matter. */
type Conditions<S extends SubjectName> = { [Field in keyof Subjects[S]]?: string | { $in: string[] } };

export type Can = <S extends SubjectName>(action: Action, subject: S, conditions: Conditions<S>) => unknown;

/** One subject's sentences: what this person may do with it. Only `can`, never `cannot`: silence is refusal. */
export type Rules = (actor: Actor, can: Can) => void;
