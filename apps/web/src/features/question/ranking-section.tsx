import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ChooseCoreQuestionDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { StepOne } from './question-query.js';

const MOST_POINTS = 20;

/** The questions in order, how far the organisations agree, and which one the lab took. */
export function RankingSection({ stepOne }: { stepOne: StepOne }) {
  const { t, language, rate } = useWords();
  const { me } = useLab();
  const [asked, setAsked] = useState<string>();
  const save = useLabDeed(
    ({ questionId, reason }: { questionId: string; reason: string | null }) =>
      request(ChooseCoreQuestionDocument, { questionId, reason }),
    () => setAsked(undefined),
  );
  const { ranking, core } = stepOne;
  const textOf = (id: string) => stepOne.questions.find((question) => question.id === id)?.question ?? '';
  const mayChoose = stepOne.can.lead && stepOne.state === 'open';
  const hasScored = stepOne.scoredBy.includes(me.organisation.id);
  const why =
    stepOne.questions.length === 0
      ? 'question.ranking.none'
      : hasScored
        ? 'question.ranking.coming'
        : 'question.ranking.apartFirst';
  const choose = (questionId: string, isFirst: boolean) =>
    isFirst ? save.mutate({ questionId, reason: null }) : setAsked(questionId);
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-ranking">
      <h2 id="question-ranking" className="utrecht-heading-2">
        {t('question.ranking.title')}
      </h2>
      {core !== null && (
        <Alert tone="ok" title={t('question.core')}>
          <p className="utrecht-paragraph">{textOf(core.questionId)}</p>
          {core.reason !== null && (
            <p className="utrecht-paragraph">{t('question.ranking.because', { reason: core.reason })}</p>
          )}
        </Alert>
      )}
      {ranking === null && (
        <p className="utrecht-paragraph" role={hasScored ? 'status' : undefined}>
          {t(why)}
        </p>
      )}
      {ranking !== null && (
        <>
          {!ranking.isCurrent && <p role="status">{t('question.ranking.refreshing')}</p>}
          <ol className="dl-ranking">
            {ranking.ranked.map((row) => (
              <li key={row.questionId} className="dl-ranking__row" value={row.rank}>
                <p className="dl-ranking__text">{textOf(row.questionId)}</p>
                <div className="dl-ranking__bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * row.points) / MOST_POINTS}%` }} />
                </div>
                <p className="dl-quiet">
                  {t('question.ranking.points', {
                    points: rate(row.points),
                    impact: rate(row.meanImpact),
                    answerability: rate(row.meanAnswerability),
                    privacy: rate(row.meanPrivacyCost),
                  })}
                </p>
                {mayChoose && core?.questionId !== row.questionId && (
                  <Button
                    isBusy={save.isPending}
                    aria-label={t('question.ranking.chooseThis', { question: textOf(row.questionId) })}
                    onClick={() => choose(row.questionId, row.rank === 1)}
                  >
                    {t('question.ranking.choose')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
          <h3 className="utrecht-heading-3">{t('question.ranking.words')}</h3>
          <div className="dl-ranking__words">
            {(language === 'en' ? ranking.textEn : ranking.textNl).map((sentence) => (
              <p key={sentence} className="utrecht-paragraph">
                {sentence}
              </p>
            ))}
          </div>
        </>
      )}
      {save.error != null && asked === undefined && <FailureAlert error={save.error} />}
      {asked !== undefined && (
        <ReasonDialog
          title={t('question.ranking.whyTitle')}
          text={textOf(asked)}
          hint={t('question.ranking.whyHint')}
          confirm={t('question.ranking.choose')}
          isBusy={save.isPending}
          error={save.error}
          onConfirm={(reason) => save.mutate({ questionId: asked, reason })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
