/** Words and phrases that several sentences have in common. */
import type { StepReason } from '#domain/escalation/escalation-events.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Unreached } from '#domain/policy/resolve-targets.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import type { Action, Progress } from '#domain/unit/unit.js';
import { side, unit, type Part } from './sentence.js';

export const STEP_REASONS: Readonly<Record<StepReason, string>> = {
  start: 'first call',
  timeout: 'not enough answers in time',
  impossible: 'the previous step can no longer be met',
  skipped: 'the previous step reached nobody',
  manual: 'started by hand',
  lapsed: 'an acknowledgement lapsed',
  repeat: 'the chain starts over',
  raised: 'the incident got graver',
};

export const WILL: Readonly<Record<Action, string>> = {
  respond: 'will respond',
  secure: 'will secure',
  advise: 'will advise',
  inform: 'is informed',
  consular: 'will give consular help',
};

export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  enRoute: 'en route',
  onScene: 'on scene',
  clear: 'clear',
};

/** A unit that was not reached is not called silent. An answer that was given may still be under way. */
export function expiredText(delivered: boolean | undefined): string {
  return delivered === false ? ' was not reached in time' : ': no answer arrived in time';
}

/** Ids are counted per class: `PAK-0003` is an incident that only PAK may know of. */
export function mayKnow(incident: string, of: Side): boolean {
  return !SIDES.some((owner) => owner !== of && incident.startsWith(`${owner}-`));
}

/** Whom a step would have asked, and why that was nobody. */
export function unreachedParts(unreached: readonly Unreached[]): Part[] {
  if (unreached.length === 0) return [];
  const listed = unreached.flatMap(({ target, reason }, index): Part[] => [
    index === 0 ? '' : ', ',
    unit(target),
    ` ${reason.replaceAll('-', ' ')}`,
  ]);
  return [' (', ...listed, ')'];
}

/** @param speed exercise time per wall time */
export function speedText(speed: number): string {
  return speed === 1 ? 'as fast as the wall clock' : `${speed} times as fast as the wall clock`;
}

/** Whoever did it, by role and side: names of accounts are for the log. */
export function actorParts(actor: Actor): Part[] {
  if (actor.kind === 'engine') return ['the engine'];
  if (actor.kind === 'unit') return [unit(actor.id)];
  return [withArticle(actor.role), ...(actor.side ? [' of ', side(actor.side)] : [])];
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
