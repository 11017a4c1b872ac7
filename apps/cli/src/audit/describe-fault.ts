import type { ChainFault } from '@datalab/features';

/** What is wrong, in words, with the number and the id that it concerns. */
export function describeFault(fault: ChainFault): string {
  switch (fault.kind) {
    case 'removed':
      return `event ${fault.eventId} (number ${fault.seq}) was removed`;
    case 'altered':
      return `event ${fault.eventId} (number ${fault.seq}) was altered`;
    case 'reordered':
      return `event ${fault.eventId} (number ${fault.seq}) was moved to another place`;
    case 'inserted':
      return `event ${fault.eventId} has no link and waits for none: it was put in, or robbed of its link`;
    case 'missing-link':
      return `link number ${fault.seq} was removed`;
    case 'cut-off':
      return `the chain ends before number ${fault.seq}, which the head of ${fault.day} has seen`;
    case 'rewritten':
      return `the chain was rewritten somewhere up to number ${fault.seq}: the head of ${fault.day} says otherwise`;
    case 'bad-signature':
      return `the head of ${fault.day} (number ${fault.seq}) was not signed by the key that it names`;
    case 'wrong-key':
      return `the head of ${fault.day} (number ${fault.seq}) was signed with another key than the one given`;
  }
}
