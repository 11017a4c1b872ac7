/** Why data are processed here, in a closed list: what a processing register names. */
export const PURPOSES = [
  'delivery',
  'factual-picture',
  'release',
  'analysis',
  'lab',
  'oversight',
  'administration',
  'upkeep',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const BY_SUBJECT: Readonly<Record<string, Purpose>> = {
  load: 'delivery',
  mapping: 'delivery',
  dataset: 'delivery',
  upload: 'delivery',
  submission: 'delivery',
  quality: 'delivery',
  difference: 'delivery',
  card: 'delivery',
  intake: 'delivery',
  picture: 'factual-picture',
  mirror: 'factual-picture',
  fact: 'factual-picture',
  inventory: 'factual-picture',
  'deeper-question': 'factual-picture',
  run: 'analysis',
  forecast: 'analysis',
  release: 'release',
  note: 'release',
  step: 'lab',
  lab: 'lab',
  question: 'lab',
  goal: 'lab',
  checklist: 'lab',
  board: 'lab',
  consultation: 'lab',
  shell: 'lab',
  agreement: 'lab',
  value: 'lab',
  risk: 'lab',
  audit: 'oversight',
  // What was refused or failed served nothing: it is kept to look into.
  attempt: 'oversight',
  deletion: 'upkeep',
  retention: 'upkeep',
};

/** The purpose that an action serves, from the subject that it begins with; what is about people and the installation is administration. */
export const purposeOf = (action: string): Purpose => BY_SUBJECT[action.split('.')[0]!] ?? 'administration';
