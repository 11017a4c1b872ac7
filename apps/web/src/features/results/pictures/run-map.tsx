import type { RunPicture, Words as TwoLanguages } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useWords } from '../../../app/i18n/use-words.js';
import { LOOK_COLOURS } from '../../../map/palette.js';
import type { AreaPaint } from '../../../map/map-style.js';
import { FailureAlert } from '../../../ui/failure-alert.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { useLab } from '../../lab/lab-context.js';
import { boundariesOptions } from '../../picture/picture-query.js';
import { inLanguage } from '../code-words.js';
import { colourOfClass } from './class-colour.js';

// The map library is large, and the tables below do without it.
const AreaMap = lazy(async () => ({ default: (await import('../../../map/area-map.js')).AreaMap }));

interface RunMapProps {
  level: string;
  /** In the order of the legend. */
  classes: readonly { key: string; title: TwoLanguages }[];
  /** Class of each area; an area without one has nothing said of it. */
  classOf: ReadonlyMap<string, string>;
  withheld: ReadonlySet<string>;
  label: string;
  caption: string;
}

/** Areas in the colours of their class, hatched where nothing is shown; the legend names each, and the table below says the same. */
export function RunMap({ level, classes, classOf, withheld, label, caption }: RunMapProps) {
  const { t, language } = useWords();
  const { region } = useLab().lab;
  const boundaries = useQuery(boundariesOptions(region.id, level));
  const [isUnable, setUnable] = useState(false);
  const [selected, setSelected] = useState<string | undefined>();
  const paints = useMemo(() => {
    const colours = new Map(classes.map(({ key }, i) => [key, colourOfClass(key, i, classes.length)]));
    const codes = boundaries.data?.features.map(({ properties }) => String(properties?.code)) ?? [];
    return new Map(
      codes.map((code): [string, AreaPaint] => [
        code,
        {
          look: withheld.has(code) ? 'withheld' : 'colour',
          colour: colours.get(classOf.get(code) ?? '') ?? LOOK_COLOURS.noFigure,
          hotspot: hotspotOf(classOf.get(code)),
        },
      ]),
    );
  }, [boundaries.data, classes, classOf, withheld]);
  const titles = new Map(classes.map(({ key, title }) => [key, inLanguage(title, language)]));
  const hint = (code: string) => {
    const name = boundaries.data?.features.find(({ properties }) => properties?.code === code)?.properties?.name;
    const said = withheld.has(code)
      ? t('pictures.map.withheld')
      : (titles.get(classOf.get(code) ?? '') ?? t('pictures.map.none'));
    return `${String(name ?? code)}\n${said}`;
  };
  if (boundaries.isError) return <FailureAlert error={boundaries.error} retry={() => void boundaries.refetch()} />;
  if (boundaries.isPending) return <Skeleton lines={10} />;
  return (
    <figure className="dl-result__figure dl-result__figure--wide">
      {isUnable ? (
        <p>{t('pictures.map.unable')}</p>
      ) : (
        <Suspense fallback={<Skeleton lines={10} />}>
          <AreaMap
            areas={boundaries.data}
            outlines={undefined}
            paints={paints}
            selected={selected}
            label={label}
            hint={hint}
            onSelect={setSelected}
            onUnable={() => setUnable(true)}
          />
        </Suspense>
      )}
      <ul className="dl-result__key">
        {classes.map(({ key, title }, i) => (
          <li key={key}>
            <span className="dl-result__swatch" style={{ background: colourOfClass(key, i, classes.length) }} />{' '}
            {inLanguage(title, language)}
          </li>
        ))}
        {withheld.size > 0 && (
          <li>
            <span className="dl-result__swatch dl-result__swatch--withheld" /> {t('pictures.map.withheld')}
          </li>
        )}
      </ul>
      <figcaption>
        {caption}
        {selected !== undefined && <strong> {hint(selected).replace('\n', ': ')}</strong>}
      </figcaption>
    </figure>
  );
}

const hotspotOf = (klass: string | undefined): AreaPaint['hotspot'] =>
  klass === 'hot' || klass === 'high-high' ? 'hot' : klass === 'cold' || klass === 'low-low' ? 'cold' : 'none';

/** The classes of a method on the map of its level. */
export function MapPicture({ picture }: { picture: Extract<RunPicture, { kind: 'map' }> }) {
  const { t } = useWords();
  const { classOf, withheld } = useMemo(
    () => ({
      classOf: new Map(
        picture.areas.flatMap(({ areaCode, klass }) => (klass === null ? [] : [[areaCode, klass] as const])),
      ),
      withheld: new Set(
        picture.areas.flatMap(({ areaCode, state }) =>
          state === 'withheld' || state === 'none_or_few' ? [areaCode] : [],
        ),
      ),
    }),
    [picture.areas],
  );
  const { level, classes } = picture;
  const words = { label: t('pictures.map.label'), caption: t('pictures.map.caption') };
  return <RunMap level={level} classes={classes} classOf={classOf} withheld={withheld} {...words} />;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The clusters that a scan found, each in a colour of its own; one area lies in the strongest of them. */
export function ClustersPicture({ picture }: { picture: Extract<RunPicture, { kind: 'clusters' }> }) {
  const { t, period } = useWords();
  const classOf = useMemo(() => {
    const of = new Map<string, string>();
    for (const { number, areaCodes } of picture.clusters)
      for (const code of areaCodes) if (!of.has(code)) of.set(code, String(number));
    return of;
  }, [picture.clusters]);
  const classes = picture.clusters.map(({ number, from, to }) => {
    const when = from === null || to === null ? '' : ` (${period(from)} – ${period(to)})`;
    const title = `${t('pictures.clusters.cluster', { number })}${when}`;
    return { key: String(number), title: { nl: title, en: title } };
  });
  if (classes.length === 0) return <p className="dl-quiet">{t('pictures.clusters.none')}</p>;
  const words = { label: t('pictures.clusters.label'), caption: t('pictures.clusters.caption') };
  return <RunMap level={picture.level} classes={classes} classOf={classOf} withheld={NOBODY} {...words} />;
}
