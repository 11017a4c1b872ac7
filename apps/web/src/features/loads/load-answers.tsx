import { FINDING_MESSAGES } from '@datalab/intake';
import { useWords } from '../../app/i18n/use-words.js';
import type { Load } from '../../gql/types.js';
import { TableScroll } from '../../ui/table-scroll.js';

/** What the screening found and the steward answered as a false alarm, with the reason that stands in the audit log. */
export function LoadAnswers({ answers }: { answers: Load['answers'] }) {
  const { t, issue } = useWords();
  return (
    <section className="dl-section" aria-labelledby="answers">
      <h2 id="answers" className="utrecht-heading-2">
        {t('load.answers')}
      </h2>
      <TableScroll label={t('load.answersCaption')}>
        <table className="dl-table">
          <caption>{t('load.answersCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('load.column')}</th>
              <th scope="col">{t('load.found')}</th>
              <th scope="col">{t('load.answerReason')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map(({ column, kind, reason }) => (
              <tr key={`${kind} ${column}`}>
                <th scope="row">{column}</th>
                <td>{issue({ code: `screening.${kind}`, message: FINDING_MESSAGES[kind] })}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
