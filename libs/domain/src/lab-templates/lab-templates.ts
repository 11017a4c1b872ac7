import { confusedBehaviour } from './confused-behaviour.template.js';
import { earlySignals } from './early-signals.template.js';
import { filth } from './filth.template.js';
import { TEMPLATE_KEYS, type LabTemplate, type TemplateKey } from './lab-template.js';
import { neighbourNuisance } from './neighbour-nuisance.template.js';

/** The ready templates, in the order in which they are offered. */
export const LAB_TEMPLATES: readonly LabTemplate[] = [confusedBehaviour, neighbourNuisance, filth, earlySignals];

/** Whether this is the name of a template. */
export const isTemplateKey = (key: string): key is TemplateKey => (TEMPLATE_KEYS as readonly string[]).includes(key);
