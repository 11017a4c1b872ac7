import { useWords } from '../../app/i18n/use-words.js';
import type { Lab } from '../../gql/types.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { TableScroll } from '../../ui/table-scroll.js';

type Participant = Lab['participants'][number];

function DeliveryState({ participant }: { participant: Participant }) {
  const { t, date } = useWords();
  if (!participant.delivered) return <StatusBadge tone="inactive">{t('lab.deliveredNo')}</StatusBadge>;
  const { lastDeliveryOn: day } = participant;
  return (
    <StatusBadge tone="success">
      {day === null ? t('lab.deliveredYes') : t('lab.deliveredOn', { date: date(day) })}
    </StatusBadge>
  );
}

export function Participants({ lab }: { lab: Lab }) {
  const { t } = useWords();
  return (
    <TableScroll label={t('lab.participants')}>
      <table className="dl-table">
        <thead>
          <tr>
            <th scope="col">{t('lab.organisation')}</th>
            <th scope="col">{t('lab.type')}</th>
            <th scope="col">{t('lab.people')}</th>
            <th scope="col">{t('lab.delivered')}</th>
          </tr>
        </thead>
        <tbody>
          {lab.participants.map((participant) => (
            <tr key={participant.organisation.id}>
              <th scope="row">{participant.organisation.name}</th>
              <td>{t(`organisationType.${participant.organisation.type}`)}</td>
              <td>
                {participant.roles
                  .filter(({ people }) => people > 0)
                  .map(({ role, people }) =>
                    people === 1 ? t(`role.${role}`) : t('lab.roleCount', { role: t(`role.${role}`), count: people }),
                  )
                  .join(', ') || <span className="dl-quiet">{t('lab.noRoles')}</span>}
              </td>
              <td>
                <DeliveryState participant={participant} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
