import { useId } from 'react';
import { LOOK_COLOURS } from '../../map/palette.js';
import { Patterns } from './patterns.js';

interface LegendSwatchProps {
  look: 'colour' | 'zero' | 'none_or_few' | 'withheld' | 'not_delivered' | 'no_figure' | 'hot' | 'cold';
  colour?: string;
}

const GROUNDS = {
  zero: LOOK_COLOURS.zero,
  none_or_few: LOOK_COLOURS.noneOrFew,
  no_figure: LOOK_COLOURS.noFigure,
  hot: '#ffffff',
  cold: '#ffffff',
} as const;

/** One look of the map, as the map draws it. */
export function LegendSwatch({ look, colour }: LegendSwatchProps) {
  const id = useId();
  const fill =
    look === 'colour'
      ? colour
      : look === 'withheld'
        ? `url(#${id}-withheld)`
        : look === 'not_delivered'
          ? `url(#${id}-gap)`
          : GROUNDS[look];
  return (
    <svg className="dl-legend__swatch" viewBox="0 0 32 20" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      <rect x="0.5" y="0.5" width="31" height="19" fill={fill} stroke={LOOK_COLOURS.border} />
      {look === 'hot' && (
        <rect x="3" y="3" width="26" height="14" fill="none" stroke={LOOK_COLOURS.hot} strokeWidth="3.5" />
      )}
      {look === 'cold' && (
        <rect
          x="3"
          y="3"
          width="26"
          height="14"
          fill="none"
          stroke={LOOK_COLOURS.cold}
          strokeWidth="2.5"
          strokeDasharray="3 3"
        />
      )}
    </svg>
  );
}
