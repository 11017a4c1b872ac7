import { runRequestWords } from '@datalab/domain';
import { useTranslation } from 'react-i18next';
import { refusalInDutch } from '../app/i18n/nl/refusals.js';
import { ApiError, kindOf } from '../gql/api-error.js';
import { signInUrl } from '../app/session.js';
import { Alert } from './alert.js';
import { Button, LinkButton } from './button.js';

const OF_THE_PERSON: readonly string[] = ['InvalidInput', 'Conflict', 'InvalidState', 'Withheld'];

/** What went wrong exactly, in the language of the person; the api's own sentences are English. Undefined where nothing is to be added. */
function detailOf({ kind, reason, message }: ApiError, language: string): string | undefined {
  const request = reason === undefined ? undefined : runRequestWords(reason);
  if (request !== undefined) return language === 'en' ? request.en : request.nl;
  const isTold = OF_THE_PERSON.includes(kind);
  if (language === 'en') return isTold || kind === 'Forbidden' ? message : undefined;
  // What the intake says of a file is Dutch itself.
  return (reason === undefined ? undefined : refusalInDutch(reason)) ?? (isTold ? message : undefined);
}

/** A failed call in words: what happened, what to do, and the request id for who helps. */
export function FailureAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, i18n } = useTranslation();
  const kind = kindOf(error);
  const failure = error instanceof ApiError ? error : undefined;
  const detail = failure && kind !== 'NotFound' ? detailOf(failure, i18n.language) : undefined;
  return (
    <Alert tone={kind === 'Bug' ? 'error' : 'warning'} title={t(`failure.${kind}.title`)} role="alert">
      <p className="utrecht-paragraph">{t(`failure.${kind}.text`)}</p>
      {detail !== undefined && detail !== '' && <p className="utrecht-paragraph">{detail}</p>}
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
