/** An incident about which some questions were asked, in some state, for specs of what follows from the answers. */
import type { Plain } from '../kernel/brand.js';
import { STARTEX } from '../kernel/exercise-time.js';
import { incidentId, unitId } from '../kernel/ids.js';
import { unitOf } from '../unit/lookup-unit.js';
import { branded } from './branded.js';
import { open } from '../engine/open.js';
import { evolve } from '../engine/evolve.js';
import { draft, type Draft } from '../kernel/event.js';
import type { Standing } from '../escalation/requirement.js';
import type { Incident } from '../incident/incident.js';
import { countEngagements } from '../notification/engagement.js';
import type { Notification } from '../notification/notification.js';
import type { ReleaseClass } from '../kernel/side.js';
import { sampleFacts, sampleScenario, sampleUnit } from './sample-scenario.js';
import type { Action } from '../unit/unit.js';

export interface Asked {
  readonly unit: string;
  readonly action?: Action;
  readonly state: 'open' | 'ended' | 'acknowledged' | 'lapsed';
  readonly byHand?: true;
}

/** Units whose name begins with `c` are of CHN, all others of PAK. */
export function asked(questions: readonly Asked[], releaseClass: ReleaseClass = 'JOINT') {
  const ids = [...new Set(['a', 'b', 'c', 'c2', ...questions.map(({ unit }) => unit)])];
  const units = ids.map((id) =>
    id.startsWith('c') ? sampleUnit({ id, side: 'CHN', kind: 'consulate' }) : sampleUnit({ id, side: 'PAK' }),
  );
  const scenario = sampleScenario({ units });
  const state = open(scenario, 'seed');
  const id = incidentId('INC-0001');
  const happened = (one: Draft): void =>
    evolve(state, { ...one, at: 0, actor: { kind: 'engine' }, cause: { timer: 'spec' } } as never);
  const facts = sampleFacts({ class: releaseClass });
  const opening = { class: releaseClass, categories: [], headline: 'h', severity: facts.severity, policyVersion: 1 };
  happened(draft('IncidentOpened', releaseClass, { incident: id, ...opening, facts }));
  const incident = state.incidents[id] as Incident;
  for (const [index, question] of questions.entries()) {
    const notification = branded<Notification>({
      id: `${id}.N${index + 1}`,
      incident: id,
      class: releaseClass,
      ...(question.byHand ? {} : { chain: 'standard', step: 0, round: 0 }),
      unit: question.unit,
      side: question.unit.startsWith('c') ? 'CHN' : 'PAK',
      action: question.action ?? 'inform',
      queuedAt: 0,
      chains: question.byHand ? [] : ['standard'],
      status: question.state === 'open' ? 'delivered' : question.state === 'ended' ? 'declined' : 'acknowledged',
      attempts: 1,
      deliveries: 1,
      answers: 0,
    });
    state.notifications[notification.id] = notification;
    incident.asked.push(notification.id);
    const { questions: known } = unitOf(state, unitId(question.unit));
    (known[id] ??= []).push(notification.id);
    if (question.state === 'acknowledged' || question.state === 'lapsed') {
      Object.assign(notification, { acknowledgedAt: 0, answerNumber: ++incident.answers });
    }
    if (question.state === 'lapsed') notification.lapsedAt = STARTEX;
  }
  countEngagements(state);
  return { state, incident };
}

/** A step that asked all of these, and was reached before any of them was answered. */
export function standingOf(questions: readonly Asked[], parts: Partial<Plain<Standing>> = {}): Standing {
  const all = questions
    .filter(({ byHand }) => !byHand)
    .map(({ unit, action = 'inform' }) => ({
      unit,
      side: unit.startsWith('c') ? ('CHN' as const) : ('PAK' as const),
      action,
    }));
  const standing = {
    questions: all,
    allQuestions: all,
    answersBefore: 0,
    answersBeforeStep: 0,
    underWay: [],
    ...parts,
  };
  return branded<Standing>(standing);
}
