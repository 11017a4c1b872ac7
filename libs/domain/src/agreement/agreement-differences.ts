import type { AgreementDocument } from './agreement-document.js';
import { agreementText } from './agreement-text.js';
import type { Clause } from './clause.js';

/** What one article no longer says and what it says now, in the words of the text. */
export interface ClauseDifference {
  readonly clause: Clause;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * What changes from one document to another, article by article, in order; none where they say the same. A paragraph that only moved within
 * its article is a change too: in a list of purposes it is not, but a reader who signs decides that, not we.
 */
export function differencesOf(from: AgreementDocument, to: AgreementDocument): ClauseDifference[] {
  const before = agreementText(from);
  const after = agreementText(to);
  return before.flatMap(({ clause, paragraphs }, index) => {
    const now = after[index]!.paragraphs;
    if (paragraphs.length === now.length && paragraphs.every((paragraph, place) => paragraph === now[place])) return [];
    const removed = paragraphs.filter((paragraph) => !now.includes(paragraph));
    const added = now.filter((paragraph) => !paragraphs.includes(paragraph));
    const isMoved = removed.length === 0 && added.length === 0;
    return [{ clause, removed: isMoved ? paragraphs : removed, added: isMoved ? now : added }];
  });
}
