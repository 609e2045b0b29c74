/** The after-action report of an exercise that has ended. */
import { z } from 'zod';

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
  format: z.enum(REPORT_FORMATS).optional().meta({ description: 'Absent: what `Accept` asks for, else JSON.' }),
});
