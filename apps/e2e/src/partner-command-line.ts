import { spawn } from 'node:child_process';
import { confirmDeviceWithPassword } from '@datalab/client';
import { accountOf, baseUrl } from './platform-under-test.js';

/** What a command said, on both streams, and how it ended. */
export interface Said {
  code: number | null;
  text: string;
}

/** A partner's own computer: `datalab` in Dutch with a configuration folder of its own, of which every line is heard while it runs. */
export class PartnerCommandLine {
  constructor(private readonly folder: string) {}

  run(args: string[], options: { onLine?: (line: string) => void; env?: Record<string, string> } = {}): Promise<Said> {
    const env = { ...process.env, LANG: 'nl_NL.UTF-8', DATALAB_CONFIG_DIR: this.folder, ...options.env };
    const child = spawn(process.execPath, ['infra/dev/datalab.mjs', ...args], {
      cwd: new URL('../../../', import.meta.url),
      env: { ...env, LC_ALL: '' },
    });
    let text = '';
    const hear = (data: Buffer): void => {
      text += data.toString();
      text.split('\n').forEach((line) => options.onLine?.(line));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
  }

  /** `datalab login`, confirmed by this person in a browser elsewhere. */
  async signIn(subject: string): Promise<Said> {
    const { email, password } = await accountOf(subject);
    let confirmed: Promise<void> | undefined;
    const said = await this.run(['login', '--platform', baseUrl()], {
      onLine: (line) => {
        const page = /(https?:\/\/\S+user_code\S+)/.exec(line)?.[1];
        if (page !== undefined) confirmed ??= confirmDeviceWithPassword(page, email, password);
      },
    });
    await confirmed;
    return said;
  }
}
