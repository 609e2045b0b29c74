/** Warnings about a command that plans for a time after the end of the exercise, which is not an error. */
import type { Command } from '#domain/kernel/command.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import type { FieldProblem } from '../problem.js';
import { formatExerciseTime } from '../scenario/duration.js';

/** Whether `beyondEnd` can have anything to say of it. */
export function plansAhead({ type }: Command): boolean {
  return type === 'RunTo' || type === 'DelayInject' || type === 'ImproviseInject';
}

/** @param events what came of the command. ENDEX comes before what is due with it. */
export function beyondEnd(
  command: Command,
  events: readonly Pick<DomainEvent, 'type' | 'data'>[],
  durationMs: number,
): FieldProblem[] {
  return (events as readonly DomainEvent[]).flatMap((event): FieldProblem[] => {
    const end = formatExerciseTime(durationMs);
    switch (event.type) {
      case 'RunToSet': {
        const { to } = event.data;
        if (to === null || to < durationMs) return [];
        return remark('to', `The clock will not stop at ${formatExerciseTime(to)}: the exercise ends at ${end}.`);
      }
      case 'InjectDelayed': {
        const { inject, due } = event.data;
        const path = command.type === 'DelayInject' && command.data.to === undefined ? 'byMs' : 'to';
        return due < durationMs ? [] : remark(path, lateInject(inject, due, end));
      }
      case 'InjectImprovised': {
        const { id, at } = event.data.inject;
        return at < durationMs ? [] : remark('at', lateInject(id, at, end));
      }
      default:
        return [];
    }
  });
}

function lateInject(inject: string, due: number, end: string): string {
  return `${inject} will not come at ${formatExerciseTime(due)}: the exercise ends at ${end}.`;
}

function remark(path: string, message: string): FieldProblem[] {
  return [{ code: 'WAIT_BEYOND_EXERCISE', path, message, level: 'warning' }];
}
