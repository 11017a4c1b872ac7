/** The card of a lab's key, as a key service prints it, without where it answers. */
export interface HolderCardText {
  holderId: string;
  suite: string;
  context: string;
  publicKey: string;
  possession: string;
}

const FIELDS = ['holderId', 'suite', 'context', 'publicKey', 'possession'] as const;

/**
 * The card for this lab in what somebody pasted: one card, a list of cards, or what `apply` of a key service prints. Undefined where there is none
 * for this lab, or where it is not whole.
 */
export function findHolderCard(text: string, labId: string): HolderCardText | undefined {
  const card = cardsIn(parsed(text)).find((one) => one.labId === labId);
  if (card === undefined || FIELDS.some((field) => typeof card[field] !== 'string')) return undefined;
  return Object.fromEntries(FIELDS.map((field) => [field, card[field]])) as unknown as HolderCardText;
}

/** What the operator of a key service reads, agrees with and applies, so that it makes a share of the key for this lab. */
export const keyRequest = (labId: string, organisationIds: readonly string[], issuer: string, perDay: number): string =>
  JSON.stringify(
    {
      issuers: [],
      labs: [{ lab: labId, organisations: organisationIds.map((organisation) => ({ organisation, issuer, perDay })) }],
    },
    null,
    2,
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON holds no card: the form says so.
    return undefined;
  }
}

function cardsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(cardsIn);
  return 'cards' in value ? cardsIn(value.cards) : [value as Record<string, unknown>];
}
