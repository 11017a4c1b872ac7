import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

/**
 * Lints texts as if they stood in files of the repository, with the repository's own configuration.
 * Standard input: `[{path, text}]`. Standard output: for each the list of `{rule, message}`.
 */
const texts = JSON.parse(readFileSync(0, 'utf8'));
const eslint = new ESLint();
const found = [];
for (const { path, text } of texts) {
  const results = await eslint.lintText(text, { filePath: path });
  found.push(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ({ rule: ruleId, message }))));
}
console.log(JSON.stringify(found));
