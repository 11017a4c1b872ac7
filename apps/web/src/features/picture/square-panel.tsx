import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { isHidden, type AreaFigure } from './area-figure.js';
import { Conclusions, Question, What } from './explanation.js';
import { NearestAnswer } from './nearest-answer.js';
import { PanelHead } from './panel-head.js';
import type { PictureChoice } from './picture-choice.js';
import { rankOf } from './rank.js';
import { useIntoView } from './use-into-view.js';

interface SquarePanelProps {
  view: PictureView;
  choice: PictureChoice;
  figures: readonly AreaFigure[];
  figure: AreaFigure | undefined;
  onClose: () => void;
}

/** One square in plain words: what, what is known around it, compared with what, what not to conclude. */
export function SquarePanel({ view, choice, figures, figure, onClose }: SquarePanelProps) {
  const { t, number } = useWords();
  const heading = useIntoView(figure?.code);
  if (figure === undefined)
    return (
      <section className="dl-card" aria-label={t('squares.panel')}>
        <p className="dl-quiet">{t('squares.choose')}</p>
      </section>
    );
  const rank =
    figure.look === 'shown'
      ? rankOf(
          figure,
          figures.filter(({ look }) => look === 'shown'),
        )
      : undefined;
  return (
    <section className="dl-card dl-area" aria-labelledby="area-name" aria-live="polite">
      <PanelHead
        heading={heading}
        title={t('squares.name', { code: figure.code })}
        within={figure.parentName === undefined ? undefined : t('squares.within', { area: figure.parentName })}
        closeLabel={t('squares.close')}
        onClose={onClose}
      />
      <dl className="dl-area__figures">
        <div>
          <dt>{t('area.reports')}</dt>
          <dd>{figure.reports === null ? t(`table.states.${figure.look}`) : number(figure.reports)}</dd>
        </div>
      </dl>
      <div className="dl-area__questions">
        <Question title={t('area.what')}>
          <What choice={choice} figure={figure} />
          {rank !== undefined && <p>{t('squares.rank', { ...rank })}</p>}
        </Question>
        {(isHidden(figure.look) || figure.nearest !== null) && (
          <Question title={t(isHidden(figure.look) ? 'area.nearest' : 'squares.around')}>
            <NearestAnswer view={view} choice={choice} figure={figure} />
            {isHidden(figure.look) && <WhyWithheld />}
          </Question>
        )}
        <Question title={t('area.dont')}>
          <Conclusions figure={figure}>
            <li>{t('squares.dontEdge')}</li>
          </Conclusions>
        </Question>
      </div>
    </section>
  );
}
