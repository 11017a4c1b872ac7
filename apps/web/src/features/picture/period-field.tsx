import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { periodsOf, type PictureChoice } from './picture-choice.js';

/** The period as a list, with one step back and forward. What was not delivered is named so, and can still be chosen. */
export function PeriodField({ choice, onChange }: { choice: PictureChoice; onChange: (period: string) => void }) {
  const { t, period } = useWords();
  const periods = periodsOf(choice.source, choice.grain);
  const at = periods.findIndex((one) => one.period === choice.period);
  const name = ({ period: code, delivered }: (typeof periods)[number]): string => {
    if (delivered === 'none') return t('picture.periodNone', { period: period(code) });
    return delivered === 'partial' ? t('picture.periodPartial', { period: period(code) }) : period(code);
  };
  const step = (by: number) => {
    const next = periods[at + by];
    if (next !== undefined) onChange(next.period);
  };
  return (
    <div className="dl-period">
      <Button
        look="subtle"
        className="dl-period__step"
        aria-label={t('picture.previous')}
        isBusy={at <= 0}
        onClick={() => step(-1)}
      >
        <Icon name="left" />
      </Button>
      <SelectField label={t('picture.period')} value={choice.period} onChange={({ target }) => onChange(target.value)}>
        {periods.map((one) => (
          <option key={one.period} value={one.period}>
            {name(one)}
          </option>
        ))}
      </SelectField>
      <Button
        look="subtle"
        className="dl-period__step"
        aria-label={t('picture.next')}
        isBusy={at >= periods.length - 1}
        onClick={() => step(1)}
      >
        <Icon name="right" />
      </Button>
    </div>
  );
}
