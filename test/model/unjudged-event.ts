/** From which event on the model does not follow a log: see `not-judged.ts`. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { LoggedEvent } from '#domain/kernel/event.js';

/** Asked about the events of one log, in order. */
export function unjudgedEvents({ injects = [] }: Pick<Scenario, 'injects'>): (event: LoggedEvent) => boolean {
  const waiting = new Set(injects.filter((inject) => isAboutKnowing(inject)).map(({ id }) => String(id)));
  const releasing = new Set(injects.filter(({ kind }) => kind === 'release').map(({ id }) => String(id)));
  return ({ type, data }) => {
    if (type === 'AlertAccepted') return 'released' in data;
    if (type === 'LabelChanged') return true;
    if (type === 'ReleaseDecided') return data.decision !== 'decline';
    if (type === 'InjectSkipped' && releasing.has(data.inject)) return true;
    return (type === 'InjectScheduled' || type === 'InjectFired') && waiting.has(data.inject);
  };
}

function isAboutKnowing({ when }: Inject): boolean {
  return when !== undefined && names(when);
}

function names(condition: InjectCondition): boolean {
  switch (condition.kind) {
    case 'knows':
      return true;
    case 'all':
    case 'any':
      return condition.of.some(names);
    case 'not':
      return names(condition.of);
    default:
      return false;
  }
}
