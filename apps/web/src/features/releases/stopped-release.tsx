import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { useLab } from '../lab/lab-context.js';
import { areasOptions } from '../picture/picture-query.js';
import type { ShownRelease } from './releases-query.js';

/** More cells than these are counted and not named: whoever reads this chooses a form, and goes through no list. */
const MOST_NAMED = 5;

interface StoppedReleaseProps {
  stopped: NonNullable<ShownRelease['stopped']>;
  /** Whoever asked for it is told where it goes wrong, and chooses another form. */
  isMine: boolean;
  isBusy: boolean;
  onInstead: (index: number) => void;
}

/** Why a release does not leave, which cells say too much, and what could leave in its place. */
export function StoppedRelease({ stopped: { code, cells, versions }, isMine, isBusy, onInstead }: StoppedReleaseProps) {
  const { t, period } = useWords();
  const { lab } = useLab();
  const areas = useQuery({ ...areasOptions(lab.region.id), enabled: isMine && cells.length > 0 });
  const nameOf = (areaCode: string) => areas.data?.find((area) => area.code === areaCode)?.name ?? areaCode;
  const named = cells.slice(0, MOST_NAMED).map((cell) => `${nameOf(cell.areaCode)}, ${period(cell.period)}`);
  return (
    <Alert tone="error" title={t('release.stoppedTitle')}>
      <p className="utrecht-paragraph">{t(`release.stop.${code as 'ledger'}`)}</p>
      {isMine && named.length > 0 && (
        <p className="utrecht-paragraph">
          {t(code === 'ledger-gave-up' ? 'release.whereUnsure' : 'release.where')} {named.join('; ')}
          {cells.length > named.length && ` ${t('release.moreCells', { count: cells.length - named.length })}`}
        </p>
      )}
      {isMine && versions.length > 0 && (
        <>
          <p className="utrecht-paragraph">{t('release.instead')}</p>
          <div className="dl-actions">
            {versions.map(({ name, loss }, index) => (
              <Button key={name} isBusy={isBusy} onClick={() => onInstead(index)}>
                {t(`release.safe.${name as 'leave_out'}`)} ({t('release.loss', { share: Math.round(loss * 100) })})
              </Button>
            ))}
          </div>
        </>
      )}
    </Alert>
  );
}
