/** Look-ups of things whose labels can be changed. What somebody may not know of is not found. */
import { eventMarkingOf } from '../incident/incident-marking.js';
import type { Incident } from '../incident/incident.js';
import type { WrittenEvent } from '../incident/writing.js';
import type { Actor } from '../kernel/event.js';
import { DomainError } from '../kernel/domain-error.js';
import { alertId, messageId, type IncidentId } from '../kernel/ids.js';
import type { LabelledKind, LabelledThing } from '../kernel/labelled-thing.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { addressOf, sideAt } from '../message/address.js';
import { knownMessage } from '../message/message-state.js';
import { markingOfMessage } from '../message/post.js';
import { defaultTlp, highest, markingFrom, markingOf, type Marking } from '../release/label.js';
import { mayRead } from '../release/release.js';
import type { ReleasingWorld } from '../releasing/releasing-state.js';
import type { MessageWorld } from '../message/message-state.js';
import type { DisclosedMessage, StatedLabel } from './label-events.js';

export type LabellingWorld = MessageWorld & ReleasingWorld;

/** A thing with a label, and what a change of it needs to know. */
export interface Labelled {
  readonly thing: LabelledThing;
  readonly class: ReleaseClass;
  /** The side whose it is; undefined: exercise control's. */
  readonly owner: Side | undefined;
  readonly marking: Marking;
  /** The marking that it would have under another label. */
  under(this: void, label: StatedLabel): Marking;
  /** That of the incident it belongs to, which all that is said of the thing has. */
  readonly incidentMarking?: Marking | undefined;
  readonly tearLine?: string | undefined;
  /** Units that have it in hand, as markings name them. */
  readonly heldBy: readonly string[];
  /** What it says; absent for an alert, and for what is JOINT, which is kept from nobody. */
  readonly said?: WrittenEvent | undefined;
  readonly disclosed?: DisclosedMessage | undefined;
}

/** @throws DomainError UNKNOWN_ALERT, UNKNOWN_MESSAGE, UNKNOWN_NOTE, UNKNOWN_OBSERVATION */
export function findLabelled(
  state: LabellingWorld,
  { of, id }: { readonly of: LabelledKind; readonly id: string },
  actor: Actor,
): Labelled {
  switch (of) {
    case 'alert':
      return labelledAlert(state, id, actor);
    case 'message':
      return labelledMessage(state, id, actor);
    case 'note':
    case 'decision':
      return labelledWriting(state, of, id, actor);
    case 'observation':
      return labelledObservation(state, id, actor);
    default:
      return of satisfies never;
  }
}

function labelledAlert(state: LabellingWorld, text: string, actor: Actor): Labelled {
  const id = alertId(text);
  const entry = Object.hasOwn(state.alerts, id) ? state.alerts[id] : undefined;
  const incident = entry && readable(state, entry.incident, actor);
  if (!entry?.active || !incident || !mayRead(actor, { class: incident.class, ...markingIn(entry.marking) })) {
    throw new DomainError('UNKNOWN_ALERT', `there is no alert "${text}" in force`);
  }
  const { class: releaseClass } = incident;
  return {
    thing: { of: 'alert', id, incident: incident.id },
    class: releaseClass,
    owner: releaseClass === 'JOINT' ? entry.owner : releaseClass,
    marking: markingFor(entry.marking, releaseClass),
    under: (label) => markingOf(withOriginator(label, releaseClass, entry.originator)),
    incidentMarking: eventMarkingOf(incident),
    tearLine: entry.tearLine,
    heldBy: Object.values(state.notifications)
      .filter((one) => one.incident === incident.id && one.deliveries > 0)
      .map(({ unit }) => addressOf(unit)),
  };
}

function labelledMessage(state: LabellingWorld, text: string, actor: Actor): Labelled {
  const message = knownMessage(state, messageId(text), actor);
  const { id, class: releaseClass, from, to, incident, inReplyTo, originator } = message;
  const parent = inReplyTo === undefined ? undefined : state.messages?.byId[inReplyTo];
  return {
    thing: { of: 'message', id },
    class: releaseClass,
    owner: releaseClass === 'JOINT' ? sideAt(state, from) : releaseClass,
    marking: markingFrom(message.marking),
    under: (label) =>
      markingOfMessage(state, {
        from,
        to,
        label: { ...label, class: releaseClass },
        ofIncident: incident === undefined ? undefined : markingEver(state, incident),
        inReplyTo: parent,
        originator,
      }),
    tearLine: message.tearLine,
    heldBy: message.readBy,
    said: message.said,
    disclosed: {
      message,
      timers: Object.values(state.timers.byKey)
        .filter(({ action }) => action.kind === 'requestReminder' || action.kind === 'requestDue')
        .filter(({ action }) => 'message' in action && action.message === id)
        .map(({ due, action }) => ({ due, action })),
    },
  };
}

function labelledWriting(state: LabellingWorld, of: 'note' | 'decision', id: string, actor: Actor): Labelled {
  const found = state.written !== undefined && Object.hasOwn(state.written, id) ? state.written[id] : undefined;
  const incident = found?.of === of && found.incident ? readable(state, found.incident, actor) : undefined;
  if (!found || !incident || !mayRead(actor, { class: found.readers, ...markingIn(found.marking) })) {
    throw new DomainError('UNKNOWN_NOTE', `there is no ${of === 'note' ? 'note' : 'entry of a decision log'} "${id}"`);
  }
  const { readers, owner, originator, tearLine, said } = found;
  const ofIncident = eventMarkingOf(incident);
  return {
    thing: { of, id, incident: incident.id },
    class: readers,
    owner: readers === 'JOINT' ? owner : readers,
    marking: markingFor(found.marking, readers),
    under: (label) => {
      const own = markingOf(withOriginator(label, readers, originator));
      return ofIncident === undefined ? own : highest(own, ofIncident);
    },
    incidentMarking: ofIncident,
    tearLine,
    heldBy: [],
    said,
  };
}

/** It is of those who run the exercise. Its incident may have ended. */
function labelledObservation(state: LabellingWorld, id: string, actor: Actor): Labelled {
  const found = state.written !== undefined && Object.hasOwn(state.written, id) ? state.written[id] : undefined;
  const ofIncident = found?.incident === undefined ? undefined : markingEver(state, found.incident);
  const isKnown = found?.of === 'observation' && mayRead(actor, { class: found.readers, ...markingIn(found.marking) });
  if (!isKnown || !mayRead(actor, { class: found.readers, ...(ofIncident && { marking: ofIncident }) })) {
    throw new DomainError('UNKNOWN_OBSERVATION', `there is no observation "${id}" that has a label`);
  }
  const { readers, incident, originator, said } = found;
  return {
    thing: { of: 'observation', id, ...(incident !== undefined && { incident }) },
    class: readers,
    owner: undefined,
    marking: markingFor(found.marking, readers),
    under: (label) => {
      const own = markingOf(withOriginator(label, readers, originator));
      return ofIncident === undefined ? own : highest(own, ofIncident);
    },
    incidentMarking: ofIncident,
    heldBy: [],
    said,
  };
}

function readable(state: LabellingWorld, id: IncidentId, actor: Actor): Incident | undefined {
  const incident = state.incidents[id];
  return incident && mayRead(actor, incident) ? incident : undefined;
}

/** The marking of an incident, also of one that has ended and was restricted. */
function markingEver(state: LabellingWorld, id: IncidentId): Marking | undefined {
  const incident = state.incidents[id];
  const ended = state.endedMarkings?.[id];
  if (incident) return eventMarkingOf(incident);
  return ended === undefined ? undefined : markingFrom(ended);
}

function withOriginator(label: StatedLabel, releaseClass: ReleaseClass, originator: string | undefined) {
  const named = [...(label.releasableTo ?? []), ...(originator === undefined ? [] : [originator])];
  return { ...label, class: releaseClass, releasableTo: named };
}

function markingIn(text: string | undefined): { readonly marking?: Marking } {
  return text === undefined ? {} : { marking: markingFrom(text) };
}

function markingFor(text: string | undefined, releaseClass: ReleaseClass): Marking {
  return text === undefined ? { tlp: defaultTlp(releaseClass) } : markingFrom(text);
}
