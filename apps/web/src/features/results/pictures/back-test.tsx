import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { TableScroll } from '../../../ui/table-scroll.js';
import { inLanguage } from '../code-words.js';

/** How good each method was on the past, the simple ones included; the one in use is marked. Lower is better, but for coverage and hit rate. */
export function BackTestPicture({ picture }: { picture: Extract<RunPicture, { kind: 'back-test' }> }) {
  const { t, language } = useWords();
  const scores = [...new Set(picture.methods.flatMap((method) => Object.keys(method.scores)))];
  const shown = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  return (
    <TableScroll label={t('pictures.backTest.label')}>
      <table className="dl-table">
        <caption>{t('pictures.backTest.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pictures.backTest.method')}</th>
            {scores.map((score) => (
              <th key={score} scope="col" className="dl-number">
                {score}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.methods.map((method) => (
            <tr key={method.method} aria-current={method.chosen ? 'true' : undefined}>
              <th scope="row">
                {inLanguage(method.title, language)}
                {method.isBaseline && <span className="dl-quiet"> {t('pictures.backTest.baseline')}</span>}
                {method.chosen && <strong> {t('pictures.backTest.chosen')}</strong>}
              </th>
              {scores.map((score) => {
                const value = method.scores[score] ?? null;
                return (
                  <td key={score} className="dl-number">
                    {value === null ? '–' : shown.format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
