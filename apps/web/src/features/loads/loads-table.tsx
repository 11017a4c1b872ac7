import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { LoadsQuery } from '../../gql/operations.js';
import type { Lab, Load } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { CoverageText } from './coverage-text.js';
import { canWithdraw, LOAD_TONES } from './load-state.js';
import { WithdrawDialog } from './withdraw-dialog.js';
import './loads.css';

type ListedLoad = LoadsQuery['loads']['items'][number];

export function LoadsTable({ lab, loads }: { lab: Lab; loads: readonly ListedLoad[] }) {
  const { t, date, number } = useWords();
  const [leaving, setLeaving] = useState<Load>();
  return (
    <>
      <TableScroll label={t('loads.caption')}>
        <table className="dl-table">
          <caption>{t('loads.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('loads.dataset')}</th>
              <th scope="col">{t('loads.state')}</th>
              <th scope="col">{t('loads.period')}</th>
              <th scope="col" className="dl-number">
                {t('loads.rows')}
              </th>
              <th scope="col">{t('quality.changes')}</th>
              <th scope="col">{t('loads.delivered')}</th>
              <th scope="col">{t('loads.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.id}>
                <th scope="row">
                  {load.dataset.name}
                  <span className="dl-loads__revision">{t('loads.revision', { revision: load.revision })}</span>
                </th>
                <td>
                  <StatusBadge tone={LOAD_TONES[load.state]}>{t(`loads.states.${load.state}`)}</StatusBadge>
                </td>
                <td>
                  <CoverageText covers={load.covers} />
                </td>
                <td className="dl-number">{load.totals === null ? '' : number(load.totals.rows)}</td>
                <td>{load.difference != null && <Changes {...load.difference.total} />}</td>
                <td>
                  {date(load.createdAt)}
                  <span className="dl-loads__revision">{t('loads.by', { name: load.createdBy })}</span>
                </td>
                <td>
                  <div className="dl-loads__actions">
                    <Link
                      to="/labs/$labId/loads/$loadId"
                      params={{ labId: lab.id, loadId: load.id }}
                      className="utrecht-link"
                      aria-label={t('loads.viewLong', { revision: load.revision, dataset: load.dataset.name })}
                    >
                      {t('loads.view')}
                    </Link>
                    {lab.can.upload && canWithdraw(load) && (
                      <Button
                        look="subtle"
                        aria-label={t('loads.withdrawLong', { revision: load.revision, dataset: load.dataset.name })}
                        onClick={() => setLeaving(load)}
                      >
                        {t('loads.withdraw')}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {leaving !== undefined && <WithdrawDialog labId={lab.id} load={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

/** `+12 −3 ~4`, and the same in words for who listens. */
function Changes({ added, removed, changed }: { added: number; removed: number; changed: number }) {
  const { t, number } = useWords();
  const words = { added: number(added), removed: number(removed), changed: number(changed) };
  return (
    <>
      <span aria-hidden="true">{`+${words.added} −${words.removed} ~${words.changed}`}</span>
      <span className="dl-visually-hidden">{t('quality.changesLong', words)}</span>
    </>
  );
}
