import type { RunResult, RunTable, RunWarning } from '@datalab/domain';
import { useWords, type Words } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { cellWords, isInWords } from './cell-words.js';
import { codeWords, inLanguage } from './code-words.js';
import { PictureView } from './pictures/picture-view.js';
import './results.css';

const PARTS = ['what', 'comparedWith', 'howSure', 'notToConclude'] as const;

/** What came out: the text first, then what to be careful with, the picture, and every number of it in a table. */
export function ResultView({ result }: { result: RunResult }) {
  const words = useWords();
  return (
    <>
      <section className="dl-result__text" aria-labelledby="run-text">
        <h2 id="run-text" className="utrecht-heading-2">
          {words.t('analyses.outcome')}
        </h2>
        <p className="dl-result__label">{codeWords(words, 'label', result.label)}</p>
        <ResultText text={result.text} />
      </section>
      <ResultWarnings warnings={result.warnings} />
      <PictureView picture={result.picture} />
      {result.tables.map((table) => (
        <ResultTable key={table.key} table={table} words={words} />
      ))}
      {hidesNumbers(result) && <WhyWithheld />}
    </>
  );
}

const hidesNumbers = ({ tables, warnings }: RunResult): boolean =>
  warnings.some(({ code }) => code === 'partly_withheld') ||
  tables.some(({ rows }) =>
    rows.some((row) =>
      Object.values(row).some((cell) => typeof cell === 'object' && cell !== null && 'withheld' in cell),
    ),
  );

/** What is seen, compared with what, how sure, and what not to conclude: in words. */
export function ResultText({ text }: { text: RunResult['text'] }) {
  const { t, language } = useWords();
  const said = language === 'en' ? text.en : text.nl;
  return (
    <dl>
      {PARTS.map((part) => (
        <div key={part}>
          <dt>{t(`analyses.text.${part}`)}</dt>
          <dd>{said[part]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What to be careful with; nothing where there is nothing. */
export function ResultWarnings({ warnings }: { warnings: readonly RunWarning[] }) {
  const words = useWords();
  if (warnings.length === 0) return null;
  return (
    <Alert tone="warning" title={words.t('analyses.warnings')}>
      <ul>
        {warnings.map(({ code, detail }) => (
          <li key={code}>
            {codeWords(words, 'warning', code)} {detail !== undefined && inLanguage(detail, words.language)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function ResultTable({ table, words }: { table: RunTable; words: Words }) {
  const title = inLanguage(table.title, words.language);
  return (
    <TableScroll label={title}>
      <table className="dl-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, title: heading, unit }) => (
              <th key={key} scope="col" className={isInWords(unit) ? undefined : 'dl-number'}>
                {inLanguage(heading, words.language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {table.columns.map(({ key, unit }) => (
                <td key={key} className={isInWords(unit) ? undefined : 'dl-number'}>
                  {cellWords(row[key] ?? null, unit, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
