import { optionsOf } from '../options.js';
import { ownDatasets } from '../partner/datasets.js';
import { EXIT } from '../partner/exit-codes.js';
import { partnerCommand } from '../partner/partner-command.js';

export const status = partnerCommand({
  name: 'status',
  usage: '',
  summary: 'Lists the datasets of your organisation with what became of the last load; 1 when one was refused.',
  async work(partner, args) {
    const { words, print } = partner;
    optionsOf(args, {});
    const { datasets } = await ownDatasets(await partner.session());
    if (datasets.length === 0) print(words.noDatasets);
    for (const { id, name, kind, labName, latestLoad: load } of datasets) {
      const last =
        load === null
          ? words.never
          : `${words.state[load.state] ?? load.state}, ${load.rowsProcessed}, ${load.createdAt.slice(0, 10)}`;
      print(`${id}  ${labName} / ${name} (${kind}): ${last}`);
    }
    return datasets.some(({ latestLoad }) => latestLoad?.state === 'refused') ? EXIT.refused : EXIT.ok;
  },
});
