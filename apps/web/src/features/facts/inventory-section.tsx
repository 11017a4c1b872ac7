import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isAllowed } from '@datalab/access';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { DeclareNothingDocument, EndNothingDocument, RemoveDatasetDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { Talk } from '../together/talk.js';
import { qualitySummariesOptions } from '../quality/quality-query.js';
import { DatasetForm } from './dataset-form.js';
import { termsOptions, type Nothing } from './facts-query.js';
import { inventoryRows, type InventoryRow } from './inventory-rows.js';

/** Every dataset that was promised, and who promised none: signed, delivered, judged, explained, and what is still missing from whom. */
export function InventorySection({ nothing, isSubmitted }: { nothing: readonly Nothing[]; isSubmitted: boolean }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const terms = useQuery(termsOptions(lab.id));
  const quality = useQuery(qualitySummariesOptions(lab.id));
  const [declaring, setDeclaring] = useState<{ datasetId: string | null } | null>(null);
  const declare = useLabDeed(
    (reason: string) =>
      request(DeclareNothingDocument, { labId: lab.id, reason, datasetId: declaring?.datasetId ?? null }),
    () => setDeclaring(null),
  );
  const end = useLabDeed((id: string) => request(EndNothingDocument, { id }));
  const mine = { labId: lab.id, organisationId: me.organisation.id };
  const mayDeclare = isAllowed(ability, 'declare', 'Inventory', mine);
  const mayAdd = isAllowed(ability, 'declare', 'Dataset', mine) && !lab.isRehearsal && !isSubmitted;
  // A promise that is being put right, by the id of its dataset, or `new`.
  const [writing, setWriting] = useState<string | null>(null);
  const [removing, setRemoving] = useState<InventoryRow | null>(null);
  const remove = useLabDeed(
    (datasetId: string) => request(RemoveDatasetDocument, { datasetId }),
    () => setRemoving(null),
  );
  const isOnlyPromised = (row: InventoryRow) =>
    mayAdd && row.organisationId === me.organisation.id && row.datasetId !== null && !row.isStarted;
  const rows = inventoryRows(lab, nothing, terms.data?.organisations ?? [], quality.data ?? []);
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-inventory">
      <h2 id="facts-inventory" className="utrecht-heading-2">
        {t('facts.inventory.title')}
      </h2>
      <p className="utrecht-paragraph">{t('facts.inventory.lead')}</p>
      {end.isError && <FailureAlert error={end.error} />}
      <TableScroll label={t('facts.inventory.title')}>
        <table className="dl-table">
          <thead>
            <tr>
              {(['organisation', 'dataset', 'signed', 'delivered', 'quality', 'card'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`facts.inventory.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.organisationId} ${row.datasetId ?? ''}`}>
                <th scope="row">{row.organisationName}</th>
                <td>
                  {row.datasetName ?? <span className="dl-quiet">{t('facts.inventory.noDataset')}</span>}
                  {row.datasetId !== null && (
                    <Talk target={{ kind: 'dataset', id: row.datasetId }} about={row.datasetName ?? ''} isFolded />
                  )}
                  {isOnlyPromised(row) && (
                    <div className="dl-actions">
                      <Button
                        look="subtle"
                        onClick={() => setWriting(row.datasetId)}
                        aria-label={t('facts.dataset.changeOf', { name: row.datasetName ?? '' })}
                      >
                        {t('facts.dataset.change')}
                      </Button>
                      <Button
                        look="subtle"
                        onClick={() => setRemoving(row)}
                        aria-label={t('facts.dataset.removeOf', { name: row.datasetName ?? '' })}
                      >
                        {t('facts.dataset.remove')}
                      </Button>
                    </div>
                  )}
                </td>
                <td>
                  <StatusBadge tone={row.signed === 'signed' ? 'success' : row.isOwing ? 'warning' : 'inactive'}>
                    {t(`facts.inventory.standing.${row.signed}`)}
                  </StatusBadge>
                </td>
                <td>
                  <Delivered
                    row={row}
                    isMine={mayDeclare && row.organisationId === me.organisation.id}
                    onDeclare={() => setDeclaring({ datasetId: row.datasetId })}
                    onEnd={(id) => end.mutate(id)}
                  />
                </td>
                <td>{row.datasetId === null ? '–' : t(`facts.inventory.qualityState.${row.quality}`)}</td>
                <td>
                  {row.datasetId === null ? (
                    '–'
                  ) : (
                    <Link to="/labs/$labId/cards" params={{ labId: lab.id }}>
                      {t('facts.inventory.toCard')}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {writing !== null && (
        <DatasetForm
          key={writing}
          dataset={lab.datasets.find(({ id }) => id === writing)}
          onDone={() => setWriting(null)}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('facts.dataset.remove')}
          text={removing.datasetName ?? ''}
          consequence={t('facts.dataset.removeText')}
          confirm={t('facts.dataset.remove')}
          change={remove}
          onConfirm={() => remove.mutate(removing.datasetId!)}
          onClose={() => setRemoving(null)}
        />
      )}
      {mayAdd && writing === null && (
        <div className="dl-actions">
          <Button onClick={() => setWriting('new')}>{t('facts.dataset.add')}</Button>
        </div>
      )}
      {declaring !== null && (
        <ReasonDialog
          title={t('facts.inventory.declareTitle')}
          text={t(declaring.datasetId === null ? 'facts.inventory.declareAll' : 'facts.inventory.declareOne')}
          hint={t('facts.inventory.declareHint')}
          confirm={t('facts.inventory.declare')}
          isBusy={declare.isPending}
          error={declare.error}
          onConfirm={(reason) => declare.mutate(reason)}
          onClose={() => setDeclaring(null)}
        />
      )}
    </section>
  );
}

interface DeliveredProps {
  row: InventoryRow;
  isMine: boolean;
  onDeclare: () => void;
  onEnd: (id: string) => void;
}

function Delivered({ row, isMine, onDeclare, onEnd }: DeliveredProps) {
  const { t } = useWords();
  if (row.nothing !== undefined)
    return (
      <>
        <StatusBadge tone="neutral">{t('facts.inventory.nothing')}</StatusBadge>
        <p className="dl-small">{row.nothing.reason}</p>
        {isMine && (
          <Button look="subtle" onClick={() => onEnd(row.nothing!.id)}>
            {t('facts.inventory.end')}
          </Button>
        )}
      </>
    );
  return (
    <>
      <StatusBadge tone={row.isDelivered ? 'success' : 'warning'}>
        {t(row.isDelivered ? 'facts.inventory.yes' : 'facts.inventory.notYet')}
      </StatusBadge>
      {isMine && !row.isDelivered && (
        <Button
          look="subtle"
          onClick={onDeclare}
          aria-label={t('facts.inventory.declareOf', { name: row.datasetName ?? '' })}
        >
          {t('facts.inventory.declare')}
        </Button>
      )}
    </>
  );
}
