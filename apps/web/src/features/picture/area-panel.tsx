import { useEffect, useRef } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { AreaFigure } from './area-figure.js';
import { Explanation } from './explanation.js';
import type { PictureChoice } from './picture-choice.js';

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
  const heading = useRef<HTMLHeadingElement>(null);
  const code = figure?.code;
  const previous = useRef(code);
  useEffect(() => {
    // On a narrow screen the panel is below the map: bring it into view when another area is chosen.
    if (code !== undefined && previous.current !== code) heading.current?.scrollIntoView({ block: 'nearest' });
    previous.current = code;
  }, [code]);
  if (figure === undefined)
    return (
      <section className="dl-card" aria-label={t('area.panel')}>
        <p className="dl-quiet">{t('picture.chooseArea')}</p>
      </section>
    );
  return (
    <section className="dl-card dl-area" aria-labelledby="area-name" aria-live="polite">
      <div className="dl-area__head">
        <div>
          <h2 ref={heading} id="area-name" className="utrecht-heading-2">
            {figure.name}
          </h2>
          {figure.parentName !== undefined && (
            <p className="dl-quiet">{t('area.within', { parent: figure.parentName })}</p>
          )}
        </div>
        <Button look="subtle" className="dl-no-print" aria-label={t('area.close')} onClick={() => onSelect(undefined)}>
          <Icon name="cross" />
        </Button>
      </div>
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
