/** English, in which the terminal and the report speak. */
import en from './en.json' with { type: 'json' };
import type { Catalogue } from './catalogue.js';
import { sayIn } from './say.js';

const ENGLISH: Catalogue = en;

export const inEnglish = sayIn('en', ENGLISH);
