import { useWords } from '../../app/i18n/use-words.js';
import type { AuditOverviewQuery } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { OUTCOMES, readAuditSearch, type AuditSearch } from './audit-search.js';
import { useAuditWords } from './use-audit-words.js';

interface AuditFiltersProps {
  search: AuditSearch;
  choices: AuditOverviewQuery['auditChoices'];
  onChange: (search: AuditSearch) => void;
}

/** Period, person, deed, outcome and object; each applies at once. */
export function AuditFilters({ search, choices, onChange }: AuditFiltersProps) {
  const { t } = useWords();
  const words = useAuditWords();
  const set = (name: keyof AuditSearch) => (event: { target: { value: string } }) =>
    onChange(readAuditSearch({ ...search, [name]: event.target.value }));
  const lists = [
    ['who', t('audit.who'), choices.people.map(({ id, name }) => [id, name])],
    ['action', t('audit.action'), choices.actions.map((code) => [code, words.action(code)])],
    ['outcome', t('audit.outcome'), OUTCOMES.map((one) => [one, t(`audit.outcomes.${one}`)])],
    ['kind', t('audit.object'), choices.objectKinds.map((kind) => [kind, words.kind(kind)])],
  ] as const;
  return (
    <form
      className="dl-audit-filters dl-card dl-no-print"
      aria-label={t('audit.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField type="date" label={t('audit.from')} value={search.from ?? ''} max={search.to} onChange={set('from')} />
      <TextField type="date" label={t('audit.to')} value={search.to ?? ''} min={search.from} onChange={set('to')} />
      {lists.map(([name, label, options]) => (
        <SelectField key={name} label={label} value={search[name] ?? ''} onChange={set(name)}>
          <option value="">{t('audit.all')}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
      ))}
      {Object.keys(search).length > 0 && (
        <Button look="subtle" onClick={() => onChange({})}>
          {t('audit.showAll')}
        </Button>
      )}
    </form>
  );
}
