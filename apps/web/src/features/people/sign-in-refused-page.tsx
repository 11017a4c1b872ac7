import { useWords } from '../../app/i18n/use-words.js';
import { signInUrl } from '../../app/session.js';
import { Alert } from '../../ui/alert.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';

const TEXTS = {
  'person.not-invited': 'invitation.refusedNotInvited',
  'invitation.other-address': 'invitation.refusedAddress',
  'invitation.other-organisation': 'invitation.refusedOrganisation',
  'invitation.not-found': 'invitation.goneText',
} as const;

const isKnown = (reason: string): reason is keyof typeof TEXTS => Object.hasOwn(TEXTS, reason);

/** Why somebody whom the identity provider knows is not let in here. */
export function SignInRefusedPage() {
  const { t } = useWords();
  const reason = new URLSearchParams(location.search).get('reason') ?? '';
  return (
    <Page title={t('invitation.refusedTitle')}>
      <Alert tone="warning">
        <p className="utrecht-paragraph">{t(isKnown(reason) ? TEXTS[reason] : 'invitation.refused')}</p>
      </Alert>
      <div className="dl-actions">
        <LinkButton href={signInUrl('/')}>{t('app.signIn')}</LinkButton>
      </div>
    </Page>
  );
}
