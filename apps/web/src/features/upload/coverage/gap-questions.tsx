import { useWords } from '../../../app/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import type { GapAnswer } from './covered-ranges.js';

interface GapQuestionsProps {
  gaps: readonly string[];
  answers: ReadonlyMap<string, GapAnswer>;
  onAnswer: (periods: readonly string[], answer: GapAnswer) => void;
}

/** A period without rows is asked about, one by one: nothing happened, or nothing was delivered. The screen never guesses. */
export function GapQuestions({ gaps, answers, onAnswer }: GapQuestionsProps) {
  const { t, period } = useWords();
  const options = [
    { value: 'not_delivered', label: t('upload.gap.not_delivered') },
    { value: 'zero', label: t('upload.gap.zero') },
  ] as const;
  return (
    <div className="dl-gaps">
      {gaps.length > 2 && (
        <div className="dl-actions">
          <span>{t('upload.gap.all', { count: gaps.length })}</span>
          {options.map(({ value, label }) => (
            <Button key={value} onClick={() => onAnswer(gaps, value)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {gaps.map((gap) => (
        <Choice
          key={gap}
          legend={t('upload.gap.question', { period: period(gap) })}
          options={options}
          value={answers.get(gap)}
          onChange={(answer) => onAnswer([gap], answer)}
        />
      ))}
    </div>
  );
}
