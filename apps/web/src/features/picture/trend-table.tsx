import { useWords } from '../../app/i18n/use-words.js';
import type { Measure } from './picture-search.js';
import type { TrendStep } from './trend-shape.js';

export function TrendTable({
  steps,
  measure,
  caption,
}: {
  steps: readonly TrendStep[];
  measure: Measure;
  caption: string;
}) {
  const { t, number, rate, period } = useWords();
  const text = (step: TrendStep): string => {
    if (step.look === 'gap') return t('trend.gap');
    if (step.look === 'withheld') return t('trend.withheld');
    if (step.look === 'none_or_few') return t('trend.noneOrFew');
    if (step.value === null) return '–';
    const value = measure !== 'reports' ? rate(step.value) : number(step.value);
    return step.isPartial ? t('trend.partial', { value }) : value;
  };
  return (
    <table className="dl-table dl-table--narrow">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trend.period')}</th>
          <th scope="col" className="dl-number">
            {t('trend.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.period}>
            <th scope="row">{period(step.period)}</th>
            <td className="dl-number">{text(step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
