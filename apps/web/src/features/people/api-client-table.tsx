import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { EndApiClientDocument, type AdministrationQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { TableScroll } from '../../ui/table-scroll.js';

type ApiClient = AdministrationQuery['apiClients'][number];

interface ApiClientTableProps {
  apiClients: readonly ApiClient[];
  nameOf: (organisationId: string) => string;
  labOf: (labId: string) => string;
}

/** Every program with what it may do; ending one is asked twice, for it cannot be undone. */
export function ApiClientTable({ apiClients, nameOf, labOf }: ApiClientTableProps) {
  const { t, date } = useWords();
  const client = useQueryClient();
  const [ending, setEnding] = useState<ApiClient | null>(null);
  const end = useMutation({
    mutationFn: (id: string) => request(EndApiClientDocument, { id }),
    onSuccess: async () => {
      setEnding(null);
      await client.invalidateQueries();
    },
  });
  if (apiClients.length === 0) return <p className="utrecht-paragraph dl-quiet">{t('administration.noClients')}</p>;
  return (
    <>
      <TableScroll label={t('administration.clients')}>
        <table className="dl-table">
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.organisation')}</th>
              <th scope="col">{t('administration.lab')}</th>
              <th scope="col">{t('administration.clientId')}</th>
              <th scope="col">{t('administration.scopes')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {apiClients.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td>{nameOf(one.organisationId)}</td>
                <td>{labOf(one.labId)}</td>
                <td>{one.clientId}</td>
                <td>
                  {one.endedAt === null
                    ? one.scopes.map((scope) => t(`administration.scope.${scope}`)).join(', ')
                    : t('administration.ended', { date: date(one.endedAt) })}
                </td>
                <td>
                  {one.endedAt === null && (
                    <Button
                      look="subtle"
                      aria-label={t('administration.endClientOf', { name: one.name })}
                      onClick={() => setEnding(one)}
                    >
                      {t('administration.endClient')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {ending !== null && (
        <ConfirmDialog
          title={t('administration.endClientTitle', { name: ending.name })}
          consequence={t('administration.endClientText')}
          confirm={t('administration.endClient')}
          change={end}
          onConfirm={() => end.mutate(ending.id)}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
