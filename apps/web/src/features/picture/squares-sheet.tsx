import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { DeliveryNotice } from './delivery-notice.js';
import { FiguresTable } from './figures-table.js';
import { levelsOf, type PictureChoice } from './picture-choice.js';
import type { PictureSearch } from './picture-search.js';
import { RegionMap } from './region-map.js';
import { SourceLinks } from './source-links.js';
import { SquareLegend } from './square-legend.js';
import { SquareList } from './square-list.js';
import { SquarePanel } from './square-panel.js';
import { useChoiceWords } from './use-choice-words.js';
import { useSquares } from './use-squares.js';

interface SquaresSheetProps {
  view: PictureView;
  choice: PictureChoice;
  selectedCode: string | undefined;
  showsTable: boolean;
  onChange: (change: PictureSearch) => void;
}

/** One year on squares of 200 m, as a map over the outlines of the areas, or as a table. */
export function SquaresSheet({ view, choice, selectedCode, showsTable, onChange }: SquaresSheetProps) {
  const { t, number } = useWords();
  const { source, what } = useChoiceWords(choice);
  const { sheet, figures, failed } = useSquares(view, choice);
  const [isUnable, setUnable] = useState(false);
  if (failed !== undefined) return <FailureAlert error={failed.error} retry={() => void failed.refetch()} />;
  if (sheet.data === undefined || figures === undefined) return <Skeleton lines={10} />;

  const isMap = !showsTable && !isUnable;
  const isDelivered = sheet.data.delivered !== 'none';
  const shown = sheet.data.squares.length;
  // In the mirror that is no zero: its reports are on no square, so there is nothing to draw.
  const isUnknown = view === 'mirror' && isDelivered && shown === 0;
  const select = (area: string | undefined) => onChange({ area });
  const selected = figures.find(({ code }) => code === selectedCode);
  return (
    <div className="dl-picture" aria-busy={sheet.isPlaceholderData}>
      <section className="dl-picture__main" aria-labelledby="picture-result">
        <h2 id="picture-result" className="utrecht-heading-3">
          {t(isMap ? 'picture.resultMap' : 'picture.resultTable', { what })}
        </h2>
        <p className="dl-quiet dl-small" role="status">
          {isDelivered &&
            !isUnknown &&
            t(view === 'mirror' ? 'squares.summaryOwn' : 'squares.summary', { count: shown, text: number(shown) })}
        </p>
        <DeliveryNotice delivered={sheet.data.delivered} period={choice.period} source={source} />
        {isDelivered && shown === 0 && <NoneShown view={view} choice={choice} onChange={onChange} />}
        {view === 'mirror' && <SourceLinks datasetId={choice.source.dataset.id} />}
        {!showsTable && isUnable && <p className="dl-quiet">{t('picture.noWebgl')}</p>}
        {isUnknown ? null : isMap ? (
          <>
            <RegionMap
              choice={choice}
              figures={figures}
              selected={selectedCode}
              onSelect={select}
              onUnable={() => setUnable(true)}
            />
            <SquareLegend figures={figures} />
          </>
        ) : (
          <FiguresTable
            what={what}
            category={choice.category}
            columns="squares"
            figures={figures}
            selected={selectedCode}
            onSelect={select}
          />
        )}
      </section>
      {!isUnknown && (
        <div className="dl-picture__side">
          <SquareList figures={figures} selected={selected} onSelect={select} />
          <SquarePanel
            view={view}
            choice={choice}
            figures={figures}
            figure={selected}
            onClose={() => select(undefined)}
          />
        </div>
      )}
    </div>
  );
}

/** Never an empty hand: the lowest level of areas tells more. */
function NoneShown({ view, choice, onChange }: Pick<SquaresSheetProps, 'view' | 'choice' | 'onChange'>) {
  const { t } = useWords();
  const { region } = useLab().lab;
  const lowest = levelsOf(choice.source, region.levels).at(-1);
  if (lowest === undefined) return null;
  const level = lowest.name.toLowerCase();
  return (
    <Alert tone="info">
      <p>{t(view === 'mirror' ? 'squares.noneOwn' : 'squares.noneShown', { level })}</p>
      <div className="dl-actions dl-no-print">
        <Button onClick={() => onChange({ level: lowest.code, area: undefined })}>
          {t('squares.showLevel', { level })}
        </Button>
      </div>
    </Alert>
  );
}
