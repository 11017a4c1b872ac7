export const upload = {
  title: 'Meldingen aanleveren',
} as const;
