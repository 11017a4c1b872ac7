import type { Command } from '../command.js';
export const demo: Command = { name: 'demo', usage: '', summary: 'x', async run() { return 0; } };
