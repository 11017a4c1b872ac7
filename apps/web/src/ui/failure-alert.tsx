import { useTranslation } from 'react-i18next';
import { ApiError, kindOf } from '../gql/api-error.js';
import { signInUrl } from '../app/session.js';
import { Alert } from './alert.js';
import { Button, LinkButton } from './button.js';

const OF_THE_PERSON: readonly string[] = ['InvalidInput', 'Conflict', 'InvalidState', 'Withheld'];

/** A failed call in words: what happened, what to do, and the request id for who helps. */
export function FailureAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const kind = kindOf(error);
  const failure = error instanceof ApiError ? error : undefined;
  return (
    <Alert tone={kind === 'Bug' ? 'error' : 'warning'} title={t(`failure.${kind}.title`)} role="alert">
      <p className="utrecht-paragraph">{t(`failure.${kind}.text`)}</p>
      {OF_THE_PERSON.includes(kind) && failure?.message && <p className="utrecht-paragraph">{failure.message}</p>}
      {failure?.requestId !== undefined && (
        <p className="dl-request-id">
          {t('app.requestId')} <code>{failure.requestId}</code>
        </p>
      )}
      <div className="dl-actions">
        {kind === 'Unauthenticated' ? (
          <LinkButton look="primary" href={signInUrl(location.pathname + location.search)}>
            {t('app.signIn')}
          </LinkButton>
        ) : (
          retry && <Button onClick={retry}>{t('app.retry')}</Button>
        )}
      </div>
    </Alert>
  );
}
