import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../ui/failure-alert.js';
import { PageSkeleton } from '../ui/skeleton.js';
import { useEvents } from './events.js';
import { Header } from './header.js';
import { LiveProvider } from './live.js';
import { meOptions } from './session.js';
import { SessionExpired } from './session-expired.js';

/** The frame of every screen: skip link, header, main, footer. Nothing below it renders before it is known who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  const me = useQuery(meOptions);
  const isLive = useEvents(me.data != null);
  return (
    <>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        {t('app.skip')}
      </a>
      <Header me={me.data ?? null} />
      <main id="inhoud" className="dl-main" tabIndex={-1}>
        {me.isPending && <PageSkeleton />}
        {me.isError && <FailureAlert error={me.error} retry={() => void me.refetch()} />}
        {me.isSuccess && (
          <LiveProvider value={isLive}>
            <Outlet />
          </LiveProvider>
        )}
      </main>
      <footer className="dl-footer">
        <p>{t('app.footer')}</p>
      </footer>
      <SessionExpired />
    </>
  );
}
