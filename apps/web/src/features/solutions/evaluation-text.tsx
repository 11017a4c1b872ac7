import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import type { Solution } from './solutions-query.js';

const percentOf = (ratio: number): number => Math.round((ratio - 1) * 100);

/** What is measured of a solution and what came of it, in plain words: also when it is too early, and when nothing changed. */
export function EvaluationText({ solution }: { solution: Solution }) {
  const { t, date, period } = useWords();
  const { plan, evaluation, registeredAt } = solution;
  if (plan === null || registeredAt === null)
    return <p className="dl-quiet dl-small">{t('solutions.evaluation.none')}</p>;
  const change = Math.round(plan.expectedChange * 100);
  const expectation = t(change < 0 ? 'solutions.evaluation.expectedLess' : 'solutions.evaluation.expectedMore', {
    percent: Math.abs(change),
    month: period(plan.firstMonth),
    date: date(registeredAt),
  });
  return (
    <div className="dl-stack">
      <p className="dl-small">{expectation}</p>
      {evaluation !== null && evaluation.state === 'too_early' && (
        <Alert tone="info" title={t('solutions.evaluation.tooEarly')}>
          <p>
            {t(`solutions.evaluation.early.${evaluation.why === 'too-few-months' ? 'months' : 'power'}`, {
              before: evaluation.monthsBefore ?? 0,
              after: evaluation.monthsAfter ?? 0,
            })}
          </p>
        </Alert>
      )}
      {evaluation !== null && evaluation.state === 'refused' && (
        <Alert tone="warning" title={t('solutions.evaluation.refused')}>
          <p>{t(`solutions.evaluation.refusedWhy.${evaluation.why as 'source-gone'}`)}</p>
        </Alert>
      )}
      {evaluation?.ratio != null && evaluation.low !== null && evaluation.high !== null && (
        <Alert
          tone={evaluation.verdict === 'as_expected' ? 'ok' : evaluation.verdict === 'opposite' ? 'warning' : 'info'}
          title={t(`solutions.evaluation.verdict.${evaluation.verdict as 'as_expected'}`)}
        >
          <p>
            {t('solutions.evaluation.figure', {
              percent: percentOf(evaluation.ratio),
              low: percentOf(evaluation.low),
              high: percentOf(evaluation.high),
              before: evaluation.monthsBefore ?? 0,
              after: evaluation.monthsAfter ?? 0,
            })}
          </p>
          <p className="dl-small">
            {t(`solutions.evaluation.method.${evaluation.method as 'interrupted-time-series'}`)}
          </p>
        </Alert>
      )}
    </div>
  );
}
