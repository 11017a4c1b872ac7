import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { isHidden, type AreaFigure } from './area-figure.js';
import { ComparedWith } from './compared-with.js';
import { NearestAnswer } from './nearest-answer.js';
import type { PictureChoice } from './picture-choice.js';
import { sinceWhen } from './since-when.js';
import { trendSteps } from './trend-shape.js';
import { useTrend } from './use-trend.js';

/** One question with its answer. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="dl-area__question">{title}</h3>
      {children}
    </div>
  );
}

interface ExplanationProps {
  view: PictureView;
  choice: PictureChoice;
  figures: readonly AreaFigure[];
  figure: AreaFigure;
}

/** Five questions in plain words: what, since when, compared with what, how sure, what not to conclude. */
export function Explanation({ view, choice, figures, figure }: ExplanationProps) {
  const { t } = useWords();
  const isNumber = figure.reports !== null;
  return (
    <div className="dl-area__questions">
      <Question title={t('area.what')}>
        <What choice={choice} figure={figure} />
      </Question>
      {isHidden(figure.look) && (
        <Question title={t('area.nearest')}>
          <NearestAnswer view={view} choice={choice} figure={figure} />
          <WhyWithheld />
        </Question>
      )}
      {isNumber && choice.grain !== 'all' && (
        <Question title={t('area.since')}>
          <SinceWhen view={view} choice={choice} figure={figure} />
        </Question>
      )}
      {isNumber && (
        <Question title={t('area.compared')}>
          <ComparedWith view={view} choice={choice} figures={figures} figure={figure} />
        </Question>
      )}
      {isNumber && (
        <Question title={t('area.sure')}>
          <HowSure figure={figure} />
        </Question>
      )}
      <Question title={t('area.dont')}>
        <Conclusions figure={figure} />
      </Question>
    </div>
  );
}

/** What may not be read into a figure; `children` are more of those. */
export function Conclusions({ figure: { look }, children }: { figure: AreaFigure; children?: ReactNode }) {
  const { t } = useWords();
  const isNumber = look === 'shown' || look === 'zero';
  return (
    <ul className="dl-area__donts">
      {isNumber && <li>{t('area.dontPeople')}</li>}
      {look === 'shown' && <li>{t('area.dontCause')}</li>}
      {look === 'zero' && <li>{t('area.dontZero')}</li>}
      {look === 'withheld' && <li>{t('area.dontWithheld')}</li>}
      {look === 'none_or_few' && <li>{t('area.dontNoneOrFew')}</li>}
      {look === 'not_delivered' && <li>{t('area.dontGap')}</li>}
      {children}
    </ul>
  );
}

/** What was counted, or why there is no number. */
export function What({ choice, figure }: { choice: PictureChoice; figure: AreaFigure }) {
  const { t, language, category, period, rate, number } = useWords();
  const words = { category: category(choice.category).toLowerCase(), period: period(choice.period) };
  switch (figure.look) {
    case 'shown':
      return (
        <p>
          {t('area.whatShown', { ...words, count: figure.reports ?? 0, text: number(figure.reports ?? 0) })}{' '}
          {figure.rate !== null && t('area.whatRate', { rate: rate(figure.rate) })}
        </p>
      );
    case 'zero':
      return <p>{t('area.whatZero', words)}</p>;
    case 'withheld':
      return (
        // The api explains in Dutch only.
        <p>{(language === 'nl' ? figure.reason : undefined) ?? t('area.whatWithheld', words)}</p>
      );
    case 'none_or_few':
      return <p>{t('area.whatNoneOrFew', words)}</p>;
    case 'not_delivered':
      return <p>{t('area.whatNotDelivered', words)}</p>;
  }
}

function SinceWhen({ view, choice, figure }: { view: PictureView; choice: PictureChoice; figure: AreaFigure }) {
  const { t, period, number } = useWords();
  const { options, grain } = useTrend(view, choice, figure.code);
  const trend = useQuery(options);
  if (trend.data === undefined) return <p className="dl-quiet">{t('app.loading')}</p>;
  const since = sinceWhen(trendSteps(trend.data.points, 'reports'), choice.period);
  if (since.kind === 'unknown') return <p>{t('area.sinceFirst')}</p>;
  const words = { median: number(since.median), grain: t(`picture.grains.${grain}`) };
  if (since.kind === 'usual') return <p>{t('area.sinceUsual', words)}</p>;
  return (
    <p>
      {t(since.from === choice.period ? 'area.sinceNow' : 'area.sinceRun', { ...words, period: period(since.from) })}
    </p>
  );
}

function HowSure({ figure }: { figure: AreaFigure }) {
  const { t, rate } = useWords();
  const z = figure.z === null ? '' : rate(figure.z);
  const key =
    figure.z === null
      ? 'sureUntested'
      : figure.hotspot === 'hot'
        ? 'sureHot'
        : figure.hotspot === 'cold'
          ? 'sureCold'
          : 'sureNone';
  return (
    <p>
      {t(`area.${key}`, { z })} {t('area.sureLab')}
    </p>
  );
}
