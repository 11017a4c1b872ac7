import { useWords } from '../../app/i18n/use-words.js';
import type { Card } from './cards-query.js';

export const CARD_TEXTS = ['whoRegisters', 'when', 'whenNot', 'doubleRegistration', 'remarks'] as const;

/** One version of a card, to read. */
export function CardReader({ card }: { card: Card }) {
  const { t, date } = useWords();
  const made = { version: card.version, date: date(card.madeAt), name: card.madeBy ?? '' };
  return (
    <div className="dl-stack">
      <dl className="dl-quality">
        {CARD_TEXTS.filter((field) => card[field] !== '').map((field) => (
          <div key={field} className="dl-quality__fact">
            <dt>{t(`cards.field.${field}`)}</dt>
            <dd>{card[field]}</dd>
          </div>
        ))}
        <div className="dl-quality__fact">
          <dt>{t('cards.changes')}</dt>
          <dd>
            {card.changes.length === 0 && t('cards.noChanges')}
            <ul>
              {card.changes.map(({ on, what }) => (
                <li key={`${on} ${what}`}>
                  {date(on)}: {what}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <p className="dl-quiet dl-small">{t(card.madeBy === null ? 'cards.made' : 'cards.madeBy', made)}</p>
    </div>
  );
}
