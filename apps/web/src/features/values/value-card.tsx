import type { PublicValue } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { AnswerForm } from './answer-form.js';
import type { PublicValuesView, ValueStanding } from './values-query.js';

export type Verdict = 'safeguarded' | 'with_measures' | 'dissent';
const TONES: Readonly<Record<Verdict, Tone>> = { safeguarded: 'success', with_measures: 'warning', dissent: 'error' };

/** One value: the question it asks, the evidence, and what each organisation answers. */
export function ValueCard({
  value,
  organisations,
  runId,
  own,
}: {
  value: ValueStanding;
  organisations: PublicValuesView['organisations'];
  runId: string | undefined;
  /** The organisation that this person answers for; undefined where they answer for none. */
  own: string | undefined;
}) {
  const { t, language, date } = useWords();
  const [isAnswering, setAnswering] = useState(false);
  const name = value.value as PublicValue;
  const mine = value.answers.find(({ organisationId }) => organisationId === own);
  return (
    <section className="dl-value" aria-labelledby={`value-${name}`}>
      <h2 className="utrecht-heading-2" id={`value-${name}`}>
        {t(`values.name.${name}`)}
      </h2>
      <p className="utrecht-paragraph">{t(`values.ask.${name}`)}</p>
      <div className="dl-value__columns">
        <div>
          <h3 className="utrecht-heading-4">{t('values.evidence')}</h3>
          <ul className="utrecht-unordered-list">
            {value.evidence.map((words) => (
              <li key={words.nl}>{language === 'en' ? words.en : words.nl}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3 className="utrecht-heading-4">{t('values.answers')}</h3>
          <ul className="dl-value__answers">
            {organisations.map(({ organisationId, name: organisation }) => {
              const answer = value.answers.find((one) => one.organisationId === organisationId);
              return (
                <li key={organisationId}>
                  <strong>{organisation}</strong>{' '}
                  {answer === undefined ? (
                    <StatusBadge tone="inactive">{t('values.noAnswer')}</StatusBadge>
                  ) : (
                    <>
                      <StatusBadge tone={TONES[answer.verdict as Verdict]}>
                        {t(`values.verdict.${answer.verdict as Verdict}`)}
                      </StatusBadge>
                      {answer.causes.length > 0 && <StatusBadge tone="neutral">{t('values.lookAgain')}</StatusBadge>}
                      <p className="utrecht-paragraph">{answer.answer}</p>
                      <p className="dl-quiet">
                        {date(answer.answeredAt.slice(0, 10))}
                        {answer.answeredBy !== null && `, ${answer.answeredBy}`}
                      </p>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          {own !== undefined && !isAnswering && (
            <Button
              aria-label={t('values.answerOn', { value: t(`values.name.${name}`) })}
              onClick={() => setAnswering(true)}
            >
              {t(mine === undefined ? 'values.answer' : 'values.answerAgain')}
            </Button>
          )}
          {isAnswering && <AnswerForm value={name} runId={runId} before={mine} onDone={() => setAnswering(false)} />}
        </div>
      </div>
    </section>
  );
}
