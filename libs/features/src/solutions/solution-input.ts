import { listAreas, listParticipants, type LabRow, type Transaction } from '@datalab/data';
import { invalidInput } from '@datalab/domain';
import { checkOwnWords } from '../quality/check-own-words.js';

export interface NewSolutionInput {
  title: string;
  words: string;
  /** Organisations that do it together with the own one. */
  partners: readonly string[];
  areaCodes: readonly string[];
  expected: string;
  findingIds: readonly string[];
}

/**
 * Checks what somebody proposes: texts that tell of no person, partners that take part, areas of the lab's region. An area and a time is all that a
 * measure can be about: there is no field for a person, a household or an address.
 */
export async function checkSolutionInput(
  tx: Transaction,
  lab: LabRow,
  organisationId: string,
  input: NewSolutionInput,
): Promise<void> {
  const { title, words, expected } = input;
  checkOwnWords({ title, words, expected });
  if (title.trim().length < 3) throw invalidInput('solution.no-title', 'Give it a name.', [{ field: 'title' }]);
  if (words.trim().length < 3) throw invalidInput('solution.no-words', 'Say what will be done.', [{ field: 'words' }]);
  if (input.findingIds.length === 0)
    throw invalidInput('solution.no-finding', 'Say which finding it answers.', [{ field: 'findingIds' }]);
  const others = (await listParticipants(tx, lab.id)).map((participant) => participant.organisationId);
  if (input.partners.some((id) => id === organisationId || !others.includes(id)))
    throw invalidInput('solution.unknown-partner', 'A partner takes part in this lab.', [{ field: 'partners' }]);
  await checkAreas(tx, lab, input.areaCodes, 'areaCodes');
}

/** Throws InvalidInput where a code is no area of the lab's region. */
export async function checkAreas(tx: Transaction, lab: LabRow, codes: readonly string[], field: string): Promise<void> {
  const known = new Set((await listAreas(tx, lab.regionId)).map(({ code }) => code));
  if (codes.some((code) => !known.has(code)))
    throw invalidInput('area.unknown', 'This is no area of the region of the lab.', [{ field }]);
}
