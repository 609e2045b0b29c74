/**
 * What the rules leave to chance. Nothing is drawn here: a source says what was drawn, and the model holds it against what the unit's
 * behaviour and the link allow. What can only come out in one way is not asked of the source.
 */
import type { Behaviour, Distribution, Link, Progress } from '#domain/unit/unit.js';
import { nameOf, record, type Incident, type Question, type QuestionKey, type World } from './world.js';

/** Where draws come from. Times are exercise time, ms; undefined: the source knows of no such draw at that time. */
export interface Draws {
  /** What a simulated unit is going to answer. A unit that stays silent plans nothing. */
  answer(question: QuestionKey, at: number): PlannedAnswer | undefined;
  movements(unit: string, incident: string, at: number): Movements | undefined;
  isLost(sending: Sending, at: number): boolean | undefined;
  /** When a simulated unit is going to answer a request. */
  reply(message: string, unit: string, at: number): number | undefined;
}

export interface PlannedAnswer {
  readonly answer: 'acknowledge' | 'decline';
  readonly at: number;
}

export type Movements = Readonly<Record<Progress, number>>;

/** What goes over a degraded link. */
export type Sending =
  | { readonly kind: 'question' | 'answer'; readonly question: QuestionKey }
  | { readonly kind: 'news'; readonly unit: string; readonly incident: string };

/** What a simulated unit that is asked is going to answer, and after how long; undefined: it stays silent. */
export function drawAnswer(
  world: World,
  question: Question,
  behaviour: Behaviour,
): { readonly declines: boolean; readonly afterMs: number } | undefined {
  const { acknowledge, declineChance, silentChance } = behaviour;
  if (silentChance === 1) return undefined;
  const isCertain = silentChance === 0 && (declineChance === 0 || declineChance === 1);
  if (isCertain && acknowledge.kind === 'fixed') return { declines: declineChance === 1, afterMs: acknowledge.ms };
  const planned = world.draws.answer(question, world.now);
  const name = `${question.incident} ${nameOf(question)}`;
  if (!planned) {
    if (silentChance === 0) record(world, `${name}: the unit is never silent, and plans no answer`);
    return undefined;
  }
  const declines = planned.answer === 'decline';
  const chance = declines ? declineChance : 1 - declineChance - silentChance;
  if (chance <= 0) record(world, `${name}: the unit never gives the answer ${planned.answer}, and plans it`);
  const afterMs = planned.at - world.now;
  checkDuration(world, acknowledge, afterMs, `${name}: the unit plans its answer`);
  return { declines, afterMs };
}

interface Replying {
  readonly message: string;
  readonly unit: string;
  readonly time: Distribution;
  /** What the link adds, ms. */
  readonly late: number;
}

/** After how long a simulated unit answers a request for which nothing is prepared, ms. */
export function drawReply(world: World, { message, unit, time, late }: Replying): number {
  if (time.kind === 'fixed') return time.ms;
  const planned = world.draws.reply(message, unit, world.now);
  if (planned === undefined) {
    record(world, `${message} ${unit}: the unit plans no answer`);
    return Number.POSITIVE_INFINITY;
  }
  const afterMs = planned - world.now - late;
  checkDuration(world, time, afterMs, `${message} ${unit}: the unit plans its answer`);
  return afterMs;
}

const STAGES: readonly Progress[] = ['enRoute', 'onScene', 'clear'];

/** The stages that are still before a responder, and how long after now each comes. It goes on from where it stands. */
export function drawMovements(
  world: World,
  { unit, incident, behaviour, reached }: Moving,
): { readonly stage: Progress; readonly afterMs: number }[] {
  const ahead = STAGES.slice(reached ? STAGES.indexOf(reached) + 1 : 0);
  const isCertain = ahead.every((stage) => behaviour[stage].kind === 'fixed');
  const planned = isCertain ? undefined : world.draws.movements(unit, incident.id, world.now);
  if (!isCertain && !planned) record(world, `${incident.id} ${unit}: a responder plans no movements`);
  let afterMs = 0;
  return ahead.map((stage) => {
    const time = behaviour[stage];
    if (planned) {
      const took = planned[stage] - world.now - afterMs;
      checkDuration(world, time, took, `${incident.id} ${unit}: the unit plans to be ${stage}`);
      afterMs += took;
    } else {
      afterMs += time.kind === 'fixed' ? time.ms : Number.POSITIVE_INFINITY;
    }
    return { stage, afterMs };
  });
}

interface Moving {
  readonly unit: string;
  readonly incident: Incident;
  readonly behaviour: Behaviour;
  readonly reached: Progress | undefined;
}

/** Whether what is sent over a degraded link now is lost. */
export function isLost(world: World, { loss }: Extract<Link, { status: 'degraded' }>, sending: Sending): boolean {
  if (loss <= 0 || loss >= 1) return loss >= 1;
  const lost = world.draws.isLost(sending, world.now);
  if (lost !== undefined) return lost;
  const { kind } = sending;
  const what =
    kind === 'news'
      ? `${sending.incident} ${sending.unit}`
      : `${sending.question.incident} ${nameOf(sending.question)}`;
  record(world, `${what}: nothing says whether the ${kind} is lost on its way`);
  return true;
}

function checkDuration(world: World, time: Distribution, ms: number, what: string): void {
  const [least, most] = rangeOf(time);
  if (ms < least || ms > most) record(world, `${what} after ${ms} ms, which is not within ${least} to ${most} ms`);
}

/** Of the last, the median and the 95th percentile are given: any time is possible. */
function rangeOf(time: Distribution): readonly [least: number, most: number] {
  switch (time.kind) {
    case 'fixed':
      return [time.ms, time.ms];
    case 'uniform':
      return [Math.floor(time.minMs), Math.ceil(time.maxMs)];
    default:
      return [0, Number.POSITIVE_INFINITY];
  }
}
