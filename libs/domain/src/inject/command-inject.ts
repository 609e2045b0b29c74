/** What trainers do with injects: fire, skip, delay, improvise. Their word counts for more than the script's. */
import type { InjectId } from '../kernel/ids.js';
import { checkAlert } from '../intake/check-alert.js';
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft } from '../kernel/event.js';
import type { ScriptWorld } from './script-state.js';
import { timerKey } from '../kernel/timers.js';
import { after, formatExerciseTime, type ExerciseTime } from '../kernel/exercise-time.js';
import { firing } from './decide-inject.js';
import type { ImprovisedInject, PlannedInject } from './inject.js';
import { injectOf } from './lookup-inject.js';
import type { InjectState } from './script.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

/**
 * At once, be it waiting, planned for later or skipped; one that repeats goes on repeating from now.
 * @throws DomainError UNKNOWN_INJECT, INJECT_ALREADY_FIRED, and what the rules say to its alert
 */
export function fireNow(state: ScriptWorld, { data, actor }: Of<'FireInject'>): Draft[] {
  const { fired } = unfired(state, data.inject);
  return firing(state, injectOf(state, data.inject), fired + 1, actor);
}

/** With all its repeats to come. @throws DomainError UNKNOWN_INJECT, INJECT_ALREADY_FIRED, INJECT_ALREADY_SKIPPED */
export function skipInject(state: ScriptWorld, { data: { inject, reason }, actor }: Of<'SkipInject'>): Draft[] {
  if (unfired(state, inject).status === 'skipped') {
    throw new DomainError(
      'INJECT_ALREADY_SKIPPED',
      `inject "${inject}" is skipped already; fire or delay it to have it`,
    );
  }
  return [draft('InjectSkipped', 'CONTROL', { inject, reason: 'by-command', message: reason }, actor)];
}

/**
 * To any time to come, also an earlier one or beyond the last time that the script names. What was skipped is planned
 * again; what waited for a condition waits for its time instead.
 * @throws DomainError UNKNOWN_INJECT, INJECT_ALREADY_FIRED, INJECT_NOT_SCHEDULED, TIME_HAS_PASSED
 */
export function delayInject(state: ScriptWorld, { data, actor }: Of<'DelayInject'>): Draft[] {
  const { inject } = data;
  unfired(state, inject);
  const due = data.to ?? after(dueOf(state, inject), data.byMs);
  mustBeToCome(state, due, `inject "${inject}"`);
  return [draft('InjectDelayed', 'CONTROL', { inject, due }, actor)];
}

/**
 * Without a time it fires at once, like any other inject.
 * @throws DomainError DUPLICATE_INJECT, TIME_HAS_PASSED, UNKNOWN_UNIT, UNKNOWN_SITE, and what the rules say to its alert
 */
export function improviseInject(state: ScriptWorld, { data: { inject }, actor }: Of<'ImproviseInject'>): Draft[] {
  if (Object.hasOwn(state.script.injects, inject.id)) {
    throw new DomainError('DUPLICATE_INJECT', `there is an inject "${inject.id}" already; give it another id`);
  }
  mustNameKnown(state, inject);
  const planned: PlannedInject = { ...inject, at: inject.at ?? state.time };
  mustBeToCome(state, planned.at, `inject "${inject.id}"`);
  const improvised = draft('InjectImprovised', 'CONTROL', { inject: planned }, actor);
  return inject.at === undefined ? [improvised, ...firing(state, planned, 1, actor)] : [improvised];
}

function mustNameKnown(state: ScriptWorld, inject: ImprovisedInject): void {
  if (inject.kind === 'alert') {
    for (const { alert } of inject.messages) checkAlert(state.scenario, alert, { kind: 'engine' });
  }
  const unit = inject.kind === 'duty' || inject.kind === 'link' ? inject.unit : undefined;
  if (unit === undefined || Object.hasOwn(state.units, unit)) return;
  throw new DomainError('UNKNOWN_UNIT', `there is no unit "${unit}" in the scenario`);
}

/** It has not fired, or is to fire again. */
function unfired(state: ScriptWorld, id: InjectId): InjectState {
  const standing = Object.hasOwn(state.script.injects, id) ? state.script.injects[id] : undefined;
  if (!standing) throw new DomainError('UNKNOWN_INJECT', `there is no inject "${id}" in this exercise`);
  if (standing.status !== 'fired') return standing;
  throw new DomainError('INJECT_ALREADY_FIRED', `inject "${id}" has fired; improvise one to have it again`);
}

function dueOf(state: ScriptWorld, id: InjectId): ExerciseTime {
  const timer = state.timers.byKey[timerKey({ kind: 'inject', inject: id })];
  if (timer) return timer.due;
  const message = `inject "${id}" has no time now that could be put off; say to which time`;
  throw new DomainError('INJECT_NOT_SCHEDULED', message);
}

function mustBeToCome(state: ScriptWorld, due: ExerciseTime, what: string): void {
  if (due >= state.time) return;
  const message = `${what} cannot come at ${formatExerciseTime(due)}: the clock shows ${formatExerciseTime(state.time)} already`;
  throw new DomainError('TIME_HAS_PASSED', message);
}
