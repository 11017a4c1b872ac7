import { PICTURE_UP_TO_DATE } from '../criteria/factual-picture.criteria.js';

/** A step as far as it says what is missing, and from whom. */
interface StepOwing<Step extends string, Missing> {
  step: Step;
  state: string;
  criteria: readonly { code: string; missing: readonly Missing[] }[];
}

/** Something that a person, or a colleague in the same role, can make hold. */
export interface Owed<Step extends string, Missing> {
  step: Step;
  code: string;
  missing: Missing;
}

/**
 * What of the open steps of a lab is somebody's to bring: theirs by role, and by organisation where it is one organisation's. The picture is the platform's
 * to make, and nobody's.
 */
export function owedBy<Step extends string, Missing extends { organisationId: string | null; role: string }>(
  steps: readonly StepOwing<Step, Missing>[],
  who: { roles: readonly string[]; organisationId: string },
): Owed<Step, Missing>[] {
  return steps
    .filter(({ state }) => state === 'open')
    .flatMap(({ step, criteria }) =>
      criteria.flatMap(({ code, missing }) => {
        const mine =
          code === PICTURE_UP_TO_DATE
            ? undefined
            : missing.find(
                ({ role, organisationId }) =>
                  who.roles.includes(role) && (organisationId === null || organisationId === who.organisationId),
              );
        return mine === undefined ? [] : [{ step, code, missing: mine }];
      }),
    );
}

/** The step that whoever leads a lab can hand in: open, with criteria that all hold. */
export const readyStep = <S extends { state: string; criteria: readonly { met: boolean }[] }>(
  steps: readonly S[],
): S | undefined =>
  steps.find(({ state, criteria }) => state === 'open' && criteria.length > 0 && criteria.every(({ met }) => met));
