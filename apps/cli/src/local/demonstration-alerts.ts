/** Alerts without end from a list of templates: a seeded order, fresh identifiers and times, now and then an Update or Cancel. */
import { z } from 'zod';
import { capTimeOf } from '#contracts/alert/cap-time.js';
import { SEVERITIES, type Severity } from '#domain/alert/alert.js';
import { randomFor, type Random } from '#domain/kernel/random.js';

/** What the feed must know of a template; the rest of the alert passes through as it is. */
const template = z.looseObject({
  sender: z.string(),
  msgType: z.literal('Alert'),
  info: z.array(z.looseObject({ severity: z.enum(SEVERITIES), responseType: z.array(z.string()).optional() })).min(1),
  exercise: z.looseObject({ site: z.string().optional() }),
});

export type AlertTemplate = z.infer<typeof template>;

export const alertTemplates = z.array(template).min(1);

/** An alert as it is posted. */
export type FreshAlert = AlertTemplate & {
  readonly identifier: string;
  readonly sent: string;
} & Record<string, unknown>;

/** One in so many alerts follows up on an earlier one; one in so many of those withdraws it. */
const FOLLOW_UP_CHANCE = 1 / 7;
const CANCEL_CHANCE = 1 / 3;
/** Only what was sent lately is followed up. */
const REMEMBERED = 6;

export class DemonstrationAlerts {
  private readonly random: Random;
  private queue: AlertTemplate[] = [];
  private recent: FreshAlert[] = [];
  private count = 0;

  /** @param seed the same seed gives the same order. @param run part of each identifier: unique for each run. */
  constructor(
    private readonly templates: readonly AlertTemplate[],
    seed: string,
    private readonly run: string,
  ) {
    this.random = randomFor(seed, 'demonstration', 'alerts');
  }

  /** @param now wall time, epoch ms. */
  next(now: number): FreshAlert {
    this.count += 1;
    const identity = { identifier: `DEMO-${this.run}-${this.count}`, sent: capTimeOf(now) };
    const followUp = this.random() < FOLLOW_UP_CHANCE ? this.takeRecent(identity.sent) : undefined;
    if (followUp !== undefined) {
      return this.random() < CANCEL_CHANCE ? cancelOf(followUp, identity) : updateOf(followUp, identity);
    }
    if (this.queue.length === 0) this.queue = shuffled(this.templates, this.random);
    const alert = { ...(this.queue.shift() ?? this.templates[0]), ...identity } as FreshAlert;
    if (!isAllClear(alert)) this.recent = [...this.recent, alert].slice(-REMEMBERED);
    return alert;
  }

  /** One that is older than `sent`: a message may not refer to a later one. It is followed up once. */
  private takeRecent(sent: string): FreshAlert | undefined {
    const older = this.recent.filter((alert) => alert.sent < sent);
    const chosen = older[Math.floor(this.random() * older.length)];
    this.recent = this.recent.filter((alert) => alert !== chosen);
    return chosen;
  }
}

type Identity = Pick<FreshAlert, 'identifier' | 'sent'>;

function referenceTo({ sender, identifier, sent }: FreshAlert): Record<string, unknown> {
  return { references: [{ sender, identifier, sent }] };
}

function cancelOf(alert: FreshAlert, identity: Identity): FreshAlert {
  return {
    ...alert,
    ...identity,
    ...referenceTo(alert),
    msgType: 'Cancel',
    note: 'Withdrawn: it was a mistake.',
  } as unknown as FreshAlert;
}

/** Things turned out worse by one grade. */
function updateOf(alert: FreshAlert, identity: Identity): FreshAlert {
  const info = alert.info.map((block) => ({ ...block, severity: graver(block.severity) }));
  return {
    ...alert,
    ...identity,
    ...referenceTo(alert),
    msgType: 'Update',
    note: 'It is worse than first reported.',
    info,
  } as unknown as FreshAlert;
}

/** CAP lists the gravest first. */
function graver(severity: Severity): Severity {
  return SEVERITIES[Math.max(0, SEVERITIES.indexOf(severity) - 1)] ?? severity;
}

function isAllClear({ info }: AlertTemplate): boolean {
  return info.some((block) => block.responseType?.includes('AllClear') === true);
}

/** In a drawn order, but an all-clear stays behind what it clears: it stands right after it in the list. */
function shuffled(templates: readonly AlertTemplate[], random: Random): AlertTemplate[] {
  const stories: AlertTemplate[][] = [];
  for (const one of templates) {
    const last = stories.at(-1);
    if (last !== undefined && isAllClear(one) && last[0]?.exercise.site === one.exercise.site) last.push(one);
    else stories.push([one]);
  }
  for (let index = stories.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const story = stories[index];
    stories[index] = stories[other] ?? [];
    stories[other] = story ?? [];
  }
  return stories.flat();
}
