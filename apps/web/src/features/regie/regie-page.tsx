import { ALL_CATEGORIES } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import { EndPickupDocument, WithdrawContextNoteDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { useAnswerWords } from '../picture/use-answer-words.js';
import { ContactForm, NoteForm, PickupForm } from './regie-forms.js';
import { regieOptions, type Regie } from './regie-query.js';
import '../solutions/solutions.css';

/** The regie card of one area: one page to run a meeting about it from. */
export function RegiePage() {
  const { t, date } = useWords();
  const { lab } = useLab();
  const { areaCode } = useParams({ from: '/labs/$labId/areas/$areaCode' });
  const card = useQuery(regieOptions(lab.id, areaCode));
  if (card.isPending)
    return (
      <Page title={t('regie.title', { area: areaCode })}>
        <Skeleton lines={8} />
      </Page>
    );
  if (card.isError)
    return (
      <Page title={t('regie.title', { area: areaCode })}>
        <FailureAlert error={card.error} retry={() => void card.refetch()} />
      </Page>
    );
  const { area, nextOn } = card.data;
  return (
    <Page
      title={t('regie.title', { area: area.name })}
      lead={t('regie.lead')}
      actions={
        <Link to="/labs/$labId/monday" params={{ labId: lab.id }} search={{ area: area.code }} className="utrecht-link">
          {t('regie.monday')}
        </Link>
      }
    >
      <p className="utrecht-paragraph">
        {nextOn === null ? t('regie.noNext') : t('regie.next', { date: date(nextOn) })}
      </p>
      <Figures card={card.data} />
      <Registering card={card.data} />
      <Running card={card.data} />
      <Pickups card={card.data} />
      <Contacts card={card.data} />
      <Notes card={card.data} />
    </Page>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="dl-section dl-stack" aria-labelledby={id}>
      <h2 id={id} className="utrecht-heading-2">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Figures({ card }: { card: Regie }) {
  const { t, number, rate, period } = useWords();
  const answers = useAnswerWords();
  const asked = { areaCode: card.area.code, category: ALL_CATEGORIES };
  const words = ({ reports, ratePerThousand }: Regie['figures'][number]): string => {
    if (reports === null) return t('regie.figureNot');
    const said = t('area.reportsCount', { count: reports, text: number(reports) });
    return ratePerThousand === null ? said : t('regie.figureRate', { reports: said, rate: rate(ratePerThousand) });
  };
  return (
    <Part id="figures" title={t('regie.figures')}>
      {card.figures.length === 0 && <p className="dl-quiet">{t('regie.figuresNone')}</p>}
      <ul className="utrecht-unordered-list">
        {card.figures.map((one) => (
          <li key={one.datasetId}>
            {one.datasetName}, {period(one.period)}: {words(one)}{' '}
            {one.compared !== null && t('area.comparedWhole', { against: answers.against(one.compared) })}
            {one.nearest !== null && t('monday.nearest', { answer: answers.nearest(one.nearest, asked) })}
          </li>
        ))}
      </ul>
      {card.figures.some(({ compared }) => compared !== null) && (
        <p className="dl-quiet dl-small">{t('against.rule')}</p>
      )}
      {card.figures.some(({ reports }) => reports === null) && <WhyWithheld />}
    </Part>
  );
}

function Registering({ card }: { card: Regie }) {
  const { t } = useWords();
  return (
    <Part id="registering" title={t('regie.registering')}>
      {card.registering.length === 0 ? (
        <p className="dl-quiet">{t('regie.registeringNone')}</p>
      ) : (
        <ul className="utrecht-unordered-list">
          {card.registering.map(({ organisationId, name }) => (
            <li key={organisationId}>{name}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Running({ card }: { card: Regie }) {
  const { t, date } = useWords();
  return (
    <Part id="running" title={t('regie.running')}>
      {card.running.length === 0 && <p className="dl-quiet">{t('regie.runningNone')}</p>}
      <ul className="utrecht-unordered-list">
        {card.running.map((one) => (
          <li key={one.id}>
            {one.title} – {one.organisationName}, {one.ownerName}
            {one.startsOn !== null && `, ${t('solutions.from', { from: date(one.startsOn) })}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Pickups({ card }: { card: Regie }) {
  const { t, date } = useWords();
  const { me } = useLab();
  const end = useLabChange(EndPickupDocument);
  return (
    <Part id="pickups" title={t('regie.pickups')}>
      {card.pickups.length === 0 && <p className="dl-quiet">{t('regie.pickupsNone')}</p>}
      <ul className="utrecht-unordered-list">
        {card.pickups.map((one) => (
          <li key={one.id}>
            {one.organisationName}: {one.what}
            {one.nextOn !== null && <span className="dl-quiet"> {t('regie.on', { date: date(one.nextOn) })}</span>}{' '}
            {one.organisationId === me.organisation.id && (
              <Button look="subtle" isBusy={end.isPending} onClick={() => end.mutate({ id: one.id })}>
                {t('regie.pickupEnd')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {end.isError && <FailureAlert error={end.error} />}
      <PickupForm areaCode={card.area.code} />
    </Part>
  );
}

function Contacts({ card }: { card: Regie }) {
  const { t } = useWords();
  const { me } = useLab();
  const own = card.contacts.find(
    ({ organisationId, areaCode }) => organisationId === me.organisation.id && areaCode === card.area.code,
  );
  return (
    <Part id="contacts" title={t('regie.contacts')}>
      {card.contacts.length === 0 && <p className="dl-quiet">{t('regie.contactsNone')}</p>}
      <dl className="dl-facts">
        {card.contacts.map((one) => (
          <div key={`${one.organisationId} ${one.areaCode}`} style={{ display: 'contents' }}>
            <dt>{one.organisationName}</dt>
            <dd>{one.reach}</dd>
          </div>
        ))}
      </dl>
      <ContactForm areaCode={card.area.code} reach={own?.reach ?? ''} />
    </Part>
  );
}

function Notes({ card }: { card: Regie }) {
  const { t, date } = useWords();
  const { me } = useLab();
  const withdraw = useLabChange(WithdrawContextNoteDocument);
  return (
    <Part id="notes" title={t('regie.notes')}>
      {card.notes.length === 0 && <p className="dl-quiet">{t('regie.notesNone')}</p>}
      <ul className="utrecht-unordered-list">
        {card.notes.map((note) => (
          <li key={note.id}>
            <strong>{t(`regie.kind.${note.kind}`)}</strong>{' '}
            {note.endsOn === null
              ? t('regie.since', { from: date(note.startsOn) })
              : t('regie.period', { from: date(note.startsOn), to: date(note.endsOn) })}
            : {note.words} <span className="dl-quiet">({note.organisationName})</span>{' '}
            {note.organisationId === me.organisation.id && (
              <Button look="subtle" isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ id: note.id })}>
                {t('regie.noteWithdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {withdraw.isError && <FailureAlert error={withdraw.error} />}
      <NoteForm areaCode={card.area.code} />
    </Part>
  );
}
