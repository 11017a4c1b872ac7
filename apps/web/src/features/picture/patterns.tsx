import { LOOK_COLOURS } from '../../map/palette.js';

/** The same hatch and dots as on the map, for drawings in SVG: `#<id>-withheld` and `#<id>-gap`. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-withheld`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={LOOK_COLOURS.withheld} />
        <rect width="2" height="6" fill={LOOK_COLOURS.withheldMark} />
      </pattern>
      <pattern id={`${id}-gap`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill={LOOK_COLOURS.notDelivered} />
        <circle cx="3.5" cy="3.5" r="1.3" fill={LOOK_COLOURS.notDeliveredMark} />
      </pattern>
    </defs>
  );
}
