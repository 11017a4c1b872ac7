import { readFileSync, writeFileSync } from 'node:fs';
import { stateDiagram, STATE_MACHINES, type StateMachine } from '@datalab/domain';
import { expect, it } from '@jest/globals';

const DOCUMENT = new URL('../../../../docs/states.md', import.meta.url);

const HEAD = `# States

Made from the transition tables in \`libs/domain\` (\`STATE_MACHINES\`); a test fails when they differ. After a change:
\`UPDATE_STATES=1 npm test -- unit -- states-document\`. Who may do what to a step stands in
[ADR 0040](adr/0040-consent-and-quorum.md).
`;

const section = (machine: StateMachine): string =>
  `\n## A ${machine.noun}\n\n\`\`\`mermaid\n${stateDiagram(machine)}\n\`\`\`\n`;

const text = HEAD + STATE_MACHINES.map(section).join('');
if (process.env.UPDATE_STATES === '1') writeFileSync(DOCUMENT, text);

it('the diagrams of the states in the documents are those of the transition tables', () => {
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(text);
});
