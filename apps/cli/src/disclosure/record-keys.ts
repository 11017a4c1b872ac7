import { createHmac } from 'node:crypto';

/** Stands for the platform's secret: the attacks must fail whatever it is, and a run must be repeatable. */
const SECRET = 'the secret of the attack suite';

/** The 32-bit key of a report, as the worker draws it from organisation and record hash (rule 6). */
export const recordKeyOf = (source: string, record: string): number =>
  createHmac('sha256', SECRET).update(`${source} ${record}`).digest().readUInt32BE();
