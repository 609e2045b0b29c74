/** Notes and decisions on record: who reads them, by which number, and what the other side gets in their place. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import {
  contradicts,
  highest,
  isUsual,
  labelOf,
  nameOfAccount,
  restricts,
  textOf,
  usual,
  type Label,
} from './labels.js';
import { sideOf } from './people.js';
import { hasPassed, planReview, reviewableWriting } from './reviews.js';
import type { Written } from './sides.js';
import { shareTearLine } from './tear-lines.js';
import { next, record, type Incident, type World } from './world.js';

type Recording = Extract<Command, { type: 'NoteIncident' | 'RecordDecision' }>;

/** Whoever may know of the incident reads a shared one; another, the writer's side or those who run the exercise. */
export function writeDown(world: World, incident: Incident, { type, data }: Recording, by: Actor): string | undefined {
  const { label: given, shared } = data;
  const readers = shared === true ? incident.class : (sideOf(by) ?? 'CONTROL');
  if (given !== undefined) {
    if (readers === 'CONTROL' || contradicts({ ...given, class: readers })) return 'LABEL_CONTRADICTION';
    if (readers === 'JOINT' && given.tearLine !== undefined) return 'LABEL_CONTRADICTION';
    if (namesUnknownUnit(world, given.releasableTo)) return 'UNKNOWN_RECIPIENT';
    if (hasPassed(world, given.reviewAt)) return 'TIME_HAS_PASSED';
  }
  const isNote = type === 'NoteIncident';
  const others = (isNote ? incident.notes : incident.records).filter((one) => one.readers === readers);
  const id = `${incident.id}.${readers}.${isNote ? '' : 'D'}${others.length + 1}`;
  const label = readers === 'CONTROL' ? undefined : labelFor(incident, readers, { given, by });
  const text = isNote ? data.text : data.decision;
  const isShared = given?.tearLine !== undefined && readers !== 'CONTROL' && readers !== 'JOINT';
  const who = { owner: sideOf(by), writer: nameOfAccount(by) };
  const moment = next(world);
  const reading = label ? `, ${textOf(label)}` : '';
  record(world, `${incident.id} is ${isNote ? 'noted' : 'decided upon'} for ${readers}, ${id}${reading}`);
  const tearLine = isShared ? shareTearLine(world, { from: readers, kind: 'note', tlp: given.tearLineTlp }) : undefined;
  const written: Written = { id, readers, text, label, moment, ...who, tearLine, reviewAt: given?.reviewAt };
  (isNote ? incident.notes : incident.records).push(written);
  planReview(world, reviewableWriting(incident, isNote ? 'note' : 'decision', written), given?.reviewAt);
  return undefined;
}

/** What is said of a restricted incident is read by nobody who may not read that. */
function labelFor(
  incident: Incident,
  readers: ReleaseClass,
  { given, by }: { readonly given: Recording['data']['label']; readonly by: Actor },
) {
  if (given === undefined) return labelOfNote(incident, readers);
  const own = labelOf({ ...given, class: readers }, by);
  if (isUsual(incident)) return own;
  const label = highest(own, incident.label);
  const writer = nameOfAccount(by);
  // Who writes about the incident reads it, and so the note.
  return restricts(own) && writer !== undefined ? { ...label, named: [...label.named, writer] } : label;
}

/** Of what has no label of its own. */
export const labelOfNote = (incident: Incident, readers: ReleaseClass): Label =>
  isUsual(incident) ? usual(readers) : incident.label;

export function namesUnknownUnit(world: World, names: readonly string[] = []): boolean {
  const units = world.units.map(({ definition }) => `unit:${definition.id}`);
  return names.some((name) => name.startsWith('unit:') && !units.includes(name));
}
