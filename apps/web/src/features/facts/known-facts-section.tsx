import { useState } from 'react';
import { isAllowed } from '@datalab/access';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { RemoveKnownFactDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { KnownFact } from './facts-query.js';
import { KnownFactForm } from './known-fact-form.js';

/** What each organisation knew already, side by side: a column for each that brought something. */
export function KnownFactsSection({ facts }: { facts: readonly KnownFact[] }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const [isAdding, setAdding] = useState(false);
  const mine = { labId: lab.id, organisationId: me.organisation.id };
  const mayWrite = isAllowed(ability, 'write', 'KnownFact', mine);
  const remove = useLabDeed((id: string) => request(RemoveKnownFactDocument, { id }));
  const bringing = lab.participants.filter(({ organisation }) =>
    facts.some(({ organisationId }) => organisationId === organisation.id),
  );
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-known">
      <h2 id="facts-known" className="utrecht-heading-2">
        {t('facts.known.title')}
      </h2>
      <p className="utrecht-paragraph">{t('facts.known.lead')}</p>
      {facts.length === 0 && <p className="utrecht-paragraph dl-quiet">{t('facts.known.none')}</p>}
      {remove.isError && <FailureAlert error={remove.error} />}
      <div className="dl-facts-columns">
        {bringing.map(({ organisation }) => (
          <section key={organisation.id} className="dl-stack" aria-label={organisation.name}>
            <h3 className="utrecht-heading-3">{organisation.name}</h3>
            <ul className="dl-facts-known">
              {facts
                .filter(({ organisationId }) => organisationId === organisation.id)
                .map((fact) => (
                  <li key={fact.id}>
                    <Fact fact={fact} />
                    {mayWrite && organisation.id === me.organisation.id && (
                      <Button
                        look="subtle"
                        isBusy={remove.isPending}
                        onClick={() => remove.mutate(fact.id)}
                        aria-label={t('facts.known.removeOf', { title: fact.title })}
                      >
                        {t('facts.known.remove')}
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {isAdding && <KnownFactForm onDone={() => setAdding(false)} />}
      {mayWrite && !isAdding && (
        <div className="dl-actions">
          <Button onClick={() => setAdding(true)}>{t('facts.known.add')}</Button>
        </div>
      )}
    </section>
  );
}

const isLink = (location: string): boolean => /^https:\/\//.test(location);

function Fact({ fact }: { fact: KnownFact }) {
  const { t, date, number } = useWords();
  const { value, unit, from, to, areaCode, location } = fact;
  return (
    <>
      {value !== null && unit !== null && (
        <p className="dl-facts-figure">
          {number(value)} <span className="dl-small">{t(`facts.unit.${unit}`)}</span>
        </p>
      )}
      <p>
        <strong>{fact.title}</strong>
      </p>
      {fact.note !== '' && <p className="utrecht-paragraph">{fact.note}</p>}
      <p className="dl-quiet dl-small">
        {[
          from !== null && to !== null ? t('facts.known.days', { from: date(from), to: date(to) }) : undefined,
          areaCode === null ? undefined : t('facts.known.area', { code: areaCode }),
          t('facts.known.source', { source: fact.source }),
          fact.isPublished ? t('facts.known.published') : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {location !== null && (
        <p>
          {isLink(location) ? (
            <a href={location} rel="noreferrer" className="utrecht-link">
              {t('facts.known.open')}
            </a>
          ) : (
            location
          )}
        </p>
      )}
    </>
  );
}
