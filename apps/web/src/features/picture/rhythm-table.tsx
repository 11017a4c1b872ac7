import type { CSSProperties } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { classColour, classInk } from '../../map/palette.js';
import { TableScroll } from '../../ui/table-scroll.js';
import type { RhythmCell, RhythmShape } from './rhythm-shape.js';

/** The week as a strip of colours that is a table as well: every hour can be read without seeing a colour. */
export function RhythmTable({ shape, caption }: { shape: RhythmShape; caption: string }) {
  const { t } = useWords();
  const { rows, hours, step, classes } = shape;
  return (
    <TableScroll label={caption}>
      <table className={`dl-rhythm__strip dl-rhythm__strip--${step === 1 ? 'hours' : 'blocks'}`}>
        <caption className="dl-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {step === 1 ? (
                  <>
                    <span aria-hidden="true">{hour}</span>
                    <span className="dl-visually-hidden">{t('rhythm.hours', { from: hour, to: hour + step })}</span>
                  </>
                ) : (
                  t('rhythm.hours', { from: hour, to: hour + step })
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{t(`rhythm.rows.${key}`)}</th>
              {cells.map((cell) => (
                <HourCell key={cell.period} cell={cell} classes={classes.length} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function HourCell({ cell: { look, reports, klass }, classes }: { cell: RhythmCell; classes: number }) {
  const { t, number } = useWords();
  const isNumber = look === 'shown' || look === 'zero';
  const style: CSSProperties | undefined =
    look === 'shown' ? { background: classColour(klass, classes), color: classInk(klass, classes) } : undefined;
  return (
    <td className={`dl-rhythm__hour dl-rhythm__hour--${look}`} style={style}>
      {isNumber ? number(reports ?? 0) : <span className="dl-visually-hidden">{t(`table.states.${look}`)}</span>}
    </td>
  );
}
