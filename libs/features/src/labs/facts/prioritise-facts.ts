import {
  findConsultation,
  findCoreQuestion,
  listBoardAgreements,
  listChecklistAnswers,
  listGoals,
  listQuestions,
  listShells,
  type OutputShellRow,
  type Transaction,
} from '@datalab/data';
import { CHECKLIST_OF, openItems, type LabFacts } from '@datalab/domain';
import { datasetsOf, type LabGround } from './lab-ground.js';

/** What the criteria of step 1 are computed from: only what everybody in the lab sees, so that they are the same whoever looks. */
export async function prioritiseFacts(tx: Transaction, ground: LabGround): Promise<LabFacts['prioritise']> {
  const { id } = ground.lab;
  const goals = await listGoals(tx, id);
  const checklists = await listChecklistAnswers(tx, id);
  const boards = await listBoardAgreements(tx, id);
  const core = await findCoreQuestion(tx, id);
  const questions = await listQuestions(tx, id);
  const shells = await listShells(tx, id);
  return {
    organisations: ground.participants.map(({ organisationId, name, roles }) => {
      const isTheirs = (row: { organisationId: string }) => row.organisationId === organisationId;
      const legal = checklists.find((row) => row.checklist === 'legal' && isTheirs(row));
      return {
        organisationId,
        name,
        roles: roles.map(({ role }) => role),
        expected: datasetsOf(ground, organisationId).length > 0,
        goalStated: goals.some(isTheirs),
        legalAnswered: legal !== undefined && openItems(CHECKLIST_OF.legal, legal.document.answers).length === 0,
        boardAgreed: boards.find(isTheirs)?.agrees ?? false,
      };
    }),
    questionChosen: questions.some((question) => question.id === core?.questionId),
    citizensHeard: (await findConsultation(tx, id)) !== undefined,
    shells: {
      approved: shells.some(({ state }) => state === 'approved'),
      awaiting: awaitingOf(shells, ground),
    },
  };
}

/** Of the shells that were handed in, the one that is nearest to being approved. */
function awaitingOf(shells: readonly OutputShellRow[], { participants }: LabGround) {
  const waiting = shells
    .filter(({ state }) => state === 'submitted')
    .map(({ since, approvals }) => ({
      since,
      organisationIds: participants
        .map(({ organisationId }) => organisationId)
        .filter((organisation) => !approvals.some(({ organisationId }) => organisationId === organisation)),
    }));
  return waiting.sort((a, b) => a.organisationIds.length - b.organisationIds.length)[0];
}
