import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command.js';
import { UsageError } from '../env.js';
import { makePanels } from '../forecast/make-panels.js';

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const panel: Command = {
  name: 'panel',
  usage: '<source folder> [--out panels]',
  summary: 'Makes panel files (area, period, count) from the folder of the Breda or Avon data.',
  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string', default: 'panels' } },
    });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new UsageError('Name one folder.');
    const panels = await makePanels(folder);
    await mkdir(values.out, { recursive: true });
    for (const { name, lines } of panels) {
      const rows = lines.map(({ area, period, count }) => `${quoted(area)},${period},${count}`);
      await writeFile(join(values.out, name), ['area,period,count', ...rows, ''].join('\n'));
      const areas = new Set(lines.map(({ area }) => area)).size;
      const periods = new Set(lines.map(({ period }) => period)).size;
      const total = lines.reduce((sum, { count }) => sum + count, 0);
      print(`${join(values.out, name)}  ${areas} area(s) × ${periods} periods, ${total} counted`);
    }
    return 0;
  },
};
