import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { EndRoleDocument, type LabRole, type MemberDetailsFragment } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TableScroll } from '../../ui/table-scroll.js';

/** Who holds which role, each role with a button that ends it. */
export function MemberTable({ labId, members }: { labId: string; members: readonly MemberDetailsFragment[] }) {
  const { t } = useWords();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: ({ personId, role }: { personId: string; role: LabRole }) =>
      request(EndRoleDocument, { input: { labId, personId, role, areas: [] } }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      {end.isError && <FailureAlert error={end.error} />}
      <TableScroll label={t('people.title')}>
        <table className="dl-table">
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.organisation')}</th>
              <th scope="col">{t('people.roles')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ personId, name, organisation, roles }) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                <td>{organisation.name}</td>
                <td>
                  {roles.map(({ role, areas }) => (
                    <div key={role}>
                      {t(`role.${role}`)}
                      {areas.length > 0 && ` (${t('people.areas', { areas: areas.join(', ') })})`}{' '}
                      <Button
                        look="subtle"
                        isBusy={end.isPending}
                        aria-label={t('people.endRole', { role: t(`role.${role}`), name })}
                        onClick={() => end.mutate({ personId, role })}
                      >
                        {t('people.end')}
                      </Button>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
