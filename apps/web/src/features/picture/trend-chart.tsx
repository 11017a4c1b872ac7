import * as Plot from '@observablehq/plot';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { LOOK_COLOURS } from '../../map/palette.js';
import { Patterns } from './patterns.js';
import type { PracticeMark, TrendStep } from './trend-shape.js';

const HEIGHT = 220;
const middle = ({ start, end }: TrendStep): Date => new Date((start.getTime() + end.getTime()) / 2);

interface TrendChartProps {
  steps: readonly TrendStep[];
  selected: string;
  label: string;
  axis: string;
  /** Dates on which the source began to register otherwise. */
  changes: readonly PracticeMark[];
}

/**
 * A line that breaks where nothing is known. A period that was not delivered is a dotted column, a withheld one a hatched column: neither is
 * a point at zero.
 */
export function TrendChart({ steps, selected, label, axis, changes }: TrendChartProps) {
  const { language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const id = useId();

  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (box.current === null || width === 0) return;
    const columns = (look: TrendStep['look'], fill: string) =>
      Plot.rectY(
        steps.filter((step) => step.look === look),
        { x1: 'start', x2: 'end', y1: 0, y2: top, fill, insetLeft: 0.5, insetRight: 0.5 },
      );
    // Room for a few whole numbers, or the axis would count in fifths of a report.
    const top = Math.max(4, ...steps.map(({ value }) => value ?? 0)) * 1.08;
    const dots = steps.filter(({ value }) => value !== null);
    const year = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
    const chart = Plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 40,
      marginRight: 12,
      className: 'dl-plot',
      x: {
        type: 'utc',
        label: null,
        domain: [steps[0]?.start, steps.at(-1)?.end],
        ticks: 'year',
        tickFormat: (date: Date) => year.format(date),
      },
      y: {
        domain: [0, top],
        label: axis,
        ticks: 4,
        grid: true,
        tickFormat: (value: number) => value.toLocaleString(language),
      },
      marks: [
        columns('withheld', `url(#${id}-withheld)`),
        columns('none_or_few', LOOK_COLOURS.noneOrFew),
        columns('gap', `url(#${id}-gap)`),
        Plot.ruleY([0]),
        Plot.ruleX(changes, { x: 'at', stroke: '#a8071a', strokeWidth: 1.5, strokeDasharray: '4 3' }),
        Plot.text(changes, {
          x: 'at',
          y: top,
          text: 'sign',
          dx: 7,
          dy: 7,
          fill: '#a8071a',
          fontWeight: 700,
          fontSize: 12,
        }),
        Plot.lineY(steps, { x: middle, y: 'value', stroke: '#00568b', strokeWidth: 2 }),
        Plot.dot(dots, {
          x: middle,
          y: 'value',
          r: steps.length > 24 ? 2.5 : 4,
          fill: ({ isPartial }: TrendStep) => (isPartial ? '#fff' : '#00568b'),
          stroke: '#00568b',
        }),
        Plot.dot(
          dots.filter(({ period }) => period === selected),
          { x: middle, y: 'value', r: 7, stroke: '#0b0c0c', strokeWidth: 2.5 },
        ),
      ],
    });
    // Its words stand in `label` and in the table below: read out, the drawing would be noise.
    chart.setAttribute('aria-hidden', 'true');
    box.current.replaceChildren(chart);
  }, [steps, selected, axis, changes, width, language, id]);

  return (
    <div role="img" aria-label={label}>
      <svg className="dl-trend__patterns" aria-hidden="true" focusable="false">
        <Patterns id={id} />
      </svg>
      <div ref={box} className="dl-trend__chart" />
    </div>
  );
}
