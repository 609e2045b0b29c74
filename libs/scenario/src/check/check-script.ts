/** Errors of injects and expectations that involve several fields, above all references that lead nowhere. */
import { contradicts } from '#domain/release/label.js';
import { widenedBy } from '#domain/release/release.js';
import { type ReleaseClass } from '#domain/kernel/side.js';
import { duplicates } from '#domain/kernel/value-checks.js';
import type { FieldProblem } from '#contracts/problem.js';
import { checkAlert } from '#contracts/alert/alert-schema.js';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { scriptContext, type ScriptContext } from '../compile/script-alerts.js';
import { compileInject } from '../compile/compile-script.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import type {
  AuthoredExpectation,
  AuthoredInject,
  AuthoredAlert,
  AuthoredWhen,
} from '#contracts/scenario/script-schema.js';

type Releasability = NonNullable<AuthoredAlert['releasability']>;

interface Known {
  readonly context: ScriptContext;
  readonly injects: ReadonlyMap<string, AuthoredInject>;
  readonly alerts: readonly string[];
  readonly units: readonly string[];
  readonly sites: readonly string[];
}

/** The fields that are checked. */
export interface CheckedScript extends Pick<AuthoredScenario, 'id' | 'seed' | 'startsAt' | 'injects' | 'expectations'> {
  readonly units: readonly { readonly id: string }[];
  readonly sites: readonly { readonly id: string }[];
}

/** All errors, in the order of the file, and the CAP findings on alerts, as warnings. */
export function checkScript(scenario: CheckedScript): FieldProblem[] {
  const { injects = [], expectations = [], units, sites } = scenario;
  const byId = firstById(injects);
  const known: Known = {
    context: scriptContext(scenario, [...byId.values()]),
    injects: byId,
    alerts: injects.filter(({ alert }) => alert !== undefined).map(({ id }) => id),
    units: units.map(({ id }) => id),
    sites: sites.map(({ id }) => id),
  };
  return [
    ...duplicates(injects, 'injects'),
    ...injects.flatMap((inject, index) => checkInject(inject, `injects[${index}]`, known)),
    ...duplicates(expectations, 'expectations'),
    ...expectations.flatMap((expectation, index) => checkExpectation(expectation, `expectations[${index}]`, known)),
  ];
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
  const { when, alert, message, duty, link } = inject;
  return [
    ...(when ? checkWhen(when, `${path}.when`, known) : []),
    ...(alert ? checkScriptAlert(inject, alert, `${path}.alert`, known) : []),
    ...label(alert?.releasability, `${path}.alert.releasability`, known),
    ...label(message?.releasability, `${path}.message.releasability`, known),
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
    ...incident(named, namedPath, known),
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
  const { class: own = 'JOINT', tlp, releasableTo = [] } = releasability ?? {};
  const units = releasableTo.flatMap((name, index) =>
    name.startsWith('unit:') ? unit(name.slice('unit:'.length), `${path}.releasableTo[${index}]`, known) : [],
  );
  if (!contradicts(own, tlp)) return units;
  const message = `It is of class JOINT and labelled ${tlp}, which keeps it within one side; use TLP:AMBER, TLP:GREEN or TLP:CLEAR, or the class of one side.`;
  return [problem('LABEL_CONTRADICTION', `${path}.tlp`, message), ...units];
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
  const { all, any, not, escalated, unacknowledged, resolved, fired, declined } = when;
  return [
    ...(all ?? []).flatMap((part, index) => checkWhen(part, `${path}.all[${index}]`, known)),
    ...(any ?? []).flatMap((part, index) => checkWhen(part, `${path}.any[${index}]`, known)),
    ...(not ? checkWhen(not, `${path}.not`, known) : []),
    ...incident(escalated?.incident, `${path}.escalated.incident`, known),
    ...incident(unacknowledged?.incident, `${path}.unacknowledged.incident`, known),
    ...incident(resolved, `${path}.resolved`, known),
    ...inject(fired, `${path}.fired`, known),
    ...unit(declined?.unit, `${path}.declined.unit`, known),
    ...incident(declined?.incident, `${path}.declined.incident`, known),
  ];
}

function checkExpectation(expectation: AuthoredExpectation, path: string, known: Known): FieldProblem[] {
  const { acknowledged, jointAcknowledgement, notified, escalation, resolved, nothingSent, within } = expectation;
  const { atLeast = 0, atMost = Infinity } = escalation ?? {};
  return [
    ...unit(acknowledged?.unit, `${path}.acknowledged.unit`, known),
    ...incident(acknowledged?.incident, `${path}.acknowledged.incident`, known),
    ...incident(jointAcknowledgement, `${path}.jointAcknowledgement`, known),
    ...unit(notified?.unit, `${path}.notified.unit`, known),
    ...incident(notified?.incident, `${path}.notified.incident`, known),
    ...incident(escalation?.incident, `${path}.escalation.incident`, known),
    ...(atLeast > atMost
      ? [
          problem(
            'EXPECTATION_IMPOSSIBLE',
            `${path}.escalation.atMost`,
            `At least ${atLeast} and at most ${atMost} escalations contradict each other; correct one of them.`,
          ),
        ]
      : []),
    ...incident(resolved, `${path}.resolved`, known),
    ...unit(nothingSent?.unit, `${path}.nothingSent.unit`, known),
    ...incident(nothingSent?.incident, `${path}.nothingSent.incident`, known),
    ...(typeof within === 'object'
      ? [
          ...inject(within.inject, `${path}.within.inject`, known),
          ...incident(within.incident, `${path}.within.incident`, known),
        ]
      : []),
  ];
}

function unit(id: string | undefined, path: string, { units }: Known): FieldProblem[] {
  return id === undefined ? [] : reference('UNKNOWN_UNIT', 'unit', id, path, units);
}

function inject(id: string | undefined, path: string, { injects }: Known): FieldProblem[] {
  return id === undefined ? [] : reference('UNKNOWN_INJECT', 'inject', id, path, [...injects.keys()]);
}

/** An incident is identified by the alert inject that opens or joins it. */
function incident(id: string | undefined, path: string, known: Known): FieldProblem[] {
  if (id === undefined) return [];
  if (!known.injects.has(id)) return reference('UNKNOWN_INJECT', 'alert inject', id, path, known.alerts);
  if (known.alerts.includes(id)) return [];
  const message = `The inject "${id}" is not an alert; name the alert inject that opens or joins the incident.`;
  return [problem('NOT_AN_ALERT', path, message)];
}

function reference(code: string, what: string, id: string, path: string, known: readonly string[]): FieldProblem[] {
  if (known.includes(id)) return [];
  return [problem(code, path, `There is no ${what} "${id}" in the scenario.${didYouMean(id, known)}`)];
}

function problem(code: string, path: string, message: string): FieldProblem {
  return { code, path, message };
}
