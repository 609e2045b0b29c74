/** Errors of messages and releases of the script, and of what a side is to know: references that lead nowhere. */
import { contradicts } from '#domain/release/label.js';
import { SIDES, type ReleaseClass, type Side } from '#domain/kernel/side.js';
import type { FieldProblem } from '#contracts/problem.js';
import { didYouMean } from '#contracts/json/nearest.js';
import type { AuthoredRelease, AuthoredSent } from '#contracts/scenario/sharing-schema.js';
import type { AuthoredExpectation } from '#contracts/scenario/script-schema.js';

/** What injects may refer to, by what it is. */
export interface Referable {
  readonly units: readonly { readonly id: string; readonly side: Side }[];
  /** All injects. */
  readonly all: readonly string[];
  readonly alerts: readonly string[];
  /** Release injects that ask. */
  readonly requests: readonly string[];
  /** Injects that bring something in that may have a tear line. */
  readonly messages: readonly string[];
}

/** A message to the other side is JOINT or has a tear line, in the name of one of its own side. */
export function checkSent(
  { from, to, releasability, incident }: AuthoredSent,
  path: string,
  known: Referable,
): FieldProblem[] {
  const unknown = [from, ...to].flatMap((address, index) => {
    const place = index === 0 ? `${path}.from` : `${path}.to[${index - 1}]`;
    return address.startsWith('unit:')
      ? reference('UNKNOWN_UNIT', 'unit', address.slice(5), place, unitIds(known))
      : [];
  });
  const owner: ReleaseClass = releasability?.class ?? 'JOINT';
  const sender = sideAt(from, known);
  const faults = [...unknown, ...alertOf(incident, `${path}.incident`, known)];
  if (owner !== 'JOINT' && sender !== undefined && sender !== owner) {
    const message = `${from} may not write in class ${owner}; use JOINT or ${sender}.`;
    faults.push(problem('CLASS_NOT_ALLOWED', `${path}.releasability.class`, message));
  }
  const other = to.findIndex((address) => owner !== 'JOINT' && (sideAt(address, known) ?? owner) !== owner);
  if (other >= 0 && releasability?.tearLine === undefined && !contradicts(owner, releasability?.tlp)) {
    const message = `${to[other]} may not read class ${owner}; make the message JOINT, or give it a tearLine.`;
    faults.push(problem('TEAR_LINE_MISSING', `${path}.to[${other}]`, message));
  }
  return faults;
}

export function checkRelease(release: AuthoredRelease, path: string, known: Referable): FieldProblem[] {
  const { request, propose, approve, tearLine, decline } = release;
  const { join, answers } = propose ?? {};
  return [
    ...messageOf(request?.tearLine, `${path}.request.tearLine`, known),
    ...alertOf(propose?.incident, `${path}.propose.incident`, known),
    ...alertOf(join, `${path}.propose.join`, known),
    ...(answers === undefined
      ? []
      : oneOf(answers, `${path}.propose.answers`, known.requests, 'release inject with a request', known)),
    ...caseOf(approve, `${path}.approve`, known),
    ...caseOf(tearLine?.of, `${path}.tearLine.of`, known),
    ...caseOf(decline?.of, `${path}.decline.of`, known),
  ];
}

export function checkKnown(knows: AuthoredExpectation['knows'], path: string, known: Referable): FieldProblem[] {
  return [
    ...alertOf(knows?.incident, `${path}.incident`, known),
    ...messageOf(knows?.tearLine, `${path}.tearLine`, known),
  ];
}

function sideAt(address: string, { units }: Referable): Side | undefined {
  if (!address.startsWith('unit:')) return SIDES.find((side) => address === `desk:${side}`);
  return units.find(({ id }) => id === address.slice(5))?.side;
}

function unitIds({ units }: Referable): string[] {
  return units.map(({ id }) => id);
}

function messageOf(id: string | undefined, path: string, known: Referable): FieldProblem[] {
  return id === undefined ? [] : oneOf(id, path, known.messages, 'alert and no message', known);
}

function caseOf(id: string | undefined, path: string, known: Referable): FieldProblem[] {
  if (id === undefined) return [];
  return oneOf(
    id,
    path,
    [...known.alerts, ...known.requests],
    'alert inject, and no release inject with a request',
    known,
  );
}

/** An incident is identified by the alert inject that opens or joins it. */
export function alertOf(id: string | undefined, path: string, known: Referable): FieldProblem[] {
  if (id === undefined) return [];
  if (!known.all.includes(id)) return reference('UNKNOWN_INJECT', 'alert inject', id, path, known.alerts);
  if (known.alerts.includes(id)) return [];
  const message = `The inject "${id}" is not an alert; name the alert inject that opens or joins the incident.`;
  return [problem('NOT_AN_ALERT', path, message)];
}

function oneOf(id: string, path: string, fits: readonly string[], what: string, { all }: Referable): FieldProblem[] {
  if (fits.includes(id)) return [];
  if (!all.includes(id)) return reference('UNKNOWN_INJECT', 'inject', id, path, fits);
  return [problem('NOT_AN_ALERT', path, `The inject "${id}" is no ${what}; name one.`)];
}

export function reference(
  code: string,
  what: string,
  id: string,
  path: string,
  known: readonly string[],
): FieldProblem[] {
  if (known.includes(id)) return [];
  return [problem(code, path, `There is no ${what} "${id}" in the scenario.${didYouMean(id, known)}`)];
}

export function problem(code: string, path: string, message: string): FieldProblem {
  return { code, path, message };
}
