/** What of the Compose Specification our file uses, and no more: an unknown or misspelt key is an error. */
import { z } from 'zod';

const condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);
const duration = z.string().regex(/^(\d+(ms|s|m|h))+$/);
const environment = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string());

const service = z.strictObject({
  image: z.string(),
  build: z
    .strictObject({ context: z.string(), target: z.string(), args: z.record(z.string(), z.string()).optional() })
    .optional(),
  user: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: environment.optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.strictObject({ condition })).optional(),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
      interval: duration,
      timeout: duration,
      retries: z.int().positive(),
    })
    .optional(),
  deploy: z.strictObject({ replicas: z.int().positive() }).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  pids_limit: z.int().positive().optional(),
  mem_limit: z
    .string()
    .regex(/^\d+(m|g)$/)
    .optional(),
  logging: z.strictObject({ driver: z.literal('json-file'), options: z.record(z.string(), z.string()) }).optional(),
  secrets: z.array(z.string()).optional(),
  shm_size: z
    .string()
    .regex(/^\d+(kb|mb|gb)$/)
    .optional(),
  stop_grace_period: duration.optional(),
  ulimits: z.record(z.string(), z.strictObject({ soft: z.int(), hard: z.int() })).optional(),
});

export const composeFile = z
  .object({
    name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
    volumes: z.record(z.string(), z.strictObject({})),
    secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
  })
  .catchall(z.unknown());

/** What a second file adds to the first. */
export const composeOverride = z.strictObject({
  services: z.record(z.string(), service.partial()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

export type ComposeFile = z.infer<typeof composeFile>;
export type ComposeService = z.infer<typeof service>;

/** A variable that the file takes from the environment. */
export interface Interpolation {
  readonly name: string;
  /** `required`: Compose refuses to start without it. */
  readonly kind: 'required' | 'default' | 'plain';
}

const VARIABLE = /\$\{(\w+)(?:(:[?-])([^}]*))?\}/g;

export function interpolations(text: string): Interpolation[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '', operator]) => ({
    name,
    kind: operator === ':?' ? 'required' : operator === ':-' ? 'default' : 'plain',
  }));
}

/** The text as Compose sees it, its variables set from `values`, else from their defaults. */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(VARIABLE, (_, name: string, operator?: string, rest?: string) => {
    const value = values[name] ?? (operator === ':-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  });
}
