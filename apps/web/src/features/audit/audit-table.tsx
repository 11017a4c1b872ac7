import { useWords } from '../../app/i18n/use-words.js';
import type { AuditEventsQuery, AuditOutcome } from '../../gql/operations.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useAuditWords } from './use-audit-words.js';

type Event = AuditEventsQuery['auditEvents']['items'][number];

const TONES: Record<AuditOutcome, Tone> = { done: 'neutral', refused: 'warning', failed: 'error' };

/** One line per event, newest first; what one needs seldom folds out. */
export function AuditTable({ events }: { events: readonly Event[] }) {
  const { t } = useWords();
  const columns = ['when', 'who', 'action', 'object', 'outcome', 'seal'] as const;
  return (
    <TableScroll label={t('audit.caption')}>
      <table className="dl-table dl-audit">
        <caption>{t('audit.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function EventRow({ event }: { event: Event }) {
  const { t, number, moment } = useWords();
  const words = useAuditWords();
  const { at, actorName, organisationName, action, objectKind, objectId, outcome, seq } = event;
  return (
    <tr>
      <th scope="row" className="dl-audit__when">
        <time dateTime={at}>{moment(at)}</time>
      </th>
      <td>
        {actorName ?? t(organisationName === null ? 'audit.platform' : 'audit.somebody')}
        {organisationName !== null && <span className="dl-audit__second">{organisationName}</span>}
      </td>
      <td>
        {words.action(action)}
        <span className="dl-audit__second">{words.purpose(event.purpose)}</span>
      </td>
      <td>
        {words.kind(objectKind)}
        <details className="dl-small">
          <summary aria-label={t('audit.detailsOf', { action: words.action(action), when: moment(at) })}>
            {t('audit.details')}
          </summary>
          <dl className="dl-audit__details">
            <dt>{t('audit.objectId')}</dt>
            <dd>
              <code>{objectId}</code>
            </dd>
            <dt>{t('audit.requestId')}</dt>
            <dd>
              <code>{event.requestId}</code>
            </dd>
            <dt>{t('audit.code')}</dt>
            <dd>
              <code>{action}</code>
            </dd>
            {event.detail.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </td>
      <td>
        <StatusBadge tone={TONES[outcome]}>{t(`audit.outcomes.${outcome}`)}</StatusBadge>
      </td>
      <td>{seq === null ? <span className="dl-quiet">{t('audit.waits')}</span> : number(seq)}</td>
    </tr>
  );
}
