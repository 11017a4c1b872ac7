import type { Command } from '../command.js';
import { runScript } from '../run-script.js';

export const verifyAccess: Command = {
  name: 'verify access',
  usage: '',
  summary:
    'Tries every query, mutation, event, upload and download as everybody, each wall alone, and what could leak.',
  run: () => runScript('verify-access.mjs'),
};
