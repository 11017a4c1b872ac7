import type { FeatureCollection } from 'geojson';
import type { TFunction } from 'i18next';
import { GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { boxOf } from './bounds.js';
import { MAP_STYLE, type AreaPaint } from './map-style.js';
import { LOOK_COLOURS } from './palette.js';
import { dots, hatch } from './pattern.js';

// Its own file from our own origin: no blob, so the content security policy can stay `worker-src 'self'`.
setWorkerUrl(workerUrl);

interface MapEvents {
  onSelect: (code: string) => void;
  onHover: (at: { code: string; x: number; y: number } | undefined) => void;
}

const UNPAINTED: AreaPaint = { look: 'colour', colour: LOOK_COLOURS.noFigure, hotspot: 'none' };

/** MapLibre, told what to show. Throws where the browser has no WebGL. */
export class MapView {
  private readonly map: MapLibre;
  private readonly isReady: Promise<unknown>;
  private fitted: FeatureCollection | undefined;

  constructor(container: HTMLElement, t: TFunction, events: MapEvents) {
    this.map = new MapLibre({
      container,
      style: MAP_STYLE,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: true,
      // Otherwise a printed map is an empty box.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      locale: {
        'NavigationControl.ZoomIn': t('picture.map.zoomIn'),
        'NavigationControl.ZoomOut': t('picture.map.zoomOut'),
        'Map.Title': t('picture.map.title'),
        'CooperativeGesturesHandler.WindowsHelpText': t('picture.map.scrollToZoom'),
        'CooperativeGesturesHandler.MacHelpText': t('picture.map.scrollToZoomMac'),
        'CooperativeGesturesHandler.MobileHelpText': t('picture.map.twoFingers'),
      },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.isReady = this.map.once('load').then(() => this.addPatterns());
    this.listen(events);
  }

  /** Draws the areas in their paint; a new set of boundaries is brought into view. */
  showAreas(areas: FeatureCollection, paints: ReadonlyMap<string, AreaPaint>): void {
    const features = areas.features.map((feature) => {
      const code = String(feature.properties?.code);
      return { ...feature, properties: { ...feature.properties, code, ...(paints.get(code) ?? UNPAINTED) } };
    });
    void this.isReady.then(() => this.setData('areas', { type: 'FeatureCollection', features }));
    if (this.fitted === areas) return;
    this.fitted = areas;
    const box = boxOf(areas);
    if (box !== undefined) this.map.fitBounds(box, { padding: 24, animate: false });
  }

  /** Lines for orientation, with their names where they are asked for. */
  showOutlines(outlines: FeatureCollection | undefined, hasNames: boolean): void {
    void this.isReady.then(() => {
      this.setData('outlines', outlines ?? { type: 'FeatureCollection', features: [] });
      if (this.map.getLayer('outline-names') !== undefined)
        this.map.setLayoutProperty('outline-names', 'visibility', hasNames ? 'visible' : 'none');
    });
  }

  showSelected(code: string | undefined): void {
    void this.isReady.then(() => {
      for (const layer of ['selected', 'selected-halo'])
        if (this.map.getLayer(layer) !== undefined) this.map.setFilter(layer, ['==', ['get', 'code'], code ?? '']);
    });
  }

  remove(): void {
    this.map.remove();
  }

  private setData(id: string, data: FeatureCollection): void {
    const source = this.map.getSource(id);
    if (source instanceof GeoJSONSource) void source.setData(data);
  }

  private addPatterns(): void {
    const pixelRatio = 2;
    this.map.addImage('withheld', hatch(LOOK_COLOURS.withheld, LOOK_COLOURS.withheldMark), { pixelRatio });
    this.map.addImage('not-delivered', dots(LOOK_COLOURS.notDelivered, LOOK_COLOURS.notDeliveredMark), { pixelRatio });
  }

  private listen({ onSelect, onHover }: MapEvents): void {
    const codeAt = ({ point }: MapMouseEvent): string | undefined => {
      const code: unknown = this.map.queryRenderedFeatures(point, { layers: ['areas'] })[0]?.properties.code;
      return typeof code === 'string' ? code : undefined;
    };
    this.map.on('click', (event) => {
      const code = codeAt(event);
      if (code !== undefined) onSelect(code);
    });
    this.map.on('mousemove', (event) => {
      const code = codeAt(event);
      this.map.getCanvas().style.cursor = code === undefined ? '' : 'pointer';
      onHover(code === undefined ? undefined : { code, x: event.point.x, y: event.point.y });
    });
    this.map.on('mouseout', () => onHover(undefined));
  }
}
