import { useWords } from '../../app/i18n/use-words.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { AgreementVersion } from './agreement-query.js';

export type VersionState = 'draft' | 'proposed' | 'signing' | 'in_force' | 'lapsed' | 'withdrawn';
const TONES: Readonly<Record<VersionState, Tone>> = {
  draft: 'neutral',
  proposed: 'warning',
  signing: 'active',
  in_force: 'success',
  lapsed: 'inactive',
  withdrawn: 'inactive',
};

/** How a version stands, in a word. */
export function VersionBadge({ state }: { state: string }) {
  const { t } = useWords();
  const known = state as VersionState;
  return <StatusBadge tone={TONES[known]}>{t(`agreement.state.${known}`)}</StatusBadge>;
}

/** Every version, newest first: what was signed stays to be read. */
export function VersionList({
  versions,
  shown,
  onChoose,
}: {
  versions: readonly AgreementVersion[];
  shown: string;
  onChoose: (id: string) => void;
}) {
  const { t } = useWords();
  return (
    <nav aria-label={t('agreement.versions')}>
      <ul className="dl-agreement-versions">
        {versions.map(({ id, version, state }) => (
          <li key={id}>
            <button
              type="button"
              className="dl-agreement-versions__one"
              aria-current={id === shown ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              {t('agreement.version', { version })} <VersionBadge state={state} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
