import { useQuery } from '@tanstack/react-query';
import type { Load } from '../../gql/types.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useFallbackInterval } from '../../app/live.js';
import { ConfirmLoad } from './confirm-load.js';
import { DifferenceSection } from './difference-section.js';
import { loadQualityOptions } from './quality-query.js';
import { QualitySection } from './quality-section.js';

/** Under a load: what it changes, whether it may, and how good it is. */
export function QualityParts({ load }: { load: Load }) {
  const known = useQuery({ ...loadQualityOptions(load.id), enabled: false }).data;
  const isWaiting = load.state === 'accepted' && known?.qualityReport == null;
  const quality = useQuery({ ...loadQualityOptions(load.id), refetchInterval: useFallbackInterval(isWaiting) });
  if (quality.isPending) return <Skeleton lines={4} />;
  if (quality.isError) return <FailureAlert error={quality.error} retry={() => void quality.refetch()} />;
  const { difference, qualityReport } = quality.data;
  return (
    <>
      {load.state === 'to_confirm' && <ConfirmLoad load={load} />}
      {difference !== null && <DifferenceSection difference={difference} />}
      {load.state === 'accepted' && <QualitySection load={load} quality={qualityReport} />}
    </>
  );
}
