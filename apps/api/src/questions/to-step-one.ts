import { CHECKLIST_OF, CHECKLISTS, type ChecklistName, type RankingAgreement } from '@datalab/domain';
import type { StepOneView } from '@datalab/features';
import type { Checklist } from './statements.type.js';
import type { QuestionAgreement, QuestionRanking, StepOne } from './step-one.type.js';

/** Step 1 as it is shown. */
export const toStepOne = (view: StepOneView): StepOne => ({
  ...view,
  goals: view.organisations.map(({ id, name }) => {
    const goal = view.goals.find(({ organisationId }) => organisationId === id);
    return { organisationId: id, name, goal: goal?.goal ?? null, madeAt: goal?.madeAt ?? null };
  }),
  ranking: view.ranking && toRanking(view.ranking),
  checklists: CHECKLISTS.map((name) => toChecklist(name, view)),
});

const toRanking = ({ ranked, agreement, text, ...ranking }: NonNullable<StepOneView['ranking']>): QuestionRanking => ({
  ...ranking,
  ranked: ranked.map(({ means, ...row }) => ({
    ...row,
    meanImpact: means.impact,
    meanAnswerability: means.answerability,
    meanPrivacyCost: means.privacyCost,
  })),
  apart: toAgreement(agreement.apart),
  together: toAgreement(agreement.together),
  textNl: text.nl,
  textEn: text.en,
});

const toAgreement = (agreement: RankingAgreement): QuestionAgreement =>
  agreement.w === null ? { w: null, p: null } : { w: agreement.w, p: agreement.p };

function toChecklist(name: ChecklistName, { checklists }: StepOneView): Checklist {
  const { version, items } = CHECKLIST_OF[name];
  return {
    name,
    version,
    items: items.map(({ key, question, hint }) => ({
      key,
      questionNl: question.nl,
      questionEn: question.en,
      hintNl: hint.nl,
      hintEn: hint.en,
    })),
    answered: checklists
      .filter(({ checklist }) => checklist === name)
      .map(({ organisationId, document, madeAt }) => ({ organisationId, madeAt, ...document })),
  };
}
