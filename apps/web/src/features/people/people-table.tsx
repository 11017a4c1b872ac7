import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AllowFoundingDocument, EndPersonDocument, type AdministrationQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TableScroll } from '../../ui/table-scroll.js';

type Person = AdministrationQuery['people'][number];

interface PeopleTableProps {
  people: readonly Person[];
  ownId: string;
  nameOf: (organisationId: string) => string;
  labOf: (labId: string) => string;
}

/** Everybody on the platform, and who may begin labs; ending somebody's access is asked twice, for it cannot be undone. */
export function PeopleTable({ people, ownId, nameOf, labOf }: PeopleTableProps) {
  const { t, date } = useWords();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Person | null>(null);
  const end = useMutation({
    mutationFn: (id: string) => request(EndPersonDocument, { id }),
    onSuccess: async () => {
      setLeaving(null);
      await client.invalidateQueries();
    },
  });
  const allow = useMutation({
    mutationFn: (variables: { personId: string; may: boolean }) => request(AllowFoundingDocument, variables),
    onSuccess: () => client.invalidateQueries(),
  });
  const rolesOf = ({ isAdministrator, leftAt, roles }: Person): string => {
    if (leftAt !== null) return t('administration.left', { date: date(leftAt) });
    if (isAdministrator) return t('administration.administrator');
    return roles.map(({ labId, role }) => `${t(`role.${role}`)} (${labOf(labId)})`).join(', ') || t('app.none');
  };
  return (
    <>
      {allow.isError && <FailureAlert error={allow.error} />}
      <TableScroll label={t('administration.people')}>
        <table className="dl-table">
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.organisation')}</th>
              <th scope="col">{t('people.roles')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  {person.name}
                  <br />
                  <span className="dl-quiet">{person.email}</span>
                </th>
                <td>{nameOf(person.organisationId)}</td>
                <td>
                  {rolesOf(person)}
                  {person.mayFoundLabs && person.leftAt === null && (
                    <div className="dl-quiet">{t('administration.founder')}</div>
                  )}
                </td>
                <td>
                  {person.leftAt === null && !person.isAdministrator && (
                    <Button
                      look="subtle"
                      isBusy={allow.isPending}
                      aria-label={t(
                        person.mayFoundLabs ? 'administration.endFoundingOf' : 'administration.allowFoundingOf',
                        {
                          name: person.name,
                        },
                      )}
                      onClick={() => allow.mutate({ personId: person.id, may: !person.mayFoundLabs })}
                    >
                      {t(person.mayFoundLabs ? 'administration.endFounding' : 'administration.allowFounding')}
                    </Button>
                  )}
                  {person.leftAt === null && person.id !== ownId && (
                    <Button
                      look="subtle"
                      aria-label={`${t('administration.endPerson')}: ${person.name}`}
                      onClick={() => setLeaving(person)}
                    >
                      {t('administration.endPerson')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {leaving !== null && (
        <ConfirmDialog
          title={t('administration.endTitle', { name: leaving.name })}
          consequence={t('administration.endText')}
          confirm={t('administration.endPerson')}
          change={end}
          onConfirm={() => end.mutate(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
