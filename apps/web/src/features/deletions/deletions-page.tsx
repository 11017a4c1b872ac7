import { queryOptions, useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { DeletionProofsDocument, type DeletionProofsQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import '../loads/loads.css';

const proofsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'deletions'],
    queryFn: async ({ signal }) => (await request(DeletionProofsDocument, { labId }, signal)).deletionProofs,
  });

/** What was deleted, how much, why, and the digest by which it can be checked. */
export function DeletionsPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const proofs = useQuery(proofsOptions(lab.id));
  return (
    <Page title={t('deletions.title')} lead={t('deletions.lead')}>
      {proofs.isPending && <Skeleton lines={5} />}
      {proofs.isError && <FailureAlert error={proofs.error} retry={() => void proofs.refetch()} />}
      {proofs.isSuccess && proofs.data.length === 0 && (
        <Empty title={t('deletions.emptyTitle')} text={t('deletions.emptyText')} />
      )}
      {proofs.isSuccess && proofs.data.length > 0 && <ProofsTable proofs={proofs.data} />}
    </Page>
  );
}

const KINDS = ['rows', 'snapshot', 'upload', 'work', 'sessions'] as const;
const REASONS = ['withdrawn', 'expired', 'replaced', 'holds-deleted-rows', 'abandoned', 'over'] as const;

function ProofsTable({ proofs }: { proofs: DeletionProofsQuery['deletionProofs'] }) {
  const { t, date, number } = useWords();
  const kind = (code: string) => {
    const known = KINDS.find((one) => one === code);
    return known === undefined ? code : t(`deletions.kind.${known}`);
  };
  const why = (code: string) => {
    const known = REASONS.find((one) => one === code);
    return known === undefined ? code : t(`deletions.reason.${known}`);
  };
  return (
    <TableScroll label={t('deletions.caption')}>
      <table className="dl-table">
        <caption>{t('deletions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('deletions.what')}</th>
            <th scope="col">{t('deletions.why')}</th>
            <th scope="col" className="dl-number">
              {t('deletions.count')}
            </th>
            <th scope="col">{t('deletions.when')}</th>
            <th scope="col">{t('deletions.digest')}</th>
          </tr>
        </thead>
        <tbody>
          {proofs.map((proof) => (
            <tr key={proof.id}>
              <th scope="row">
                {kind(proof.objectKind)}
                {proof.datasetName !== null && <span className="dl-loads__revision">{proof.datasetName}</span>}
              </th>
              <td>{why(proof.reason)}</td>
              <td className="dl-number">{number(proof.counts.find(({ what }) => what !== 'revision')?.count ?? 0)}</td>
              <td>{date(proof.deletedAt)}</td>
              <td>{proof.digest !== null && <code className="dl-small dl-digest">{proof.digest}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
