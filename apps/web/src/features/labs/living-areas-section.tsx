import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { FixLivingAreasDocument, LivingAreasDocument, type LivingAreasQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TextField } from '../../ui/field.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';

type Area = LivingAreasQuery['livingAreas']['areas'][number];

/** What the living areas of the region are, or would be; fixed by the coordinator, once. */
export function LivingAreasSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const client = useQueryClient();
  const [least, setLeast] = useState<number | null>(null);
  const [typed, setTyped] = useState('500');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [asks, setAsks] = useState(false);
  const asked = useQuery({
    queryKey: ['living-areas', lab.id, least],
    queryFn: ({ signal }) => request(LivingAreasDocument, { labId: lab.id, least }, signal),
  });
  const fix = useMutation({
    mutationFn: (proposal: LivingAreasQuery['livingAreas']) =>
      request(FixLivingAreasDocument, {
        labId: lab.id,
        least: proposal.least,
        names: Object.entries(names).map(([code, name]) => ({ code, name })),
      }),
    onSuccess: () => setAsks(false),
    onSettled: () => client.invalidateQueries(),
  });
  if (asked.isPending) return <PageSkeleton />;
  if (asked.isError) return <FailureAlert error={asked.error} retry={() => void asked.refetch()} />;
  const { livingAreas } = asked.data;
  const mayFix = livingAreas.state === 'proposed' && lab.can.leadSteps;
  const rename = (code: string, name: string) => setNames({ ...names, [code]: name });
  return (
    <section className="dl-section" aria-labelledby="living-areas">
      <h2 id="living-areas" className="utrecht-heading-2">
        {t('labs.living')}
      </h2>
      <p className="utrecht-paragraph">{t('labs.livingLead')}</p>
      <p className="utrecht-paragraph" role="status">
        <strong>{t(`labs.livingState.${livingAreas.state}`)}</strong>
        {livingAreas.state === 'proposed' && !lab.can.leadSteps && ` ${t('labs.livingWho')}`}
      </p>
      {mayFix && (
        <form
          className="dl-stack"
          onSubmit={(event) => {
            event.preventDefault();
            setNames({});
            setLeast(Number(typed));
          }}
        >
          <TextField
            label={t('labs.livingLeast')}
            hint={t('labs.livingLeastHint')}
            type="number"
            min={50}
            max={20_000}
            required
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="dl-actions">
            <Button type="submit" look="subtle">
              {t('labs.livingPropose')}
            </Button>
          </div>
        </form>
      )}
      {livingAreas.areas.length > 0 && (
        <LivingAreasTable areas={livingAreas.areas} names={names} {...(mayFix && { rename })} />
      )}
      {mayFix && (
        <div className="dl-actions">
          <Button onClick={() => setAsks(true)}>{t('labs.livingFix')}</Button>
        </div>
      )}
      {asks && (
        <ConfirmDialog
          title={t('labs.livingFixTitle')}
          consequence={t('labs.livingFixThen')}
          confirm={t('labs.livingFix')}
          change={fix}
          onConfirm={() => fix.mutate(livingAreas)}
          onClose={() => setAsks(false)}
        />
      )}
    </section>
  );
}

interface TableProps {
  areas: readonly Area[];
  names: Readonly<Record<string, string>>;
  /** Absent: they keep their names. */
  rename?: (code: string, name: string) => void;
}

function LivingAreasTable({ areas, names, rename }: TableProps) {
  const { t, number } = useWords();
  const households = ({ households: count, isLargeEnough }: Area) => {
    if (count === null) return t('labs.livingUnknown');
    return isLargeEnough ? number(count) : t('labs.livingSmall', { households: number(count) });
  };
  return (
    <TableScroll label={t('labs.living')}>
      <table className="dl-table">
        <thead>
          <tr>
            <th scope="col">{t('labs.livingName')}</th>
            <th scope="col">{t('labs.livingIn')}</th>
            <th scope="col">{t('labs.livingAreas')}</th>
            <th scope="col" className="dl-number">
              {t('labs.livingHouseholds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.code}>
              <th scope="row">
                {rename === undefined ? (
                  area.name
                ) : (
                  <input
                    className="utrecht-textbox utrecht-textbox--html-input"
                    aria-label={`${t('labs.livingName')}: ${area.areaNames.join(', ')}`}
                    maxLength={120}
                    value={names[area.code] ?? area.name}
                    onChange={(event) => rename(area.code, event.target.value)}
                  />
                )}
              </th>
              <td>{area.parentName}</td>
              <td>{area.areaNames.join(', ')}</td>
              <td className="dl-number">{households(area)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
