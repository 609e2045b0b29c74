/** What the events of labels change. A viewer may not know of each thing that an event is about. */
import type { Alert } from '../alert/alert.js';
import { countMarking, discountMarking } from '../incident/incident-marking.js';
import { keepWriting } from '../incident/written.js';
import type { EventOf } from '../kernel/event.js';
import { alertId, messageId, noteId } from '../kernel/ids.js';
import { thingKey } from '../kernel/labelled-thing.js';
import { setTimer } from '../kernel/timers.js';
import { keepMessage, withholdMessage } from '../message/evolve-message.js';
import { defaultTlp, isSame, markingText } from '../release/label.js';
import { dropReview, planReview } from '../release/label-review.js';
import type { LabellingWorld } from './find-labelled.js';
import type { StatedLabel } from './label-events.js';

export function labelChanged(state: LabellingWorld, { at, data }: EventOf<'LabelChanged'>): void {
  const { set, to, owner } = data;
  switch (data.of) {
    case 'alert':
      relabelAlert(state, data);
      break;
    case 'message': {
      const message = state.messages?.byId[messageId(data.id)];
      if (message) message.marking = markingText(to);
      break;
    }
    case 'note':
    case 'decision':
    case 'observation':
      relabelWriting(state, data);
      break;
    default:
      data.of satisfies never;
  }
  planReview(state, data, { reviewAt: set.reviewAt, at, owner });
}

function relabelAlert(state: LabellingWorld, { id: text, set, to }: EventOf<'LabelChanged'>['data']): void {
  const id = alertId(text);
  const entry = state.alerts[id];
  const incident = entry && state.incidents[entry.incident];
  if (!entry?.active || !incident) return;
  discountMarking(incident, entry);
  entry.marking = undefined;
  countMarking(incident, entry, isSame(to, { tlp: defaultTlp(incident.class) }) ? undefined : to);
  const kept = state.releasing.releasable[incident.id]?.alerts;
  const releasable = kept?.[id];
  if (kept && releasable) kept[id] = { ...releasable, alert: relabelled(releasable.alert, set) };
}

function relabelWriting(state: LabellingWorld, { id, incident, set, to }: EventOf<'LabelChanged'>['data']): void {
  const found = state.written?.[id];
  if (found) found.marking = markingText(to);
  const kept = incident === undefined ? undefined : state.releasing.releasable[incident]?.notes;
  const note = kept?.[noteId(id)];
  if (!kept || !note) return;
  const { reviewAt: _before, ...others } = note;
  kept[noteId(id)] = { ...others, marking: to, ...(set.reviewAt !== undefined && { reviewAt: set.reviewAt }) };
}

/** The alert as it reads under its new label. */
export function relabelled(alert: Alert, set: StatedLabel): Alert {
  const { tlp: _tlp, releasableTo: _to, reviewAt: _at, ...kept } = alert.exercise.releasability;
  return { ...alert, exercise: { ...alert.exercise, releasability: { ...kept, ...set } } };
}

export function labelWithheld(state: LabellingWorld, { data }: EventOf<'LabelWithheld'>): void {
  dropReview(state, data);
  // What becomes of an incident when the label of an alert is raised, is an event of its own.
  if (data.of === 'message') withholdMessage(state, messageId(data.id));
  else if (data.of !== 'alert') delete state.written?.[data.id];
}

export function labelDisclosed(state: LabellingWorld, { data }: EventOf<'LabelDisclosed'>): void {
  const { of, id, said, disclosed, label } = structuredClone(data);
  if (of === 'message' && disclosed) {
    if (state.messages?.byId[messageId(id)] !== undefined) return;
    keepMessage(state, { ...disclosed.message, marking: markingText(label) });
    for (const { due, action } of disclosed.timers) setTimer(state.timers, due, action);
  } else if (of !== 'message' && of !== 'alert' && state.written?.[id] === undefined) {
    keepWriting(state, said, label);
  }
}

export function labelReviewDue(state: LabellingWorld, { at, data }: EventOf<'LabelReviewDue'>): void {
  const { of, id, incident, owner } = data;
  dropReview(state, data);
  const review = { of, id, ...(incident && { incident }), ...(owner && { owner }), dueAt: at };
  (state.labelReviews ??= {})[thingKey(data)] = review;
}
