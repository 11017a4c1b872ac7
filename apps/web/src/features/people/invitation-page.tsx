import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SAME_SITE } from '../../gql/request.js';
import { readAnswer } from '../../gql/read-answer.js';
import type { nl } from '../../app/i18n/nl/index.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';

interface Shown {
  organisation: string;
  roles: (keyof typeof nl.role)[];
  expiresAt: string;
}

async function post<T>(path: string, token: string): Promise<T | null> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...SAME_SITE },
    body: JSON.stringify({ token }),
  });
  if (response.status === 404 || response.status === 422) return null;
  if (!response.ok) return readAnswer<T>(response.status, undefined, response.headers.get('x-request-id') ?? undefined);
  return (await response.json()) as T;
}

/** What a link invites to. Its secret stands behind the hash sign, which browsers send to nobody. */
export function InvitationPage() {
  const { t, date } = useWords();
  const [token] = useState(() => location.hash.slice(1));
  const shown = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => post<Shown>('/auth/invitation', token),
    staleTime: Infinity,
  });
  const accept = useMutation({
    mutationFn: async () => {
      const answer = await post<{ redirectTo: string }>('/auth/invitation/accept', token);
      if (answer === null) await shown.refetch();
      else location.assign(answer.redirectTo);
    },
  });
  if (shown.isPending) return <Skeleton lines={4} />;
  if (shown.isError) return <FailureAlert error={shown.error} retry={() => void shown.refetch()} />;
  if (shown.data === null)
    return (
      <Page title={t('invitation.goneTitle')}>
        <Alert tone="warning">
          <p className="utrecht-paragraph">{t('invitation.goneText')}</p>
        </Alert>
      </Page>
    );
  const { organisation, roles, expiresAt } = shown.data;
  return (
    <Page title={t('invitation.title')} lead={t('invitation.text', { organisation })}>
      {roles.length > 0 && (
        <p className="utrecht-paragraph">
          {t('invitation.roles', { roles: roles.map((role) => t(`role.${role}`)).join(', ') })}
        </p>
      )}
      <p className="utrecht-paragraph">{t('invitation.until', { date: date(expiresAt) })}</p>
      {accept.isError && <FailureAlert error={accept.error} />}
      <div className="dl-actions">
        <Button look="primary" isBusy={accept.isPending} onClick={() => accept.mutate()}>
          {t('invitation.accept')}
        </Button>
      </div>
    </Page>
  );
}
