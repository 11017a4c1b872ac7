import { either, inLab, LEADERS_ANYWHERE, ownInLab, PROGRAMS, type TypeRule } from '../rules.js';

const IN_LAB = inLab();
/** A program knows the lab that it delivers to, its participants and steps. */
const KNOWS_LAB = either(IN_LAB, PROGRAMS);
const names = (list: string): string[] => list.split(/\s+/);

/** The lab and who is in it: for its members, whatever they do there. */
export const LAB_TYPES: Readonly<Record<string, TypeRule>> = {
  Lab: {
    who: KNOWS_LAB,
    withIt: names(
      'id name goal question state stateSince isRehearsal contactEmail can datasets myRoles participants region steps keyCustody deadlines openMentions',
    ),
    fields: { picture: IN_LAB },
    neverFilled: {
      quorum: 'the labs of the matrix want everybody to consent',
      template: 'the labs of the matrix are made from none',
    },
  },
  LabAbilities: { who: KNOWS_LAB, withIt: names('upload seeMirror seePicture leadSteps consentSteps') },
  LabStep: {
    who: KNOWS_LAB,
    withIt: names('step state since round criteria consents consentsNeeded fellBack'),
    neverFilled: {
      reason: 'nothing was reopened in the matrix',
      reopenedAt: 'nothing was reopened in the matrix',
    },
  },
  Consent: {
    who: KNOWS_LAB,
    withIt: names('organisationId name'),
    neverFilled: {
      answer: 'nothing is in review in the matrix',
      at: 'nothing is in review in the matrix',
      reason: 'nothing is in review in the matrix',
    },
  },
  Criterion: { who: KNOWS_LAB, withIt: names('code met missing') },
  Missing: { who: KNOWS_LAB, withIt: names('organisationId name role since') },
  Participant: { who: KNOWS_LAB, withIt: names('organisation roles delivered lastDeliveryOn') },
  LabStepEvent: {
    who: IN_LAB,
    withIt: names('id step event round from to organisation reason criteria at'),
    fields: { person: ownInLab() },
  },
  CriterionThen: { who: IN_LAB, withIt: names('code met') },
  ReopenConsequences: { who: inLab('coordinator'), withIt: names('locked again lapsingConsents documented') },
  Documented: {
    who: inLab('coordinator'),
    withIt: [],
    neverFilled: {
      kind: 'nothing was signed or released in the matrix',
      count: 'nothing was signed or released in the matrix',
    },
  },
  // For who may begin a lab: names of the platform and ready texts.
  FoundingOptions: { who: LEADERS_ANYWHERE, withIt: names('regions organisations templates copies') },
  RegionChoice: { who: LEADERS_ANYWHERE, withIt: names('id name code') },
  LabTemplate: {
    who: LEADERS_ANYWHERE,
    withIt: names('key name goal question candidates partners attention shells lessons'),
  },
  TemplatePartner: { who: LEADERS_ANYWHERE, withIt: names('type brings') },
  ExampleShell: { who: LEADERS_ANYWHERE, withIt: names('title kind unit rows columns') },
  TwoLanguages: { who: LEADERS_ANYWHERE, withIt: names('nl en') },
  Lesson: {
    who: either(LEADERS_ANYWHERE, IN_LAB),
    withIt: [],
    neverFilled: {
      id: 'no lab of the matrix was closed',
      text: 'no lab of the matrix was closed',
    },
  },
  LabClosing: {
    who: IN_LAB,
    withIt: names('state since consents lessons'),
    neverFilled: { reason: 'no lab of the matrix is asked to close' },
  },
  // As its other levels: areas and their households are published.
  LivingAreas: { who: KNOWS_LAB, withIt: names('state least areas') },
  LivingArea: {
    who: KNOWS_LAB,
    withIt: [],
    neverFilled: Object.fromEntries(
      names('code name parentName areaNames households isLargeEnough').map((field) => [
        field,
        'data were delivered in the region of the matrix, so nothing is proposed there',
      ]),
    ),
  },
  LabSchedule: {
    who: IN_LAB,
    withIt: names('rhythm nextDue baselineMadeAt'),
  },
};
