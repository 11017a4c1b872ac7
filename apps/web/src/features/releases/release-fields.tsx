import type { ReleaseTier } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';

const TEXTS = ['what', 'why', 'notToConclude'] as const;

/** What whoever asks for a release says of it, whatever it gives: for whom, from when, and what its reader must know. */
export interface ReleaseWish {
  tier: ReleaseTier;
  /** Days that the public waits; the lab never does. */
  embargoDays: number;
  what: string;
  why: string;
  notToConclude: string;
}

export const EMPTY_WISH: ReleaseWish = { tier: 'lab', embargoDays: 0, what: '', why: '', notToConclude: '' };

/** The embargo of a wish as the API takes it: none for the lab. */
export const embargoOf = ({ tier, embargoDays }: ReleaseWish): number => (tier === 'public' ? embargoDays : 0);

interface ReleaseFieldsProps {
  wish: ReleaseWish;
  onChange: (wish: ReleaseWish) => void;
}

/** Who gets it, and for everybody how long they wait. */
export function ReachFields({ wish, onChange }: ReleaseFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        label={t('release.forWhom')}
        hint={t('release.forWhomHint')}
        value={wish.tier}
        onChange={({ target }) => onChange({ ...wish, tier: target.value as ReleaseTier })}
      >
        <option value="lab">{t('release.tier.lab')}</option>
        <option value="public">{t('release.tier.public')}</option>
      </SelectField>
      {wish.tier === 'public' && <EmbargoField wish={wish} onChange={onChange} />}
    </>
  );
}

/** How long the public waits. */
export function EmbargoField({ wish, onChange }: ReleaseFieldsProps) {
  const { t } = useWords();
  return (
    <TextField
      label={t('release.embargoDays')}
      hint={t('release.embargoHint')}
      type="number"
      min={0}
      max={366}
      step={1}
      required
      value={wish.embargoDays}
      onChange={({ target }) => onChange({ ...wish, embargoDays: target.valueAsNumber || 0 })}
    />
  );
}

/** What a reader must know of it. */
export function StoryFields({ wish, onChange }: ReleaseFieldsProps) {
  const { t } = useWords();
  return TEXTS.map((field) => (
    <TextareaField
      key={field}
      label={t(`release.${field}`)}
      hint={t(`release.hint.${field}`)}
      rows={3}
      minLength={field === 'notToConclude' ? 10 : 20}
      maxLength={2_000}
      required
      value={wish[field]}
      onChange={({ target }) => onChange({ ...wish, [field]: target.value })}
    />
  ));
}
