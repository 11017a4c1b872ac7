import type { PlatformSession } from '@datalab/client';
import { optionsOf } from '../options.js';
import { ownDatasets } from '../partner/datasets.js';
import { EXIT, Stop } from '../partner/exit-codes.js';
import { partnerCommand } from '../partner/partner-command.js';
import { signInByDevice, signInProgram } from '../partner/sign-in.js';
import { keepTokens } from '../partner/tokens.js';

export const login = partnerCommand({
  name: 'login',
  usage: '[--platform url] [--client-credentials]',
  summary: 'Signs you in by a browser on any machine; a program by DATALAB_CLIENT_ID and DATALAB_CLIENT_SECRET.',
  async work(partner, args) {
    const { words, print, folder, environment, program } = partner;
    const { values } = optionsOf(args, {
      platform: { type: 'string' },
      'client-credentials': { type: 'boolean', default: false },
    });
    const platform = values.platform ?? environment['DATALAB_PLATFORM'] ?? environment['PUBLIC_URL'];
    if (platform === undefined || !URL.canParse(platform)) throw new Stop(EXIT.usage, words.noPlatform);
    if (values['client-credentials'] && program === undefined) throw new Stop(EXIT.usage, words.noSecret);
    const tokens = values['client-credentials']
      ? await signInProgram(platform, program!, words)
      : await signInByDevice(platform, words, print);
    await keepTokens(folder, tokens);
    const session: PlatformSession = await partner.session();
    const { me } = await ownDatasets(session);
    print(words.signedIn(me.name, me.organisation.name));
    return EXIT.ok;
  },
});
