import { nl } from '../nl/index.js';
export const en = nl;
