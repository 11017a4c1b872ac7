import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { LOOK_COLOURS } from './palette.js';

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What the map draws of one area, put into its properties: a pattern cannot depend on feature state. */
export interface AreaPaint {
  look: 'colour' | 'withheld' | 'not_delivered';
  colour: string;
  hotspot: 'hot' | 'cold' | 'none';
}

/** Squares of 200 m are many and small: at the width of those of areas their lines would hide their colours. */
const IS_SQUARE: ExpressionSpecification = ['has', 'areaCode'];

const NAMES = {
  layout: {
    'text-field': ['get', 'name'],
    'text-font': ['Noto Sans', 'Arial', 'sans-serif'],
    'text-size': ['interpolate', ['linear'], ['zoom'], 9, 10, 14, 14],
    'text-max-width': 8,
    'text-padding': 6,
  },
  paint: { 'text-color': '#0d1f31', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
} satisfies Pick<SymbolLayerSpecification, 'layout' | 'paint'>;

/** No tiles, no sprites, no fonts from elsewhere: only the region's own shapes. Names are drawn with the fonts of the reader's computer. */
export const MAP_STYLE: StyleSpecification = {
  version: 8,
  sources: {
    areas: { type: 'geojson', data: EMPTY, promoteId: 'code' },
    outlines: { type: 'geojson', data: EMPTY },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#e9edf1' } },
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': ['coalesce', ['get', 'colour'], LOOK_COLOURS.noFigure], 'fill-antialias': false },
    },
    {
      id: 'withheld',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'look'], 'withheld'],
      paint: { 'fill-pattern': 'withheld' },
    },
    {
      id: 'not-delivered',
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'look'], 'not_delivered'],
      paint: { 'fill-pattern': 'not-delivered' },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': LOOK_COLOURS.border, 'line-width': ['case', IS_SQUARE, 0.25, 0.8] },
    },
    {
      id: 'outlines',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': LOOK_COLOURS.outline, 'line-width': 1.6 },
    },
    {
      id: 'selected-halo',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': LOOK_COLOURS.selected, 'line-width': ['case', IS_SQUARE, 5, 11] },
    },
    {
      id: 'selected',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffdd00', 'line-width': ['case', IS_SQUARE, 3, 7.5] },
    },
    {
      id: 'cold',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'hotspot'], 'cold'],
      paint: { 'line-color': LOOK_COLOURS.cold, 'line-width': 2.5, 'line-dasharray': [1.2, 1.2] },
    },
    {
      id: 'hot-halo',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'hotspot'], 'hot'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': LOOK_COLOURS.halo, 'line-width': 6 },
    },
    {
      id: 'hot',
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'hotspot'], 'hot'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': LOOK_COLOURS.hot, 'line-width': 3.5 },
    },
    { id: 'names', type: 'symbol', source: 'areas', ...NAMES },
    {
      id: 'outline-names',
      type: 'symbol',
      source: 'outlines',
      layout: { ...NAMES.layout, visibility: 'none' },
      paint: NAMES.paint,
    },
  ],
};
