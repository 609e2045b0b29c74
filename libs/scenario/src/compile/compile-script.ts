/** Compiles the script: injects and expectations. */
import type { Deadline, ExpectedOutcome, Expectation, Party } from '#domain/expectation/expectation.js';
import type { Inject, InjectCondition, InjectContent, InjectKind, InjectTiming } from '#domain/inject/inject.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { injectId, unitId, type InjectId } from '#domain/kernel/ids.js';
import { compact, localized, ms, optionalMs, toLink } from './compile-values.js';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import { compileKnown, compileRelease, compileSent } from './compile-sharing.js';
import { messagesOf } from './script-alerts.js';
import type { ScriptContext } from './script-alerts.js';
import type { AuthoredExpectation, AuthoredInject, AuthoredWhen } from '#contracts/scenario/script-schema.js';

/** The schema ensures that each inject has exactly one timing and one content. */
export function compileInject(input: AuthoredInject, context: ScriptContext): Inject {
  const { id, title, repeat } = input;
  const frame = {
    id: injectId(id),
    title: title === undefined ? undefined : localized(title),
    repeat: repeat && { times: repeat.times, everyMs: ms(repeat.every) },
  };
  return compact({ ...frame, ...timingOf(input), ...contentOf(input, context) });
}

function timingOf({ at, when, delay, latest }: AuthoredInject): InjectTiming {
  if (when === undefined) return { at: time(at ?? '') };
  return compact({
    when: toInjectCondition(when),
    delayMs: optionalMs(delay),
    latestMs: latest === undefined ? undefined : time(latest),
  });
}

type ContentOf<K extends InjectKind> = Extract<InjectContent, { kind: K }>;
type Compile<K extends InjectKind> = (
  content: NonNullable<AuthoredInject[K]>,
  input: AuthoredInject,
  context: ScriptContext,
) => ContentOf<K>;

const CONTENTS: { readonly [K in InjectKind]: Compile<K> } = {
  alert: (alert, input, context) => ({ kind: 'alert', messages: messagesOf(input, alert, context) }),
  message: ({ from, text, releasability }) =>
    compact({
      kind: 'message' as const,
      from: from === undefined ? undefined : localized(from),
      text: localized(text),
      releasability: compact({ ...releasability, class: releasability?.class ?? 'JOINT' }),
    }),
  send: (content) => compileSent(content),
  release: (content, { id }) => ({ kind: 'release', release: compileRelease(content, id) }),
  duty: ({ unit, status }) => ({ kind: 'duty', unit: unitId(unit), duty: status }),
  link: ({ unit, side, state }, { id }) => {
    if (unit !== undefined) return { kind: 'link', unit: unitId(unit), link: toLink(state) };
    if (side !== undefined) return { kind: 'link', side, link: toLink(state) };
    throw new Error(`the inject ${id} passed the schema without a unit or a side for its link`);
  },
  note: (text) => ({ kind: 'note', text: localized(text) }),
};

function contentOf(input: AuthoredInject, context: ScriptContext): InjectContent {
  for (const kind of Object.keys(CONTENTS) as InjectKind[]) {
    const content = input[kind];
    // The compiler cannot see that content and function are of one kind.
    if (content !== undefined) return (CONTENTS[kind] as Compile<InjectKind>)(content, input, context);
  }
  throw new Error(`the inject ${input.id} passed the schema without a content`);
}

function toInjectCondition(input: AuthoredWhen): InjectCondition {
  if (input.all) return { kind: 'all', of: input.all.map(toInjectCondition) };
  if (input.any) return { kind: 'any', of: input.any.map(toInjectCondition) };
  if (input.not) return { kind: 'not', of: toInjectCondition(input.not) };
  if (input.escalated) return { kind: 'escalated', ...input.escalated, incident: injectId(input.escalated.incident) };
  if (input.unacknowledged) {
    const { incident, side, for: duration } = input.unacknowledged;
    return { kind: 'unacknowledged', incident: injectId(incident), side, forMs: ms(duration) };
  }
  if (input.resolved !== undefined) return { kind: 'resolved', incident: injectId(input.resolved) };
  if (input.fired !== undefined) return { kind: 'fired', inject: injectId(input.fired) };
  if (input.declined) {
    const { unit, incident } = input.declined;
    const named = { unit: unitId(unit), incident: optionalInject(incident) };
    return compact({ kind: 'declined' as const, ...input.declined, ...named });
  }
  if (input.knows) return { kind: 'knows', ...compileKnown(input.knows) };
  throw new Error('a condition passed the schema without a key');
}

export function compileExpectation(input: AuthoredExpectation): Expectation {
  const { id, title, objective, weight = 1 } = input;
  const outcome = outcomeOf(input);
  const frame = {
    id,
    title: title === undefined ? undefined : localized(title),
    objective,
    weight,
    deadline: deadlineOf(input, outcome),
  };
  return { ...compact(frame), ...outcome };
}

function outcomeOf(input: AuthoredExpectation): ExpectedOutcome {
  const { acknowledged, jointAcknowledgement, notified, escalation, resolved, nothingSent, knows } = input;
  if (acknowledged)
    return { kind: 'acknowledged', by: partyOf(acknowledged), incident: injectId(acknowledged.incident) };
  if (jointAcknowledgement !== undefined)
    return { kind: 'joint-acknowledgement', incident: injectId(jointAcknowledgement) };
  if (notified) return { kind: 'notified', party: partyOf(notified), incident: injectId(notified.incident) };
  if (escalation)
    return compact({ kind: 'escalation' as const, ...escalation, incident: injectId(escalation.incident) });
  if (resolved !== undefined) return { kind: 'resolved', incident: injectId(resolved) };
  if (nothingSent) {
    const { unit, incident } = nothingSent;
    const named = { unit: unitId(unit), incident: optionalInject(incident) };
    return compact({ kind: 'nothing-sent' as const, ...nothingSent, ...named });
  }
  if (knows) return { kind: 'knows', ...compileKnown(knows) };
  throw new Error(`the expectation ${input.id} passed the schema without an outcome`);
}

function partyOf({ unit, side }: { unit?: string | undefined; side?: Party['side'] }): Party {
  if (unit !== undefined) return { unit: unitId(unit) };
  if (side !== undefined) return { side };
  throw new Error('a party passed the schema without unit and side');
}

function deadlineOf({ within, before }: AuthoredExpectation, outcome: ExpectedOutcome): Deadline {
  if (before !== undefined) return { kind: 'before', at: time(before) };
  if (within === undefined) return { kind: 'end' };
  if (typeof within === 'string' && outcome.kind === 'knows' && outcome.tearLine !== undefined) {
    return { kind: 'within', ms: ms(within), of: 'inject', inject: outcome.tearLine };
  }
  if (typeof within === 'string') {
    return { kind: 'within', ms: ms(within), of: 'incident', inject: outcome.incident ?? injectId('') };
  }
  const { time: duration, inject, incident } = within;
  if (inject !== undefined) return { kind: 'within', ms: ms(duration), of: 'inject', inject: injectId(inject) };
  return { kind: 'within', ms: ms(duration), of: 'incident', inject: injectId(incident ?? '') };
}

function optionalInject(id: string | undefined): InjectId | undefined {
  return id === undefined ? undefined : injectId(id);
}

function time(text: string): ExerciseTime {
  const value = parseExerciseTime(text);
  if (value === undefined) throw new Error(`"${text}" passed the schema as an exercise time but is none`);
  return value;
}
