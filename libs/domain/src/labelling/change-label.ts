/**
 * Labels that change. Lowering a label replaces it: whoever may read the thing from then on gets what it says. Raising it cannot unsee it:
 * the event says who had it until then.
 */
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { unitId } from '../kernel/ids.js';
import type { TimerAction } from '../kernel/timers.js';
import { isUnrestricted, mustActFor } from '../release/authority.js';
import {
  contradicts,
  either,
  highest,
  isReader,
  isRestricted,
  isSame,
  mayReadMarked,
  readersOf,
  type Marking,
} from '../release/label.js';
import { mustBeAhead } from '../release/label-review.js';
import { mustNameUnits } from '../release/recipients.js';
import { unitAt } from '../message/address.js';
import type { WrittenEvent } from '../incident/writing.js';
import { findLabelled, type Labelled, type LabellingWorld } from './find-labelled.js';
import type { StatedLabel } from './label-events.js';

/**
 * The class stays: what one side knows becomes both sides' by a release, and what both sides know is not taken from one of them.
 * @throws DomainError UNKNOWN_ALERT, UNKNOWN_MESSAGE, UNKNOWN_NOTE, UNKNOWN_OBSERVATION, NOT_YOUR_SIDE, REASON_REQUIRED,
 * LABEL_CONTRADICTION, UNKNOWN_RECIPIENT, TIME_HAS_PASSED
 */
export function changeLabel(state: LabellingWorld, { data, actor }: CommandOf<'ChangeLabel'>): Draft[] {
  const found = findLabelled(state, data, actor);
  mustOwn(found, actor);
  if (isController(actor) && data.reason === undefined) {
    throw new DomainError('REASON_REQUIRED', 'give a reason: a label that a controller changes has one');
  }
  const set = statedOf(data);
  mustBeAllowed(state, found, set);
  const { thing, marking: from, owner, tearLine } = found;
  const to = found.under(set);
  const seenBy = isSame(from, to) ? [] : losersOf(state, found, to);
  const changed = draft(
    'LabelChanged',
    found.class,
    {
      ...thing,
      from,
      to,
      set,
      ...(seenBy.length > 0 && { seenBy }),
      ...(seenBy.length > 0 && tearLine !== undefined && { tearLine }),
      ...(data.reason !== undefined && { reason: data.reason }),
      ...(owner !== undefined && { owner }),
      label: saidOf(found, either(to, from)),
    },
    actor,
  );
  return [...disclosure(found, to), changed];
}

/** The clock of the story has reached it. A thing that has gone has no timer any more. */
export function reviewIsDue(state: LabellingWorld, action: Extract<TimerAction, { kind: 'labelReview' }>): Draft[] {
  const { of, id, owner } = action;
  const found = findLabelled(state, { of, id }, ENGINE);
  const data = { ...found.thing, ...(owner !== undefined && { owner }), label: saidOf(found, found.marking) };
  return [draft('LabelReviewDue', found.class, data)];
}

const ENGINE: Actor = { kind: 'engine' };

/** What is said of a thing is read by nobody who may not read its incident. */
function saidOf({ incidentMarking }: Labelled, marking: Marking): Marking {
  return incidentMarking === undefined ? marking : highest(marking, incidentMarking);
}

/** First, since nothing can be said of a thing to those who do not know it. An incident is disclosed as a whole (`escalation/disclose.ts`). */
function disclosure({ thing, marking: from, class: readers, said, disclosed }: Labelled, to: Marking): Draft[] {
  if (said === undefined || !isRestricted(from) || isSame(from, to)) return [];
  const data = { ...thing, said: shownSaid(said), ...(disclosed && { disclosed }), label: to };
  // A copy: what the event says stays as it was.
  return [draft('LabelDisclosed', readers, structuredClone(data))];
}

/** As players see it (`release/shown.ts`): who speaks in the name of a unit, and is of no side, as the unit; no evidence of evaluators. */
function shownSaid(said: WrittenEvent): WrittenEvent {
  if (said.type === 'ObservationRecorded') {
    const { objective: _hidden, evidence: _numbers, ...shown } = said.data;
    return { ...said, data: shown };
  }
  if (said.type !== 'MessagePosted' || (said.actor.kind === 'account' && said.actor.side !== undefined)) return said;
  const unit = unitAt(said.data.from);
  return unit === undefined ? said : { ...said, actor: { kind: 'unit', id: unit } };
}

function statedOf({ tlp, releasableTo = [], reviewAt }: StatedLabel): StatedLabel {
  return {
    ...(tlp !== undefined && { tlp }),
    ...(releasableTo.length > 0 && { releasableTo: [...new Set(releasableTo)] }),
    ...(reviewAt !== undefined && { reviewAt }),
  };
}

function mustBeAllowed(state: LabellingWorld, { class: releaseClass }: Labelled, set: StatedLabel): void {
  if (contradicts(releaseClass, set.tlp)) {
    const message = `both sides read it, so that it cannot be ${set.tlp}; label it at most TLP:AMBER`;
    throw new DomainError('LABEL_CONTRADICTION', message);
  }
  mustNameUnits(state.units, set.releasableTo);
  mustBeAhead(state, set.reviewAt);
}

/** What is JOINT belongs to the side that brought it in. What no side did is for controllers. */
function mustOwn({ thing, owner }: Labelled, actor: Actor): void {
  if (isUnrestricted(actor)) return;
  if (owner === undefined) {
    throw new DomainError('NOT_YOUR_SIDE', `no side brought ${thing.id} in; only controllers change its label`);
  }
  mustActFor(actor, owner, `${thing.id} is of ${owner}`);
}

function isController(actor: Actor): boolean {
  return actor.kind === 'account' && isUnrestricted(actor);
}

/** Who had the thing under its label until now, and may not read it under the new one. */
function losersOf(state: LabellingWorld, { class: readers, marking: from, heldBy }: Labelled, to: Marking): string[] {
  const lost: string[] = [];
  if (from.tlp === 'TLP:CLEAR' && to.tlp !== 'TLP:CLEAR') lost.push('wall');
  if (readers === 'JOINT') return lost;
  // Under another label than TLP:RED, the whole desk reads it. Some of its roles may be named under that one.
  if (from.tlp !== 'TLP:RED' && to.tlp === 'TLP:RED') lost.push(`desk:${readers}`);
  const next = readersOf(to);
  for (const name of from.to ?? []) {
    if (next === undefined || next.includes(name) || isReader(to, name) || name.startsWith('unit:')) continue;
    lost.push(name);
  }
  for (const name of new Set([...heldBy, ...(from.to ?? [])])) {
    if (!name.startsWith('unit:')) continue;
    const id = unitId(name.slice('unit:'.length));
    const side = state.scenario.units.find((unit) => unit.id === id)?.side;
    if (side !== readers) continue;
    const unit = { kind: 'unit', id, side } as const;
    if (mayReadMarked(unit, from) && !mayReadMarked(unit, to)) lost.push(name);
  }
  return lost.toSorted();
}
