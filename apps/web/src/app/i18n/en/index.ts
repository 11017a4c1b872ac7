import { analyses } from './analyses.js';
import type { Translation } from '../translation.js';
import { app, category, failure, organisationType, role } from './app.js';
import { agreement, values } from './agreement.js';
import { audit } from './audit.js';
import { cards, deletions, mappings, quality } from './governance.js';
import { custody } from './custody.js';
import { facts } from './facts.js';
import { forecasts } from './forecasts.js';
import { criteria, lab, steps } from './lab.js';
import { load, loads } from './loads.js';
import { account, administration, invitation, people } from './people.js';
import { against, area, legend, picture, table, trend, why } from './picture.js';
import { landing, start } from './start.js';
import { labs } from './labs.js';
import { process } from './process.js';
import { monday, regie } from './regie.js';
import { pictures } from './pictures.js';
import { session, solutions } from './solutions.js';
import { question } from './question.js';
import { release } from './release.js';
import { rhythm } from './rhythm.js';
import { squares } from './squares.js';
import { baseline, measureTrend } from './baseline.js';
import { activity, deed, mail, participants, together } from './together.js';
import { upload } from './upload.js';
import { wayBack } from './way-back.js';

export const en: Translation = {
  analyses,
  account,
  audit,
  agreement,
  values,
  administration,
  invitation,
  people,
  app,
  failure,
  role,
  organisationType,
  category,
  landing,
  start,
  lab,
  steps,
  criteria,
  quality,
  cards,
  mappings,
  deletions,
  custody,
  facts,
  forecasts,
  loads,
  load,
  picture,
  against,
  why,
  legend,
  area,
  trend,
  table,
  labs,
  process,
  question,
  upload,
  release,
  rhythm,
  monday,
  regie,
  pictures,
  session,
  solutions,
  together,
  activity,
  deed,
  squares,
  baseline,
  measureTrend,
  mail,
  participants,
  wayBack,
};
