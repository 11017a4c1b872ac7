import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { Button, linkButtonClass } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Icon } from '../../ui/icon.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { PictureScreen } from './picture-screen.js';
import { sourcesOf } from './picture-choice.js';
import { pictureOptions } from './picture-query.js';
import './picture.css';

/** One's own organisation, exact. */
export const MirrorPage = () => <PicturePage view="mirror" />;
/** All partners, protected. */
export const HotspotsPage = () => <PicturePage view="lab" />;

function PicturePage({ view }: { view: PictureView }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const picture = useQuery(pictureOptions(lab.id));
  const own = view === 'mirror' ? me.organisation.id : undefined;
  const sources = picture.data == null ? [] : sourcesOf(picture.data, own);
  return (
    <Page
      title={
        view === 'mirror' ? t('picture.mirrorTitle', { organisation: me.organisation.name }) : t('picture.labTitle')
      }
      lead={t(view === 'mirror' ? 'picture.mirrorLead' : 'picture.labLead')}
      actions={
        sources.length > 0 && (
          <Button look="subtle" className="dl-no-print" onClick={() => print()}>
            <Icon name="print" /> {t('picture.print')}
          </Button>
        )
      }
    >
      {picture.isPending && <Skeleton lines={8} />}
      {picture.isError && <FailureAlert error={picture.error} retry={() => void picture.refetch()} />}
      {picture.isSuccess && sources.length === 0 && (
        <Empty title={t('picture.emptyTitle')} text={t('picture.emptyText')}>
          {lab.can.upload && (
            <Link to="/labs/$labId/upload" params={{ labId: lab.id }} className={linkButtonClass('primary')}>
              {t('picture.emptyUpload')}
            </Link>
          )}
        </Empty>
      )}
      {picture.data != null && sources.length > 0 && (
        <>
          <PictureScreen view={view} picture={picture.data} />
          <p className="dl-quiet dl-small" role="status">
            {t('picture.madeOn', { date: date(picture.data.createdAt) })}{' '}
            {picture.data.refreshing && t('picture.refreshing')}
          </p>
        </>
      )}
    </Page>
  );
}
