import { GRID_LEVEL } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import type { Picture } from '../../gql/types.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { AreaPanel } from './area-panel.js';
import { DeliveryNotice } from './delivery-notice.js';
import { FiguresTable } from './figures-table.js';
import { Filters } from './filters.js';
import { HotspotList } from './hotspot-list.js';
import { Legend } from './legend.js';
import { RhythmSection } from './rhythm-section.js';
import { TrendSection } from './trend-section.js';
import { SourceLinks } from './source-links.js';
import { RegionMap } from './region-map.js';
import { SquaresSheet } from './squares-sheet.js';
import { useChoiceWords } from './use-choice-words.js';
import { useChoice, usePictureSearch, useSheet } from './use-picture.js';
import type { PictureChoice } from './picture-choice.js';

export function PictureScreen({ view, picture }: { view: PictureView; picture: Picture }) {
  const [search, change] = usePictureSearch(view);
  const choice = useChoice(view, picture, search);
  if (choice === undefined) return null;
  return (
    <>
      <Filters view={view} picture={picture} choice={choice} showsTable={search.view === 'table'} onChange={change} />
      {choice.level === GRID_LEVEL ? (
        <SquaresSheet
          view={view}
          choice={choice}
          selectedCode={search.area}
          showsTable={search.view === 'table'}
          onChange={change}
        />
      ) : (
        <Sheet
          view={view}
          picture={picture}
          choice={choice}
          areaCode={search.area}
          showsTable={search.view === 'table'}
          onSelect={(area) => change({ area })}
        />
      )}
    </>
  );
}

interface SheetProps {
  view: PictureView;
  picture: Picture;
  choice: PictureChoice;
  areaCode: string | undefined;
  showsTable: boolean;
  onSelect: (area: string | undefined) => void;
}

function Sheet({ view, picture, choice, areaCode, showsTable, onSelect }: SheetProps) {
  const { t } = useWords();
  const { source, what } = useChoiceWords(choice);
  const { lab } = useLab();
  const { areas, sheet, figures } = useSheet(view, choice);
  const [isUnable, setUnable] = useState(false);
  const hasGeometry = lab.region.levels.find(({ code }) => code === choice.level)?.hasGeometry === true;
  if (areas.isError) return <FailureAlert error={areas.error} retry={() => void areas.refetch()} />;
  if (sheet.isError) return <FailureAlert error={sheet.error} retry={() => void sheet.refetch()} />;
  if (sheet.data === undefined || areas.data === undefined) return <Skeleton lines={10} />;

  const isMap = !showsTable && hasGeometry && !isUnable;
  const selected = figures.find(({ code }) => code === areaCode);
  const count = (look: string) => figures.filter((figure) => figure.look === look).length;
  return (
    <div className="dl-picture" aria-busy={sheet.isPlaceholderData}>
      <section className="dl-picture__main" aria-labelledby="picture-result">
        <h2 id="picture-result" className="utrecht-heading-3">
          {t(isMap ? 'picture.resultMap' : 'picture.resultTable', { what })}
        </h2>
        <p className="dl-quiet dl-small" role="status">
          {sheet.data.delivered !== 'none' &&
            t('picture.summary', { shown: count('shown'), zero: count('zero'), withheld: count('withheld') })}
        </p>
        <DeliveryNotice delivered={sheet.data.delivered} period={sheet.data.period} source={source} />
        {view === 'mirror' && <SourceLinks datasetId={choice.source.dataset.id} />}
        {!showsTable && !hasGeometry && <p className="dl-quiet">{t('picture.noGeometry')}</p>}
        {!showsTable && hasGeometry && isUnable && <p className="dl-quiet">{t('picture.noWebgl')}</p>}
        {isMap ? (
          <>
            <RegionMap
              choice={choice}
              figures={figures}
              selected={areaCode}
              onSelect={onSelect}
              onUnable={() => setUnable(true)}
            />
            <Legend choice={choice} figures={figures} sheet={sheet.data} />
          </>
        ) : (
          <FiguresTable
            what={what}
            category={choice.category}
            columns={choice.measure === 'smoothed' ? 'smoothed' : 'areas'}
            figures={figures}
            selected={areaCode}
            onSelect={onSelect}
          />
        )}
      </section>
      <div className="dl-picture__side">
        <HotspotList figures={figures} selected={selected} sheet={sheet.data} onSelect={onSelect} />
        <AreaPanel view={view} choice={choice} figures={figures} figure={selected} onSelect={onSelect} />
      </div>
      {selected !== undefined && <TrendSection view={view} choice={choice} figure={selected} />}
      {selected !== undefined && (
        <RhythmSection view={view} picture={picture} choice={choice} areas={areas.data} figure={selected} />
      )}
    </div>
  );
}
