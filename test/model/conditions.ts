/** What an inject waits for. An incident is named by the inject whose alert opened or joined it. */
import type { InjectCondition } from '#domain/inject/inject.js';
import { acknowledgedSides } from './requirements.js';
import { incidentOf, isUnderWay, type Message, type World } from './world.js';

type Silence = Extract<InjectCondition, { kind: 'unacknowledged' }>;

export function holds(world: World, condition: InjectCondition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(world, part));
    case 'any':
      return condition.of.some((part) => holds(world, part));
    case 'not':
      return !holds(world, condition.of);
    case 'knows':
      return knows(world, condition);
    case 'fired':
      return world.script.some(({ inject, fired }) => inject.id === condition.inject && fired > 0);
    case 'declined':
      return hasDeclined(world, condition);
    case 'escalated': {
      const message = messageOf(world, condition.incident);
      const steps = world.escalations.filter((one) => one.incident === message?.incident && isAfter(one, message));
      return message !== undefined && steps.length >= condition.level;
    }
    case 'resolved':
      return hasBeenResolved(world, condition.incident);
    case 'unacknowledged': {
      const since = silentSince(world, condition);
      if (since === undefined) return false;
      const until = since + condition.forMs;
      return until < world.now || until === world.silenceSeen;
    }
    default:
      return condition satisfies never;
  }
}

/** As it is of its class, was released, or, if that is enough, by its tear line. */
function knows(world: World, { side, incident, tearLine }: Extract<InjectCondition, { kind: 'knows' }>): boolean {
  const thing = incident ?? tearLine;
  const scripted = world.script.find(({ inject }) => inject.id === thing);
  const known = messageOf(world, thing)?.incident;
  if (!scripted || (incident === undefined ? scripted.fired === 0 : known === undefined)) return false;
  const { inject } = scripted;
  const label =
    inject.kind === 'alert'
      ? inject.messages[0].alert.exercise.releasability
      : 'releasability' in inject
        ? inject.releasability
        : undefined;
  const owner = label?.class ?? 'JOINT';
  if (owner === 'JOINT' || owner === side) return true;
  if (world.links.some((link) => link.incident === known)) return true;
  return incident === undefined && scripted.shared !== undefined;
}

/** The times to come at which a side will have been silent for as long as the condition asks for, if it stays so. */
export function silencesIn(world: World, condition: InjectCondition): number[] {
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.flatMap((part) => silencesIn(world, part));
  if (condition.kind === 'not') return silencesIn(world, condition.of);
  if (condition.kind !== 'unacknowledged') return [];
  const since = silentSince(world, condition);
  return since === undefined ? [] : [since + condition.forMs];
}

/** The first message of the inject that belongs to an incident. */
export function messageOf(world: World, inject: string): Message | undefined {
  const found = world.script.find((scripted) => scripted.inject.id === inject)?.inject;
  if (found?.kind !== 'alert') return undefined;
  return world.messages.find(({ id, incident }) => incident && found.messages.some(({ alertId }) => alertId === id));
}

/** If it opened a resolved incident again, what had come before counts for nothing. */
function isAfter({ moment }: { readonly moment: number }, { reopened, opening }: Message): boolean {
  return !reopened || moment > opening;
}

function hasDeclined(world: World, { unit, incident }: Extract<InjectCondition, { kind: 'declined' }>): boolean {
  const declines = world.declines.filter((one) => one.unit === unit);
  if (incident === undefined) return declines.length > 0;
  const message = messageOf(world, incident);
  return message !== undefined && declines.some((one) => one.incident === message.incident && isAfter(one, message));
}

/** It was, since it was last opened when the alert came; be it open again since. */
function hasBeenResolved(world: World, inject: string): boolean {
  const message = messageOf(world, inject);
  return world.resolutions.some(({ incident, moment }) => incident === message?.incident && moment > message.opening);
}

/** Since when a side has not acknowledged an incident that is open or responding. */
function silentSince(world: World, { incident: inject, side }: Silence): number | undefined {
  const message = messageOf(world, inject);
  if (message?.incident === undefined) return undefined;
  const incident = incidentOf(world, message.incident);
  if (!isUnderWay(incident) || acknowledgedSides(world, incident).includes(side)) return undefined;
  return incident.silentSince[side];
}
