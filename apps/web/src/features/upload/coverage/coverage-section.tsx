import type { CoveredRange } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { TextField } from '../../../ui/field.js';
import { CoverageText } from '../../loads/coverage-text.js';
import type { Checked } from '../intake-protocol.js';
import type { UploadEvent } from '../upload-state.js';
import type { GapAnswer } from './covered-ranges.js';
import { CoverageBars } from './coverage-bars.js';
import { GapQuestions } from './gap-questions.js';

interface CoverageSectionProps {
  checked: Checked;
  span: CoveredRange;
  answers: ReadonlyMap<string, GapAnswer>;
  covers: readonly CoveredRange[];
  send: (event: UploadEvent) => void;
}

/** What the load is the whole truth for: from when to when, and what a period without rows in between means. */
export function CoverageSection({ checked, span, answers, covers, send }: CoverageSectionProps) {
  const { t } = useWords();
  const { coverage } = checked.result;
  const set = (change: Partial<CoveredRange>) => {
    const next = { ...span, ...change };
    if (next.from !== '' && next.to !== '' && next.from <= next.to) send({ type: 'span', span: next });
  };
  return (
    <section className="dl-section" aria-labelledby="coverage">
      <h2 id="coverage" className="utrecht-heading-2">
        {t('upload.coverage')}
      </h2>
      <p className="utrecht-paragraph dl-quiet">{t('upload.coverageLead')}</p>
      <div className="dl-card dl-stack">
        <div className="dl-mapping__row">
          <TextField
            label={t('upload.from')}
            type="date"
            value={span.from}
            onChange={({ target }) => set({ from: target.value })}
          />
          <TextField
            label={t('upload.to')}
            type="date"
            value={span.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        </div>
        <CoverageBars periods={coverage.periods} gaps={coverage.gaps} />
        {coverage.gaps.length > 0 && (
          <GapQuestions
            gaps={coverage.gaps}
            answers={answers}
            onAnswer={(periods, answer) => send({ type: 'answered', periods, answer })}
          />
        )}
        <div>
          <p className="dl-field__label">{t('upload.covers')}</p>
          <CoverageText covers={[...covers]} />
        </div>
      </div>
    </section>
  );
}
