import { invalidInput } from '@datalab/domain';
import { screenText } from '@datalab/intake';

/** Throws InvalidInput where a text that somebody typed tells of a person; names the field and the kind, never the text. */
export function checkOwnWords(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) {
    const kinds = screenText(text);
    if (kinds.length > 0)
      throw invalidInput('text.tells-of-a-person', `Leave out what tells of a person: ${kinds.join(', ')}.`, [
        { field },
      ]);
  }
}
