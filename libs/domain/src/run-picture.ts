import type { Words } from './words.js';

/** How one area looks on the map of a run: as a cell of a picture, with what the method says of it where the cell is shown. */
export interface RunMapArea {
  areaCode: string;
  state: 'shown' | 'withheld' | 'zero' | 'none_or_few' | 'not_delivered';
  /** Key of one of the classes of the picture; null where the cell is not shown, or the method says nothing there. */
  klass: string | null;
  z: number | null;
  value: number | null;
}

/** A share with its bounds, an expectation with its margins: null is "not defined", never nought. */
export interface RunInterval {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

/**
 * What a run looks like, per kind of picture; everything in it is protected already. Periods are those of period.ts, areas codes of the lab's
 * region; a null is a gap or "not defined", a missing row is not drawn.
 */
export type RunPicture =
  | {
      kind: 'map';
      level: string;
      /** In the order of the legend. */
      classes: { key: string; title: Words }[];
      /** What `value` is, for the legend; null where the map shows classes alone. */
      valueUnit: Words | null;
      areas: RunMapArea[];
    }
  | {
      kind: 'lorenz';
      /** Cumulative shares 0–1, from (0, 0) to (1, 1), smallest units first. */
      points: { units: number; reports: number }[];
      gini: number | null;
    }
  | {
      kind: 'overlap';
      sets: { key: string; title: string; units: number | string | null }[];
      /** How many units are known to exactly these sets; a string is a band, null is withheld. */
      parts: { sets: string[]; units: number | string | null }[];
    }
  | {
      kind: 'rhythm';
      /** `weekday`: 1 is Monday; `from` to `to`: hours of the day, `to` not included. `ratio`: against the whole; null is withheld. */
      cells: {
        weekday: number | 'weekend' | 'working_day';
        from: number;
        to: number;
        ratio: number | null;
        klass: string | null;
      }[];
    }
  | {
      kind: 'coefficients';
      /** `ratio`: 1 is no difference and the axis is logarithmic; `difference`: nought is none. */
      scale: 'ratio' | 'difference';
      rows: ({ name: string; title: Words; p: string | null } & RunInterval)[];
    }
  | {
      kind: 'forecast';
      areaCode: string | null;
      /** Level of the margins, 0.8 is 80 %. */
      level: number;
      past: { period: string; value: number | null }[];
      next: ({ period: string } & RunInterval)[];
      baseline: { period: string; value: number | null }[];
    }
  | {
      kind: 'back-test';
      methods: {
        method: string;
        title: Words;
        isBaseline: boolean;
        chosen: boolean;
        scores: Record<string, number | null>;
      }[];
    }
  | {
      kind: 'clusters';
      level: string;
      clusters: {
        number: number;
        areaCodes: string[];
        from: string | null;
        to: string | null;
        ratio: number | null;
        p: string | null;
      }[];
    }
  | {
      kind: 'before-after';
      /** The first period with the measure. */
      since: string;
      points: { period: string; observed: number | null; expected: number | null }[];
    }
  | {
      kind: 'series';
      series: { key: string; title: Words; points: { period: string; value: number | null }[] }[];
    }
  | { kind: 'table' };

export type RunPictureKind = RunPicture['kind'];
