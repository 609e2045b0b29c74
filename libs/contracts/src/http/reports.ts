/** The after-action report of an exercise that has started; before ENDEX it is an interim one. */
import { z } from 'zod';
import { LANGUAGES } from '../language/languages.js';

export const REPORT_FORMATS = ['html', 'md', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
};

/** A report of more events would be read by nobody, and cost every other request of its process. */
export const REPORT_MAX_EVENTS = 100_000;

export const reportQuery = z.strictObject({
  lang: z.enum(LANGUAGES).optional().meta({ description: 'Of the texts that the product wrote. Absent: English.' }),
  appendix: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`false`: without the list of events that the report rests on. Absent: with it.' }),
  format: z.enum(REPORT_FORMATS).optional().meta({ description: 'Absent: what `Accept` asks for, else JSON.' }),
});
