import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import type { AreaFigure } from './area-figure.js';
import { Explanation } from './explanation.js';
import { PanelHead } from './panel-head.js';
import type { PictureChoice } from './picture-choice.js';
import { useIntoView } from './use-into-view.js';

interface AreaPanelProps {
  view: PictureView;
  choice: PictureChoice;
  figures: readonly AreaFigure[];
  figure: AreaFigure | undefined;
  onSelect: (code: string | undefined) => void;
}

/** One area: its figures, what they mean in plain words, and its course over time. */
export function AreaPanel({ view, choice, figures, figure, onSelect }: AreaPanelProps) {
  const { t, number, rate } = useWords();
  const heading = useIntoView(figure?.code);
  if (figure === undefined)
    return (
      <section className="dl-card" aria-label={t('area.panel')}>
        <p className="dl-quiet">{t('picture.chooseArea')}</p>
      </section>
    );
  return (
    <section className="dl-card dl-area" aria-labelledby="area-name" aria-live="polite">
      <PanelHead
        heading={heading}
        title={figure.name}
        within={figure.parentName === undefined ? undefined : t('area.within', { parent: figure.parentName })}
        closeLabel={t('area.close')}
        onClose={() => onSelect(undefined)}
      />
      <dl className="dl-area__figures">
        <div>
          <dt>{t('area.reports')}</dt>
          <dd>{figure.reports === null ? t(`table.states.${figure.look}`) : number(figure.reports)}</dd>
        </div>
        {figure.rate !== null && (
          <div>
            <dt>{t('area.rate')}</dt>
            <dd>{rate(figure.rate)}</dd>
          </div>
        )}
        {figure.smoothed !== null && (
          <div>
            <dt>{t('area.smoothed')}</dt>
            <dd>{rate(figure.smoothed)}</dd>
          </div>
        )}
        {figure.population !== null && (
          <div>
            <dt>{t('area.population')}</dt>
            <dd>{number(figure.population)}</dd>
          </div>
        )}
      </dl>
      <Explanation view={view} choice={choice} figures={figures} figure={figure} />
    </section>
  );
}
