import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ScoreQuestionsDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { StepOne } from './question-query.js';
import { ScoresGiven } from './scores-given.js';

const PARTS = ['impact', 'answerability', 'privacyCost'] as const;
type Part = (typeof PARTS)[number];
type Draft = Partial<Record<Part, number>> & { note?: string };
const STEPS = [1, 2, 3, 4, 5];

/** What the own organisation thinks of each question: three numbers and a note, all of it by the keyboard. */
export function ScoringSection({ stepOne }: { stepOne: StepOne }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const save = useLabDeed(
    (scores: { questionId: string; impact: number; answerability: number; privacyCost: number; note: string }[]) =>
      request(ScoreQuestionsDocument, { labId: lab.id, scores }),
    () => setDrafts({}),
  );
  if (stepOne.questions.length === 0) return null;
  const rows = stepOne.questions.map((question) => {
    const own = question.scores.find(({ organisationId }) => organisationId === me.organisation.id);
    return { question, value: { ...own, ...drafts[question.id] } as Draft };
  });
  const complete = rows.flatMap(({ question: { id }, value: { impact, answerability, privacyCost, note } }) =>
    impact === undefined || answerability === undefined || privacyCost === undefined
      ? []
      : [{ questionId: id, impact, answerability, privacyCost, note: note ?? '' }],
  );
  const mayScore = stepOne.can.score && stepOne.state === 'open';
  const change = (id: string, part: Draft) => setDrafts((all) => ({ ...all, [id]: { ...all[id], ...part } }));
  const names = stepOne.goals.map(({ name, organisationId }) => ({
    name,
    has: stepOne.scoredBy.includes(organisationId),
  }));
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-scoring">
      <h2 id="question-scoring" className="utrecht-heading-2">
        {t('question.scoring.title')}
      </h2>
      <p className="utrecht-paragraph">{t('question.scoring.lead')}</p>
      <ul className="dl-scorers" aria-label={t('question.scoring.who')}>
        {names.map(({ name, has }) => (
          <li key={name} className={has ? 'dl-scorers__done' : undefined}>
            {t(has ? 'question.scoring.has' : 'question.scoring.hasNot', { organisation: name })}
          </li>
        ))}
      </ul>
      {!mayScore && !stepOne.can.score && <p className="dl-quiet">{t('question.scoring.onlyExpert')}</p>}
      {stepOne.scoredBy.includes(me.organisation.id) && <ScoresGiven stepOne={stepOne} />}
      {mayScore && (
        <Form
          change={save}
          submit={t('question.scoring.save')}
          beside={
            save.isSuccess &&
            Object.keys(drafts).length === 0 && <span role="status">{t('question.scoring.saved')}</span>
          }
          onSubmit={() => complete.length > 0 && save.mutate(complete)}
        >
          <TableScroll label={t('question.scoring.title')}>
            <table className="dl-table dl-scoring">
              <thead>
                <tr>
                  <th scope="col">{t('question.scoring.question')}</th>
                  {PARTS.map((part) => (
                    <th key={part} scope="col">
                      {t(`question.scoring.${part}`)}
                      <span className="dl-scoring__hint">{t(`question.scoring.${part}Hint`)}</span>
                    </th>
                  ))}
                  <th scope="col">{t('question.scoring.note')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ question, value }) => (
                  <tr key={question.id}>
                    <th scope="row">{question.question}</th>
                    {PARTS.map((part) => (
                      <td key={part}>
                        <select
                          className="utrecht-select utrecht-select--html-select"
                          aria-label={`${t(`question.scoring.${part}`)}: ${question.question}`}
                          value={value[part] ?? ''}
                          onChange={({ target }) => change(question.id, { [part]: Number(target.value) })}
                        >
                          <option value="" disabled>
                            {t('question.scoring.choose')}
                          </option>
                          {STEPS.map((step) => (
                            <option key={step} value={step}>
                              {step}
                            </option>
                          ))}
                        </select>
                      </td>
                    ))}
                    <td>
                      <input
                        className="utrecht-textbox utrecht-textbox--html-input"
                        aria-label={`${t('question.scoring.note')}: ${question.question}`}
                        maxLength={500}
                        value={value.note ?? ''}
                        onChange={({ target }) => change(question.id, { note: target.value })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          {complete.length < rows.length && (
            <p className="dl-quiet">{t('question.scoring.open', { count: rows.length - complete.length })}</p>
          )}
        </Form>
      )}
    </section>
  );
}
