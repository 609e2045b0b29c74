/**
 * The rules of CAP 1.2 beyond its schema, as far as they take two fields: one function each, its standard's section in its
 * comment. What breaks a MUST of the standard is refused; what is only unusual is a warning. They run on the JSON form, whatever form the alert came in. A rule is asked only about fields whose own
 * shape is right, so that one fault is not reported twice.
 */
import type { MsgType } from '#domain/alert/alert.js';
import type { FieldProblem, InputCode } from '../problem.js';
import { pathText, shown } from '../problem.js';
import type { AlertInput, AreaInput, InfoInput } from './alert-shape.js';
import { readTime } from './cap-time.js';
import { MAX_ALERT_POINTS, MAX_SEARCHED_POINTS, circleProblems, polygonProblems } from './geometry.js';
import type { PointBudget } from './geometry.js';
import { isAbsoluteUri } from './text-forms.js';

export interface RuleContext {
  /** When the exercise ends, ms since 1970; absent: not known, so not checked. */
  readonly exerciseEndsMs?: number;
}

type Report = (code: InputCode, path: readonly PropertyKey[], message: string, level?: 'warning') => void;

interface AlertRule {
  /** The fields of the alert that it reads. */
  readonly reads: readonly (keyof AlertInput)[];
  readonly check: (alert: AlertInput, report: Report, context: RuleContext) => void;
}

const ALERT_RULES: readonly AlertRule[] = [
  { reads: ['references', 'msgType'], check: referencesGiven },
  { reads: ['references', 'identifier', 'sender', 'sent'], check: referencesOthers },
  { reads: ['scope', 'restriction'], check: restrictionFitsScope },
  { reads: ['scope', 'addresses'], check: privateHasAddresses },
  { reads: ['note'], check: (alert, report) => plainText(alert.note, ['note'], report) },
  { reads: ['signature'], check: signatureNotVerified },
  { reads: ['info'], check: languagesDiffer },
];

/** All problems and warnings; `faulty` are those that the shape check found. */
export function ruleProblems(alert: AlertInput, faulty: readonly FieldProblem[], context: RuleContext): FieldProblem[] {
  const found: FieldProblem[] = [];
  const report: Report = (code, path, message, level) => {
    const text = pathText(path);
    found.push(level === undefined ? { code, path: text, message } : { code, path: text, message, level });
  };
  for (const rule of ALERT_RULES) {
    if (rule.reads.every((field) => sound(field, faulty))) rule.check(alert, report, context);
  }
  if (alert.info === undefined || !sound('info', faulty, true)) return found;
  const scope: InfoScope = {
    sentMs: sound('sent', faulty) ? readTime(alert.sent) : undefined,
    budget: { left: MAX_ALERT_POINTS, searchable: MAX_SEARCHED_POINTS },
    context,
    report,
    add: (problems) => found.push(...problems),
  };
  alert.info.forEach((info, i) => {
    if (sound(`info[${i}]`, faulty)) infoRules(info, ['info', i], scope);
  });
  return found;
}

/** What the rules of an info block need beside it. */
interface InfoScope {
  /** Absent when the alert's own `sent` cannot be read. */
  readonly sentMs: number | undefined;
  readonly budget: PointBudget;
  readonly context: RuleContext;
  readonly report: Report;
  readonly add: (problems: readonly FieldProblem[]) => void;
}

/** Whether the shape check found nothing at this path or below it (`shallow`: nothing at the path itself). */
function sound(path: string, faulty: readonly FieldProblem[], shallow = false): boolean {
  return faulty.every(({ path: at }) => {
    if (at === path || at === '') return false;
    return shallow || !(at.startsWith(path) && (at[path.length] === '.' || at[path.length] === '['));
  });
}

const NEEDS_REFERENCE: ReadonlySet<MsgType> = new Set<MsgType>(['Update', 'Cancel', 'Ack', 'Error']);

/** CAP 3.2.1, msgType and references. */
function referencesGiven(alert: AlertInput, report: Report): void {
  if (alert.references?.length === 0) {
    const message = 'references is empty; leave it out, or name the messages referred to.';
    report('REFERENCES_EMPTY', ['references'], message, NEEDS_REFERENCE.has(alert.msgType) ? undefined : 'warning');
  } else if (alert.references === undefined && NEEDS_REFERENCE.has(alert.msgType)) {
    const message = `msgType is ${alert.msgType} and references is missing; it must name the messages referred to.`;
    report('REFERENCE_REQUIRED', ['references'], message);
  }
}

/** CAP 3.2.1, references: earlier messages, so never this one. */
function referencesOthers(alert: AlertInput, report: Report): void {
  if (alert.references === undefined) return;
  const sentMs = readTime(alert.sent) ?? 0;
  alert.references.forEach((reference, i) => {
    const referredMs = readTime(reference.sent) ?? 0;
    if (referredMs > sentMs) {
      const message = `The message referred to was sent at ${reference.sent}, after this one (${alert.sent}).`;
      report('REFERENCE_LATER', ['references', i], message, 'warning');
    }
    if (reference.sender === alert.sender && reference.identifier === alert.identifier && referredMs === sentMs) {
      report('REFERENCE_SELF', ['references', i], 'The message refers to itself; it must refer to another.');
    }
  });
}

/** CAP 3.2.1, restriction: used when scope is Restricted. An empty element is ignored. */
function restrictionFitsScope(alert: AlertInput, report: Report): void {
  const given = isGiven(alert.restriction);
  if (alert.scope === 'Restricted' && !given) {
    report('RESTRICTION_MISSING', ['restriction'], 'scope is Restricted; restriction must say for whom.');
  } else if (alert.scope !== 'Restricted' && given) {
    const message = `scope is ${alert.scope} and restriction is ${shown(alert.restriction)}, which is for Restricted only.`;
    report('RESTRICTION_NOT_ALLOWED', ['restriction'], message, 'warning');
  }
}

/** CAP 3.2.1, addresses: required when scope is Private. */
function privateHasAddresses(alert: AlertInput, report: Report): void {
  if (alert.scope !== 'Private' || isGiven(alert.addresses)) return;
  report('ADDRESSES_MISSING', ['addresses'], 'scope is Private; addresses must name the recipients.');
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** CAP 1.2, 3.3.4.1: a signature is kept as it came; whether it fits, and whose it is, nobody has checked. */
function signatureNotVerified(alert: AlertInput, report: Report): void {
  if (alert.signature === undefined) return;
  report('SIGNATURE_NOT_VERIFIED', ['signature'], 'The signature is kept as it came; it was not verified.', 'warning');
}

const DEFAULT_LANGUAGE = 'en-us';
const TRANSLATED = ['headline', 'description', 'instruction'] as const;

/** CAP 3.2.2, language: an info block for each; the same text in two of them is a translation that was forgotten. */
function languagesDiffer(alert: AlertInput, report: Report): void {
  if (alert.info === undefined || alert.info.length < 2) return;
  const seen = new Map<string, { language: string; index: number }>();
  alert.info.forEach((info, index) => {
    const language = info.language?.toLowerCase() ?? DEFAULT_LANGUAGE;
    for (const field of TRANSLATED) {
      const text = info[field];
      if (!isGiven(text)) continue;
      const before = seen.get(`${field}:${text}`);
      if (before === undefined) seen.set(`${field}:${text}`, { language, index });
      else if (before.language !== language) {
        const message = `The same ${field} stands under ${before.language} (info[${before.index}]) and ${language}.`;
        report('SAME_TEXT_TWO_LANGUAGES', ['info', index, field], message, 'warning');
      }
    }
  });
}

function infoRules(info: InfoInput, path: readonly PropertyKey[], scope: InfoScope): void {
  const { report } = scope;
  expiresInTime(info, path, scope);
  for (const field of PLAIN_TEXTS) plainText(info[field], [...path, field], report);
  info.resource?.forEach((resource, i) => {
    if (resource.uri === undefined || isAbsoluteUri(resource.uri) || isGiven(resource.derefUri)) return;
    const message = `uri is ${shown(resource.uri)}, which is relative; derefUri should hold the content (CAP 1.2, 3.2.3).`;
    report('DEREF_URI_MISSING', [...path, 'resource', i, 'derefUri'], message, 'warning');
  });
  info.area?.forEach((area, i) => {
    areaRules(area, [...path, 'area', i], scope);
  });
}

/** CAP 3.2.2, expires. */
function expiresInTime(info: InfoInput, path: readonly PropertyKey[], { sentMs, report, context }: InfoScope): void {
  if (info.expires === undefined) return;
  const at = [...path, 'expires'];
  const expiresMs = readTime(info.expires) ?? 0;
  const effectiveMs = info.effective === undefined ? undefined : readTime(info.effective);
  if (sentMs !== undefined && expiresMs < sentMs) {
    report('EXPIRES_BEFORE_SENT', at, `expires is ${info.expires}, before the alert was sent.`, 'warning');
  }
  if (effectiveMs !== undefined && expiresMs < effectiveMs) {
    const message = `expires is ${info.expires}, before effective (${info.effective}).`;
    report('EXPIRES_BEFORE_EFFECTIVE', at, message, 'warning');
  }
  if (context.exerciseEndsMs !== undefined && expiresMs > context.exerciseEndsMs) {
    const end = new Date(context.exerciseEndsMs).toISOString();
    report('VALID_BEYOND_EXERCISE', at, `expires is ${info.expires}, after the exercise ends (${end}).`, 'warning');
  }
}

const PLAIN_TEXTS = ['event', 'audience', 'senderName', 'headline', 'description', 'instruction', 'contact'] as const;
/** Stops at the next `<` or `&`, so that a text of them takes no longer than another. */
const HTML = /<\/?[A-Za-z][^<>]*>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/;

/** CAP 1.2 texts are plain: what reads as markup would be shown as it stands. */
function plainText(text: string | undefined, path: readonly PropertyKey[], report: Report): void {
  if (text === undefined) return;
  const match = HTML.exec(text);
  if (match === null) return;
  const message = `${pathText(path)} holds ${shown(match[0])}; CAP texts are plain, so it is shown as it stands.`;
  report('HTML_IN_TEXT', path, message, 'warning');
}

/** CAP 3.2.4. */
function areaRules(area: AreaInput, path: readonly PropertyKey[], { budget, report, add }: InfoScope): void {
  area.polygon?.forEach((text, i) => add(polygonProblems(text, pathText([...path, 'polygon', i]), budget)));
  area.circle?.forEach((text, i) => add(circleProblems(text, pathText([...path, 'circle', i]))));
  if (area.ceiling === undefined) return;
  if (area.altitude === undefined) {
    const message = `ceiling is ${area.ceiling} and altitude is missing; a ceiling needs one.`;
    report('CEILING_WITHOUT_ALTITUDE', [...path, 'ceiling'], message);
  } else if (area.ceiling < area.altitude) {
    const message = `ceiling is ${area.ceiling}; it should lie above altitude (${area.altitude}).`;
    report('CEILING_NOT_ABOVE_ALTITUDE', [...path, 'ceiling'], message, 'warning');
  }
}
