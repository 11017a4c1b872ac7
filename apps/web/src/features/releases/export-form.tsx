import { PURPOSE_WORDS, PURPOSES, type Purpose } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { LinkButton } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import type { ShownRelease } from './releases-query.js';

/** Takes a released result along, for a purpose that is written down; there is none against a person, a household or an address. */
export function ExportForm({ release: { id, design } }: { release: ShownRelease }) {
  const { t, language } = useWords();
  const [purpose, setPurpose] = useState<Purpose>('understand_nuisance');
  const separator = language === 'nl' ? 'semicolon' : 'comma';
  const formats = design === null ? ['csv', 'json', 'html'] : ['csv', 'geojson', 'svg', 'json', 'html'];
  return (
    <div className="dl-stack">
      <SelectField
        label={t('release.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value as Purpose)}
      >
        {PURPOSES.map((one) => (
          <option key={one} value={one}>
            {PURPOSE_WORDS[one][language === 'en' ? 'en' : 'nl']}
          </option>
        ))}
      </SelectField>
      <div className="dl-actions">
        {formats.map((format) => (
          <LinkButton
            key={format}
            href={`/v1/releases/${id}/export/${format}?purpose=${purpose}&lang=${language}&separator=${separator}`}
            target={format === 'svg' || format === 'html' ? '_blank' : undefined}
          >
            {t(`release.format.${format as 'csv'}`)}
          </LinkButton>
        ))}
      </div>
    </div>
  );
}
