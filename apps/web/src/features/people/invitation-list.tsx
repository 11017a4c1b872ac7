import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { WithdrawInvitationDocument, type InvitationDetailsFragment } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TableScroll } from '../../ui/table-scroll.js';

/** Invitations, the newest first, with what became of each. */
export function InvitationList({ invitations }: { invitations: readonly InvitationDetailsFragment[] }) {
  const { t, date } = useWords();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => request(WithdrawInvitationDocument, { id }),
    onSuccess: () => client.invalidateQueries(),
  });
  const isOpen = (one: InvitationDetailsFragment) =>
    one.acceptedAt === null && one.withdrawnAt === null && new Date(one.expiresAt) > new Date();
  const stateOf = (one: InvitationDetailsFragment): string => {
    if (one.acceptedAt !== null) return t('people.accepted', { date: date(one.acceptedAt) });
    if (one.withdrawnAt !== null) return t('people.withdrawn', { date: date(one.withdrawnAt) });
    return t(isOpen(one) ? 'people.open' : 'people.expired', { date: date(one.expiresAt) });
  };
  if (invitations.length === 0) return <p className="utrecht-paragraph dl-quiet">{t('people.noInvitations')}</p>;
  return (
    <>
      {withdraw.isError && <FailureAlert error={withdraw.error} />}
      <TableScroll label={t('people.invitations')}>
        <table className="dl-table">
          <thead>
            <tr>
              <th scope="col">{t('people.email')}</th>
              <th scope="col">{t('people.roles')}</th>
              <th scope="col">{t('people.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {invitations.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.email}</th>
                <td>{one.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
                <td>{stateOf(one)}</td>
                <td>
                  {isOpen(one) && (
                    <Button
                      look="subtle"
                      aria-label={`${t('people.withdraw')}: ${one.email}`}
                      onClick={() => withdraw.mutate(one.id)}
                    >
                      {t('people.withdraw')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}
