import { inLab, ownInLab, type TypeRule } from '../rules.js';

const IN_LAB = inLab();
const names = (list: string): string[] => list.split(/\s+/);

/** Step 1: for the lab, but for scores and what follows from them, which an organisation sees once it scored itself. */
export const STEP_ONE_TYPES: Readonly<Record<string, TypeRule>> = {
  StepOne: {
    who: IN_LAB,
    withIt: names('labId state goals questions scoredBy core checklists boards consultation can'),
    fields: { ranking: ownInLab() },
  },
  OrganisationGoal: { who: IN_LAB, withIt: names('organisationId name goal madeAt') },
  QuestionCandidate: {
    who: IN_LAB,
    withIt: names('id organisationId question behind madeAt isMine scores'),
  },
  QuestionScore: { who: ownInLab(), withIt: names('organisationId impact answerability privacyCost note') },
  QuestionRanking: {
    who: ownInLab(),
    withIt: names('digest computedAt isCurrent organisations ranked apart together textNl textEn'),
  },
  RankedQuestion: {
    who: ownInLab(),
    withIt: names('questionId rank points meanImpact meanAnswerability meanPrivacyCost tiedWith'),
  },
  QuestionAgreement: { who: ownInLab(), withIt: names('w p') },
  CoreQuestion: { who: IN_LAB, withIt: names('questionId version reason chosenAt') },
  StepOneAbilities: {
    who: IN_LAB,
    withIt: names('stateGoal score lead answerLegal answerQuality recordBoard'),
  },
  Checklist: { who: IN_LAB, withIt: names('name version items answered') },
  ChecklistItem: { who: IN_LAB, withIt: names('key questionNl questionEn hintNl hintEn') },
  ChecklistAnswers: { who: IN_LAB, withIt: names('organisationId checklistVersion answers madeAt') },
  ChecklistAnswer: { who: IN_LAB, withIt: names('item answer explanation') },
  BoardAgreement: { who: IN_LAB, withIt: names('organisationId agrees personName function agreedOn recordedAt') },
  CitizenConsultation: {
    who: IN_LAB,
    withIt: names('held how heldOn outcome isPublic recordedAt'),
    neverFilled: { reason: 'citizens were asked in the lab of the matrix' },
  },
  OutputShell: {
    who: IN_LAB,
    withIt: names(
      'id labId organisationId title kind method unit areaLevel grain periodFrom periodTo datasetIds rows columns use version state since remark approvals',
    ),
    neverFilled: { replaces: 'no shell of the matrix replaces another' },
  },
  ShellApproval: { who: IN_LAB, withIt: names('organisationId approvedAt') },
};
