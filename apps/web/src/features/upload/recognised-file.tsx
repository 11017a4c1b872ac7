import { useTranslation } from 'react-i18next';
import { TableScroll } from '../../ui/table-scroll.js';
import type { Recognised } from './intake-protocol.js';

const SEPARATORS: Record<string, 'semicolon' | 'comma' | 'tab' | 'bar'> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
};

export function RecognisedFile({ recognised, fileName }: { recognised: Recognised; fileName: string }) {
  const { t } = useTranslation();
  const separator = recognised.separator === undefined ? undefined : SEPARATORS[recognised.separator];
  const facts = [
    recognised.format.toUpperCase(),
    separator === undefined ? '' : t(`upload.separator.${separator}`),
    recognised.encoding.toUpperCase(),
    t('upload.headerRow', { row: recognised.headerRow }),
    t('upload.columnCount', { count: recognised.header.length }),
  ].filter(Boolean);
  return (
    <section className="dl-section" aria-labelledby="recognised">
      <h2 id="recognised" className="utrecht-heading-2">
        {t('upload.recognised', { file: fileName })}
      </h2>
      <p className="dl-quiet">{facts.join(' · ')}</p>
      <TableScroll label={t('upload.sample')}>
        <table className="dl-table dl-sample">
          <caption>{t('upload.sample')}</caption>
          <thead>
            <tr>
              {recognised.header.map((name, index) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recognised.sample.map((cells, row) => (
              <tr key={row}>
                {recognised.header.map((_, index) => (
                  <td key={index}>{cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
