import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { meOptions } from '../../app/session.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { LandingPage } from '../start/landing-page.js';
import { LabContext } from './lab-context.js';
import { RehearsalBanner } from './rehearsal-banner.js';
import { LabNav } from './lab-nav.js';
import { labOptions } from './lab-query.js';

/** Everything inside one lab: it is fetched once, its parts are offered by what this person may do. */
export function LabFrame() {
  const { labId } = useParams({ from: '/labs/$labId' });
  const me = useQuery(meOptions).data;
  const lab = useQuery({ ...labOptions(labId), enabled: me != null });
  if (me == null) return <LandingPage />;
  if (lab.isPending) return <PageSkeleton />;
  if (lab.isError) return <FailureAlert error={lab.error} retry={() => void lab.refetch()} />;
  return (
    <LabContext value={{ lab: lab.data, me }}>
      <LabNav lab={lab.data} me={me} />
      {lab.data.isRehearsal && <RehearsalBanner />}
      <Outlet />
    </LabContext>
  );
}
