/** Errors of injects and expectations that involve several fields, above all references that lead nowhere. */
import type { Side } from '#domain/kernel/side.js';
import { contradicts } from '#domain/release/label.js';
import { widenedBy } from '#domain/release/release.js';
import { type ReleaseClass } from '#domain/kernel/side.js';
import { duplicates } from '#domain/kernel/value-checks.js';
import type { FieldProblem } from '#contracts/problem.js';
import { checkAlert } from '#contracts/alert/alert-schema.js';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import { scriptContext, type ScriptContext } from '../compile/script-alerts.js';
import { compileInject } from '../compile/compile-script.js';
import { alertOf, checkKnown, checkRelease, checkSent, problem, reference, type Referable } from './check-sharing.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import type {
  AuthoredExpectation,
  AuthoredInject,
  AuthoredAlert,
  AuthoredWhen,
} from '#contracts/scenario/script-schema.js';

type Releasability = NonNullable<AuthoredAlert['releasability']>;

interface Known extends Referable {
  readonly context: ScriptContext;
  readonly injects: ReadonlyMap<string, AuthoredInject>;
  readonly sites: readonly string[];
}

/** Injects of a running exercise, which an improvised one may refer to. */
export type EarlierInjects = Omit<Referable, 'units'>;

const NONE_EARLIER: EarlierInjects = { all: [], alerts: [], requests: [], messages: [] };

/** The fields that are checked. */
export interface CheckedScript extends Pick<AuthoredScenario, 'id' | 'seed' | 'startsAt' | 'injects' | 'expectations'> {
  readonly units: readonly { readonly id: string; readonly side: Side }[];
  readonly sites: readonly { readonly id: string }[];
}

/** All errors, in the order of the file, and the CAP findings on alerts, as warnings. */
export function checkScript(scenario: CheckedScript, earlier = NONE_EARLIER): FieldProblem[] {
  const { injects = [], expectations = [], units, sites } = scenario;
  const byId = firstById(injects);
  const known: Known = {
    context: scriptContext(scenario, [...byId.values()]),
    injects: byId,
    all: [...byId.keys(), ...earlier.all],
    alerts: [...idsWith(injects, ({ alert }) => alert), ...earlier.alerts],
    requests: [...idsWith(injects, ({ release }) => release?.request), ...earlier.requests],
    messages: [...idsWith(injects, ({ alert, message, send }) => alert ?? message ?? send), ...earlier.messages],
    units,
    sites: sites.map(({ id }) => id),
  };
  return [
    ...duplicates(injects, 'injects'),
    ...injects.flatMap((inject, index) => checkInject(inject, `injects[${index}]`, known)),
    ...duplicates(expectations, 'expectations'),
    ...expectations.flatMap((expectation, index) => checkExpectation(expectation, `expectations[${index}]`, known)),
  ];
}

function idsWith(injects: readonly AuthoredInject[], content: (inject: AuthoredInject) => unknown): string[] {
  return injects.filter((inject) => content(inject) !== undefined).map(({ id }) => id);
}

/** A duplicate id is one fault: references to it resolve to the alert, or else to the first inject with it. */
function firstById(injects: readonly AuthoredInject[]): ReadonlyMap<string, AuthoredInject> {
  const found = new Map<string, AuthoredInject>();
  for (const inject of injects) {
    const before = found.get(inject.id);
    if (!before || (!before.alert && inject.alert)) found.set(inject.id, inject);
  }
  return found;
}

function checkInject(inject: AuthoredInject, path: string, known: Known): FieldProblem[] {
  const { when, alert, message, send, release, duty, link } = inject;
  return [
    ...(when ? checkWhen(when, `${path}.when`, known) : []),
    ...(alert ? checkScriptAlert(inject, alert, `${path}.alert`, known) : []),
    ...label(alert?.releasability, `${path}.alert.releasability`, known),
    ...label(message?.releasability, `${path}.message.releasability`, known),
    ...label(send?.releasability, `${path}.send.releasability`, known),
    ...(send ? checkSent(send, `${path}.send`, known) : []),
    ...(release ? checkRelease(release, `${path}.release`, known) : []),
    ...unit(duty?.unit, `${path}.duty.unit`, known),
    ...unit(link?.unit, `${path}.link.unit`, known),
  ];
}

function checkScriptAlert(inject: AuthoredInject, alert: AuthoredAlert, path: string, known: Known): FieldProblem[] {
  const { site, updates, cancels } = alert;
  const named = updates ?? cancels;
  const namedPath = `${path}.${updates === undefined ? 'cancels' : 'updates'}`;
  const faults = [
    ...(site === undefined ? [] : reference('UNKNOWN_SITE', 'site', site, `${path}.site`, known.sites)),
    ...alertOf(named, namedPath, known),
  ];
  if (faults.length > 0) return faults;
  if (named === inject.id) {
    return [problem('REFERENCE_SELF', namedPath, `The alert of ${inject.id} references itself; name another inject.`)];
  }
  const other = named === undefined ? undefined : known.injects.get(named);
  const widened = other?.alert ? widening(classOf(alert), classOf(other.alert), other.id, namedPath) : [];
  const [at, before] = [inject.at, other?.at].map((text) => parseExerciseTime(text ?? ''));
  if (at !== undefined && before !== undefined && at < before) {
    const message = `${inject.id} is at ${inject.at}, before ${named}, which it references, at ${other?.at}; swap them.`;
    return [problem('REFERENCE_LATER', namedPath, message), ...widened];
  }
  return [...widened, ...capProblems(inject, path, known)];
}

function classOf({ releasability }: AuthoredAlert): ReleaseClass {
  return releasability?.class ?? 'JOINT';
}

/** A class and a label that contradict each other; units that the label names and that there are not. */
function label(releasability: Releasability | undefined, path: string, known: Known): FieldProblem[] {
  const { class: own = 'JOINT', tlp, tearLine, releasableTo = [] } = releasability ?? {};
  const units = releasableTo.flatMap((name, index) =>
    name.startsWith('unit:') ? unit(name.slice('unit:'.length), `${path}.releasableTo[${index}]`, known) : [],
  );
  const faults = own === 'JOINT' && tearLine !== undefined ? [...units, tornJoint(path)] : units;
  if (!contradicts(own, tlp)) return faults;
  const message = `It is of class JOINT and labelled ${tlp}, which keeps it within one side; use TLP:AMBER, TLP:GREEN or TLP:CLEAR, or the class of one side.`;
  return [problem('LABEL_CONTRADICTION', `${path}.tlp`, message), ...faults];
}

function tornJoint(path: string): FieldProblem {
  const message =
    'It is of class JOINT, which both sides read as it is; leave tearLine out, or give the class of one side.';
  return problem('LABEL_CONTRADICTION', `${path}.tearLine`, message);
}

/** An alert must not update or cancel one of a narrower class: it would disclose it to the other side. */
export function widening(own: ReleaseClass, owner: ReleaseClass, named: string, path: string): FieldProblem[] {
  if (!widenedBy(own).includes(owner)) return [];
  const message = `This alert is of class ${own}, and "${named}" of class ${owner}, so it would disclose it to the other side; make it ${owner}.`;
  return [problem('RELEASE_WIDENED', path, message)];
}

/** Applies the rules of CAP to the message as it will be sent. */
function capProblems(inject: AuthoredInject, path: string, { context }: Known): FieldProblem[] {
  const compiled = compileInject({ ...inject, repeat: undefined }, context);
  if (compiled.kind !== 'alert') return [];
  const { problems, warnings } = checkAlert(compiled.messages[0].alert, { asExercise: false });
  return [...problems, ...warnings].map(({ code, message, level }) => ({ code, path, message, level }));
}

function checkWhen(when: AuthoredWhen, path: string, known: Known): FieldProblem[] {
  const { all, any, not, escalated, unacknowledged, resolved, fired, declined, knows } = when;
  return [
    ...(all ?? []).flatMap((part, index) => checkWhen(part, `${path}.all[${index}]`, known)),
    ...(any ?? []).flatMap((part, index) => checkWhen(part, `${path}.any[${index}]`, known)),
    ...(not ? checkWhen(not, `${path}.not`, known) : []),
    ...alertOf(escalated?.incident, `${path}.escalated.incident`, known),
    ...alertOf(unacknowledged?.incident, `${path}.unacknowledged.incident`, known),
    ...alertOf(resolved, `${path}.resolved`, known),
    ...inject(fired, `${path}.fired`, known),
    ...unit(declined?.unit, `${path}.declined.unit`, known),
    ...alertOf(declined?.incident, `${path}.declined.incident`, known),
    ...checkKnown(knows, `${path}.knows`, known),
  ];
}

function checkExpectation(expectation: AuthoredExpectation, path: string, known: Known): FieldProblem[] {
  const { acknowledged, jointAcknowledgement, notified, escalation, resolved, nothingSent, knows, within } =
    expectation;
  const { atLeast = 0, atMost = Infinity } = escalation ?? {};
  return [
    ...unit(acknowledged?.unit, `${path}.acknowledged.unit`, known),
    ...alertOf(acknowledged?.incident, `${path}.acknowledged.incident`, known),
    ...alertOf(jointAcknowledgement, `${path}.jointAcknowledgement`, known),
    ...unit(notified?.unit, `${path}.notified.unit`, known),
    ...alertOf(notified?.incident, `${path}.notified.incident`, known),
    ...alertOf(escalation?.incident, `${path}.escalation.incident`, known),
    ...(atLeast > atMost
      ? [
          problem(
            'EXPECTATION_IMPOSSIBLE',
            `${path}.escalation.atMost`,
            `At least ${atLeast} and at most ${atMost} escalations contradict each other; correct one of them.`,
          ),
        ]
      : []),
    ...alertOf(resolved, `${path}.resolved`, known),
    ...unit(nothingSent?.unit, `${path}.nothingSent.unit`, known),
    ...alertOf(nothingSent?.incident, `${path}.nothingSent.incident`, known),
    ...checkKnown(knows, `${path}.knows`, known),
    ...(typeof within === 'object'
      ? [
          ...inject(within.inject, `${path}.within.inject`, known),
          ...alertOf(within.incident, `${path}.within.incident`, known),
        ]
      : []),
  ];
}

function unit(id: string | undefined, path: string, { units }: Known): FieldProblem[] {
  return id === undefined
    ? []
    : reference(
        'UNKNOWN_UNIT',
        'unit',
        id,
        path,
        units.map((one) => one.id),
      );
}

function inject(id: string | undefined, path: string, { all }: Known): FieldProblem[] {
  return id === undefined ? [] : reference('UNKNOWN_INJECT', 'inject', id, path, all);
}
