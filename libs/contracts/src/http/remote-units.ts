/** Remote units: the endpoint of the program that plays a unit, the deliveries to it, and its answers. */
import { z } from 'zod';
import { UNIT_MODES } from '#domain/unit/unit.js';
import { anyOf, idText, page, pageQuery } from './paging.js';

/** Where each message to the endpoint stands. `dropped`: it is not delivered any more, for the reason given. */
const DELIVERY_STATUSES = ['pending', 'delivered', 'dropped'] as const;
export const DELIVERY_KINDS = ['notification', 'reminder', 'withdrawal', 'news'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** Why a message is not delivered any more. */
export const DROP_REASONS = [
  'acknowledged',
  'declined',
  'expired',
  'withdrawn',
  'exercise-ended',
  'reminded',
  'unit-not-remote',
  'endpoint-removed',
  'not-visible',
  'too-many-attempts',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** How an attempt failed. */
export const DELIVERY_ERRORS = [
  'ADDRESS_NOT_ALLOWED',
  'NAME_NOT_FOUND',
  'CONNECTION_REFUSED',
  'CONNECTION_LOST',
  'TLS_FAILED',
  'TIMEOUT',
  'REDIRECT_REFUSED',
  'STATUS_NOT_OK',
] as const;
export type DeliveryError = (typeof DELIVERY_ERRORS)[number];

const CIRCUIT_STATES = ['closed', 'open', 'half-open'] as const;

/** An address that can be asked over HTTP, without a name and a password in it. */
const endpointUrl = z
  .string()
  .max(2000)
  .refine((text) => isEndpointUrl(text), {
    params: {
      code: 'FORMAT',
      right: 'an address such as https://unit.example.org/tandem, without a user and a fragment',
    },
  });

function isEndpointUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '' && hostname !== '';
}

export const endpointBody = z
  .strictObject({
    url: endpointUrl.meta({ description: 'Where messages are posted.' }),
    enabled: z.boolean().optional().meta({ description: 'Default: true. While it is false, nothing is delivered.' }),
    newSecret: z
      .boolean()
      .optional()
      .meta({ description: 'Make a new secret; the old one is refused from then on. Default: false.' }),
  })
  .meta({ id: 'SetEndpoint' });

const time = z.string().meta({ format: 'date-time' });

export const endpointView = z
  .object({
    unit: z.string(),
    url: z.string(),
    enabled: z.boolean(),
    mode: z.enum(UNIT_MODES).meta({ description: 'Messages are delivered while the unit is remote.' }),
    setBy: z.string().meta({ description: 'The account that set the endpoint last.' }),
    setAt: time,
    circuit: z
      .object({
        state: z.enum(CIRCUIT_STATES),
        failures: z.number().int().meta({ description: 'Attempts that failed since the last that succeeded.' }),
        openUntil: time.optional().meta({ description: 'While it is open: nothing is attempted before.' }),
      })
      .meta({ id: 'Circuit', description: 'The circuit breaker of the endpoint.' }),
    pending: z.number().int().meta({ description: 'Messages that wait to be delivered.' }),
    lastSuccessAt: time.optional(),
    lastFailureAt: time.optional(),
    lastError: z.enum(DELIVERY_ERRORS).optional(),
    secret: z.string().optional().meta({
      description: 'Shown once: when the endpoint is set for the first time, and when a new secret is made.',
    }),
  })
  .meta({ id: 'Endpoint', description: 'The endpoint of the program that plays a remote unit.' });
export type EndpointView = z.infer<typeof endpointView>;

export const endpointList = z.object({ items: z.array(endpointView) }).meta({ id: 'Endpoints' });

export const deliveryView = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` of the request; the same for each attempt.' }),
    unit: z.string(),
    kind: z.enum(DELIVERY_KINDS),
    subject: z.string().meta({ description: 'Id of the notification or of the update.' }),
    at: z.number().int().meta({ description: 'Exercise time at which it reached the unit, ms.' }),
    createdAt: time,
    status: z.enum(DELIVERY_STATUSES),
    reason: z.enum(DROP_REASONS).optional(),
    nextAttemptAt: time.optional(),
    deliveredAt: time.optional(),
    attempts: z
      .array(
        z.object({
          number: z.number().int(),
          at: time,
          latencyMs: z.number().int(),
          status: z.number().int().optional().meta({ description: 'HTTP status of the answer, if one came.' }),
          error: z.enum(DELIVERY_ERRORS).optional().meta({ description: 'Absent: it was delivered.' }),
        }),
      )
      .meta({ description: 'The latest 20, in their order.' }),
    attemptCount: z.number().int(),
  })
  .meta({ id: 'Delivery', description: 'A message to the endpoint of a remote unit, and what came of it.' });
export type DeliveryView = z.infer<typeof deliveryView>;

export const deliveryPage = page('DeliveryPage', deliveryView);

export const deliveryQuery = z.strictObject({
  ...pageQuery,
  unit: idText.optional(),
  status: anyOf(DELIVERY_STATUSES),
});

export const unitAnswer = z
  .object({
    message: z.string().meta({ description: 'Id under which the answer is stored.' }),
    status: z.enum(['applied', 'pending']).meta({
      description: '`pending`: stored, and not applied yet. Send it again to hear of its outcome.',
    }),
    answered: z.array(z.string()).meta({ description: 'Ids of the notifications that it answers.' }),
  })
  .meta({ id: 'UnitAnswer' });
