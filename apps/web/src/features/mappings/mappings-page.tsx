import { mappingSchema } from '@datalab/intake';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabDataset } from '../../gql/types.js';
import { Empty } from '../../ui/empty.js';
import { Page } from '../../ui/page.js';
import { useLab } from '../lab/lab-context.js';
import { CodesEditor } from './codes-editor.js';
import '../loads/loads.css';

/** How the own organisation's files are read: per dataset its vocabulary and what every code means. */
export function MappingsPage() {
  const { t } = useWords();
  const { lab, me } = useLab();
  const own = lab.datasets.filter(({ organisation }) => organisation.id === me.organisation.id);
  return (
    <Page title={t('mappings.title')} lead={t('mappings.lead')}>
      {own.length === 0 && <Empty title={t('mappings.emptyTitle')} text={t('mappings.emptyText')} />}
      {own.map((dataset) => (
        <DatasetMapping key={dataset.id} dataset={dataset} />
      ))}
    </Page>
  );
}

function DatasetMapping({ dataset }: { dataset: LabDataset }) {
  const { t } = useWords();
  const parsed = mappingSchema.safeParse(dataset.mapping);
  const heading = `mapping-${dataset.id}`;
  return (
    <section className="dl-section dl-stack dl-card" aria-labelledby={heading}>
      <h2 id={heading} className="utrecht-heading-2">
        {dataset.name}
      </h2>
      {!parsed.success && <p className="dl-quiet">{t('mappings.none')}</p>}
      {parsed.success && <CodesEditor dataset={dataset} mapping={parsed.data} />}
    </section>
  );
}
