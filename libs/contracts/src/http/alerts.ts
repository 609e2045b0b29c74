/** Alerts: what comes in, how it is answered, and how it is read back. */
import { z } from 'zod';
import { MSG_TYPES, SEVERITIES } from '#domain/alert/alert.js';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { alertShape } from '../alert/alert-shape.js';
import { marking } from '../events/event-parts.js';
import { storedAlert } from '../alert/stored-alert.js';
import { anyOf, idText, page, pageQuery } from './paging.js';
import { fieldProblem } from './problem-document.js';

/** OASIS CAP 1.2 as XML (registered with IANA). */
export const CAP_MEDIA_TYPE = 'application/cap+xml';
/** Of one alert as it is stored, whatever form it came in: room for 100,000 points of polygons. In bytes of JSON. */
export const MAX_ALERT_BYTES = 4 * 1024 * 1024;
/** In one JSON array. */
export const MAX_ALERTS = 1_000;
/** Bounds of one NDJSON request, so that its answer stays readable. Blank lines count. */
export const MAX_LINES = 100_000;
/** Of its body after decompression: a few kilobytes of gzip hold as many megabytes of blanks. */
export const MAX_LINES_BYTES = 256 * 1024 * 1024;
export const MAX_REJECTED_LINES = 1_000;
/** Told of one request. */
export const MAX_WARNINGS = 1_000;

export const submitQuery = z.strictObject({
  as: z.enum(['exercise']).optional().meta({ description: 'Take alerts of status Actual as exercise messages.' }),
  lenient: z
    .enum(['true', 'false'])
    .optional()
    .meta({
      description:
        'Of XML: convert CAP 1.1, and times with `Z` or fractions of a second, to what CAP 1.2 writes, with a warning for ' +
        'each change. Default: refuse them.',
    }),
});

const alertBatch = z.array(alertShape).min(1).max(MAX_ALERTS).meta({ id: 'AlertBatch' });
export const alertBody = z.union([alertShape, alertBatch]).meta({ id: 'AlertOrAlerts' });

const rejectedAlert = z
  .object({
    line: z.number().int().meta({ description: 'Counted from 1: the line of NDJSON, or the place in the array.' }),
    problems: z.array(fieldProblem),
  })
  .meta({ id: 'RejectedAlert' });

export const submitAnswer = z
  .object({
    accepted: z.array(z.string()).meta({ description: 'Ids of alerts that are now stored.' }),
    repeated: z.array(z.string()).meta({ description: 'Ids of alerts that were stored before.' }),
    rejected: z.array(rejectedAlert),
    warnings: z
      .array(fieldProblem)
      .optional()
      .meta({
        description: `Remarks about alerts that were taken, the first ${MAX_WARNINGS}. Of many alerts each has its \`line\`.`,
      }),
    moreWarnings: z.number().int().optional().meta({ description: 'How many remarks more there are.' }),
    stoppedAtLine: z
      .number()
      .int()
      .optional()
      .meta({ description: 'Present when reading ended early: this line and those after it were not looked at.' }),
  })
  .meta({ id: 'SubmittedAlerts' });

export type SubmitAnswer = z.infer<typeof submitAnswer>;
export type RejectedAlert = z.infer<typeof rejectedAlert>;

const ALERT_STATUSES = ['active', 'superseded', 'cancelled', 'recorded'] as const;

export const alertView = z
  .object({
    id: z.string(),
    audience: z.enum(RELEASE_CLASSES),
    incident: z.string(),
    status: z.enum(ALERT_STATUSES).meta({ description: '`recorded`: an Ack, Error or Cancel.' }),
    acceptedAt: z.number().int().meta({ description: 'Exercise time, ms.' }),
    alert: storedAlert,
    label: marking.optional().meta({ description: 'Absent: that of its class.' }),
  })
  .meta({ id: 'AlertView' });

export const alertPage = page('AlertPage', alertView);

const ALERT_SORTS = ['at', '-at', 'severity', '-severity', 'id', '-id'] as const;
export const alertQuery = z.strictObject({
  ...pageQuery,
  incident: idText.optional(),
  status: anyOf(ALERT_STATUSES),
  severity: anyOf(SEVERITIES),
  msgType: anyOf(MSG_TYPES),
  sender: idText.optional(),
  sort: z.enum(ALERT_SORTS).optional().meta({ description: 'Default: `-at`, latest first.' }),
});

/** The description of the route that takes alerts, in OpenAPI. */
export const SUBMIT_DESCRIPTION =
  'Answered once the alerts are durable. An alert of a side is identified by identifier, sender and sent: sent again, it ' +
  'is a repeat. A sender belongs to the first account whose message under it is accepted in the exercise: one of ' +
  'another account is refused by the rules (`NOT_YOUR_SENDER`, see the command). The good ones of many count; those refused are listed ' +
  'by line, from 1. An alert has at most 4 MiB as JSON (a line of NDJSON 256 KiB). Contents of resources (`derefUri`, up to ' +
  '8 MiB) beyond 200,000 characters of base64 are left out, with a warning.';
