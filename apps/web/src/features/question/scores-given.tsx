import { useWords } from '../../app/i18n/use-words.js';
import { TableScroll } from '../../ui/table-scroll.js';
import type { StepOne } from './question-query.js';

const PARTS = ['impact', 'answerability', 'privacyCost'] as const;

/** What each organisation gave, as far as the own organisation may see it: then they talk about where they differ. */
export function ScoresGiven({ stepOne }: { stepOne: StepOne }) {
  const { t } = useWords();
  const nameOf = (id: string) => stepOne.goals.find(({ organisationId }) => organisationId === id)?.name ?? '';
  const hasNotes = stepOne.questions.some(({ scores }) => scores.some(({ note }) => note !== ''));
  return (
    <details>
      <summary>{t('question.scoring.others')}</summary>
      <TableScroll label={t('question.scoring.others')}>
        <table className="dl-table dl-scoring">
          <thead>
            <tr>
              <th scope="col">{t('lab.organisation')}</th>
              {PARTS.map((part) => (
                <th key={part} scope="col">
                  {t(`question.scoring.${part}`)}
                </th>
              ))}
              {hasNotes && <th scope="col">{t('question.scoring.note')}</th>}
            </tr>
          </thead>
          {stepOne.questions.map((question) => (
            <tbody key={question.id}>
              <tr>
                <th scope="rowgroup" colSpan={hasNotes ? 5 : 4} className="dl-scoring__question">
                  {question.question}
                </th>
              </tr>
              {question.scores.map((score) => (
                <tr key={score.organisationId}>
                  <th scope="row">{nameOf(score.organisationId)}</th>
                  {PARTS.map((part) => (
                    <td key={part}>{score[part]}</td>
                  ))}
                  {hasNotes && <td>{score.note}</td>}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableScroll>
    </details>
  );
}
