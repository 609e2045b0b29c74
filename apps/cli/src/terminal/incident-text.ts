/** Incidents for people: a row each, or one with its chains and who was asked. */
import type { z } from 'zod';
import type { EventViewOf } from '#contracts/http/events.js';
import type { incidentView, notificationView } from '#contracts/http/incidents.js';
import type { noteView, recordView } from '#contracts/http/records.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { SIDES, type Audience } from '#domain/kernel/side.js';
import { tableText } from './table.js';
import { harmless } from './terminal-text.js';

type IncidentView = z.infer<typeof incidentView>;
type NotificationView = z.infer<typeof notificationView>;
type Note = z.infer<typeof noteView>;

const HEAD = ['INCIDENT', 'STATUS', 'SEVERITY', 'JOINT', 'OPENED', 'NEXT STEP', 'SITE', 'CHAINS', 'HEADLINE'];

export function incidentRows(incidents: readonly IncidentView[]): string[][] {
  return [
    HEAD,
    ...incidents.map((incident) => [
      incident.id,
      incident.status,
      incident.severity,
      incident.joint,
      formatExerciseTime(incident.openedAt),
      timeText(incident.nextStepAt),
      incident.site ?? '',
      incident.chains.map(({ chain, status }) => `${chain} ${status}`).join(', '),
      incident.headline,
    ]),
  ];
}

export function incidentText(
  incident: IncidentView,
  notifications: readonly NotificationView[],
  notes: readonly Note[],
): string {
  const { id, status, severity, joint, headline, site, categories, openedAt, acknowledgedBy } = incident;
  const sides = (['PAK', 'CHN'] as const).flatMap((side) => {
    const acknowledgement = acknowledgedBy[side];
    if (acknowledgement === undefined) return [];
    const { by, unit, at } = acknowledgement;
    return [`${side} by ${by === 'unit' ? (unit ?? 'a unit') : 'override'} at ${formatExerciseTime(at)}`];
  });
  const lines = [
    `${id}: ${status}, ${severity}, acknowledgement ${joint}${sides.length === 0 ? '' : ` (${sides.join('; ')})`}`,
    headline,
    `${site ?? 'no site'}; ${categories.join(', ')}; opened at ${formatExerciseTime(openedAt)}`,
    ...decisionLines(incident),
    ...linkLines(incident),
  ];
  return [
    `${lines.map(harmless).join('\n')}\n`,
    tableText([['CHAIN', 'STATUS', 'STEP', 'ROUND', 'DEADLINE', 'NEXT STEP'], ...incident.chains.map(chainRow)]),
    tableText(notificationRows(notifications)),
    ...(notes.length === 0 ? [] : [tableText(noteRows(notes))]),
  ].join('\n');
}

/** What one side has decided while the other has not, or has decided otherwise, and who decides for both. */
function decisionLines({ decisions = {}, commander }: IncidentView): string[] {
  const decided = SIDES.flatMap((side) => {
    const one = decisions[side];
    if (one === undefined) return [];
    const why = one.reason === undefined ? '' : `: ${one.reason}`;
    return [`${side} has decided to ${one.decision} it at ${formatExerciseTime(one.at)}${why}`];
  });
  const waiting = SIDES.filter((side) => decided.length > 0 && decisions[side] === undefined);
  return [
    ...decided,
    ...waiting.map((side) => `The decision of ${side} is awaited.`),
    ...(commander === undefined ? [] : [`Incident commander: ${commander}`]),
  ];
}

/** The same case by its other names: only who may know both reads this. */
function linkLines({ class: releaseClass, linked = [] }: IncidentView): string[] {
  if (linked.length === 0) return [];
  return [`${releaseClass === 'JOINT' ? 'Released from' : 'Known to both sides as'} ${linked.join(', ')}`];
}

export function notificationRows(notifications: readonly NotificationView[]): string[][] {
  return [
    ['NOTIFICATION', 'UNIT', 'ACTION', 'STATUS', 'EXPIRES'],
    ...notifications.map(({ id, unit, action, status, expiresAt }) => [id, unit, action, status, timeText(expiresAt)]),
  ];
}

function noteRows(notes: readonly Note[]): string[][] {
  return [
    ['NOTE', 'AT', 'BY', 'FOR', 'LABEL', 'TEXT'],
    ...notes.map((note) => [
      note.id,
      formatExerciseTime(note.at),
      writerText(note),
      readersText(note.audience),
      recordLabelText(note),
      note.text,
    ]),
  ];
}

/** Who wrote it; of a note that came by a release, whose it had been. */
export function writerText(record: z.infer<typeof recordView>): string {
  const { actor } = record;
  if (record.kind === 'note' && record.released !== undefined) return `released by ${record.released}`;
  return [actor.role, actor.side].filter((word) => word !== undefined).join(' ');
}

/** Who of those whom it is for read it, and what the other side has of it. */
export function recordLabelText({ label, tearLine }: z.infer<typeof recordView>): string {
  const { tlp, to = [] } = label ?? {};
  const named = to.length === 0 ? '' : ` (${to.join(', ')})`;
  return [`${tlp ?? ''}${named}`, tearLine].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Who reads what has this audience. */
export function readersText(audience: Audience): string {
  if (audience === 'JOINT') return 'both sides';
  return audience === 'CONTROL' ? 'controllers and evaluators' : `${audience} only`;
}

/** Says under which id something was written down, who reads it, and what the other side has of it. */
export function writtenText(id: string, { audience, data }: EventViewOf<'IncidentNoted' | 'DecisionRecorded'>): string {
  const { label, tearLine } = data;
  const marked = label === undefined ? '' : ` ${label.tlp}`;
  const shared = tearLine === undefined ? '' : `; the other side gets ${tearLine}`;
  return `${id}: visible to ${readersText(audience)}${marked}${shared}\n`;
}

function chainRow({ chain, status, step, round, deadline, nextStepAt }: IncidentView['chains'][number]): string[] {
  return [chain, status, String(step + 1), String(round + 1), timeText(deadline), timeText(nextStepAt)];
}

function timeText(time: number | undefined): string {
  return time === undefined ? '' : formatExerciseTime(time);
}
