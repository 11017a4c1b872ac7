import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'maplibre-gl/dist/maplibre-gl.css';
import './area-map.css';
import type { AreaPaint } from './map-style.js';
import { MapView } from './map-view.js';

interface AreaMapProps {
  /** Boundaries with properties `code` and `name`. */
  areas: FeatureCollection;
  /** Boundaries of the level above, drawn as lines for orientation. */
  outlines: FeatureCollection | undefined;
  /** Where the areas have no names of their own. */
  namesOutlines?: boolean;
  paints: ReadonlyMap<string, AreaPaint>;
  selected: string | undefined;
  /** The name of the map for a screen reader, which cannot read the map itself. */
  label: string;
  /** What the pointer reads over an area. */
  hint: (code: string) => string | undefined;
  onSelect: (code: string) => void;
  /** The browser cannot draw maps (no WebGL). */
  onUnable: () => void;
}

/** The region as a map. What it shows is in the table too; the keyboard zooms and moves it, the list beside it chooses an area. */
export function AreaMap(props: AreaMapProps) {
  const { areas, outlines, namesOutlines = false, paints, selected, label, hint, onSelect, onUnable } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView>();
  const [hovered, setHovered] = useState<{ code: string; x: number; y: number }>();
  const latest = useRef({ onSelect, onUnable, t });
  useEffect(() => {
    latest.current = { onSelect, onUnable, t };
  });

  useEffect(() => {
    if (box.current === null) return;
    let made: MapView;
    try {
      made = new MapView(box.current, latest.current.t, {
        onSelect: (code) => latest.current.onSelect(code),
        onHover: setHovered,
      });
    } catch {
      // No WebGL: the table says the same.
      latest.current.onUnable();
      return;
    }
    setView(made);
    return () => {
      setView(undefined);
      made.remove();
    };
  }, []);

  useEffect(() => view?.showAreas(areas, paints), [view, areas, paints]);
  useEffect(() => view?.showOutlines(outlines, namesOutlines), [view, outlines, namesOutlines]);
  useEffect(() => view?.showSelected(selected), [view, selected]);

  const words = useMemo(() => (hovered === undefined ? undefined : hint(hovered.code)), [hint, hovered]);
  return (
    <div className="dl-map">
      <div ref={box} className="dl-map__canvas" role="region" aria-label={label} />
      {hovered !== undefined && words !== undefined && (
        <div
          className="dl-map__hint"
          aria-hidden="true"
          style={{ insetInlineStart: hovered.x, insetBlockStart: hovered.y }}
        >
          {words}
        </div>
      )}
    </div>
  );
}
