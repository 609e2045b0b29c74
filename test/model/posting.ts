/** Messages as they are put on record; until when requests want an answer, who is reminded, and what simulated units answer. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { MessageText } from '#domain/message/message.js';
import { sideAt } from './addresses.js';
import { drawReply } from './draws.js';
import {
  contradicts,
  highest,
  isReadByAll,
  isUsual,
  labelOf,
  readsAsUnit,
  restricts,
  textOf,
  type Label,
} from './labels.js';
import { sideOf } from './people.js';
import { planReview, reviewableLetter } from './reviews.js';
import type { Letter } from './sides.js';
import { shareTearLine } from './tear-lines.js';
import { linkTo } from './units.js';
import { RANK } from './due.js';
import { hasEnded, later, record, unitOf, type Incident, type World } from './world.js';

type Sent = Extract<Command, { type: 'SendMessage' }>['data'];

export type Posting = Pick<Sent, 'kind' | 'subject' | 'text' | 'label' | 'answerWithinMs'> & {
  readonly from: string;
  readonly to: readonly string[];
  readonly by: Actor;
  readonly incident: Incident | undefined;
  readonly parent: Letter | undefined;
};

/** What decides who reads it. */
interface Lettered extends Pick<Posting, 'label' | 'from' | 'to' | 'parent'> {
  readonly writer: string | undefined;
  /** The label of the incident that it is about. */
  readonly incident: Label | undefined;
}

const labelOfIncident = (incident: Incident): Label | undefined =>
  hasEnded(incident) || isUsual(incident) ? undefined : incident.label;

export function post(world: World, posting: Posting): void {
  const { kind, subject, text, label: given, from, to, incident, parent, answerWithinMs } = posting;
  const { class: owner, tearLine } = given;
  const number = world.letters.filter((one) => one.class === owner).length + 1;
  const writer = writerOf(posting);
  const letter: Letter = {
    id: `MSG-${owner === 'JOINT' ? '' : `${owner}-`}${String(number).padStart(4, '0')}`,
    class: owner,
    label: labelOfLetter(world, { ...posting, writer, incident: incident && labelOfIncident(incident) }),
    writer,
    kind,
    from,
    to,
    incident: incident?.id,
    text: textsOf(text)[0] ?? '',
    parent,
    words: [subject ?? '', ...textsOf(text)].join('\n').toLowerCase(),
    readBy: [],
    status: 'open',
    answeredBy: [],
    plans: new Map(),
  };
  world.letters.push(letter);
  const due = kind === 'request' && answerWithinMs !== undefined ? world.now + answerWithinMs : undefined;
  const about = [
    incident ? ` about ${incident.id}` : '',
    parent ? ` to ${parent.id}` : '',
    due === undefined ? '' : ` by ${due}`,
  ].join('');
  const words = `${kind} from ${from} to ${to.join('+')}${about}, ${textOf(letter.label)}: ${textsOf(text)[0]}`;
  record(world, `${letter.id} is posted for ${owner}: ${words}`);
  const shared =
    owner === 'JOINT' || tearLine === undefined
      ? undefined
      : shareTearLine(world, { from: owner, kind: 'message', tlp: given.tearLineTlp });
  letter.tearLine = shared;
  planReview(world, reviewableLetter(world, letter), given.reviewAt);
  if (kind === 'request') awaitAnswer(world, letter, due);
  if (kind === 'answer' && parent) answered(world, parent, { answer: letter, tearLine: shared });
}

export const textsOf = (text: MessageText): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/**
 * Under TLP:RED read by whom it is to, whom it names, and its sender. Of these, those read it who may read what it is about and what it
 * replies to.
 */
export function labelOfLetter(world: World, posting: Lettered): Label {
  const { from, to, label, incident, parent } = posting;
  const writer = [posting.writer ?? []].flat();
  const addressed = [from, ...to].flatMap(namesAt);
  const named = [...(label.releasableTo ?? []), ...addressed, ...writer, ...answeredPerson(world, posting)];
  const own = labelOf({ ...label, releasableTo: named }, undefined);
  const limits: Label[] = [];
  if (incident) limits.push(incident);
  if (parent && restricts(parent.label)) limits.push(parent.label);
  const whole = highest(own, ...limits);
  return restricts(own) ? { ...whole, named: [...whole.named, ...writer] } : whole;
}

/** Who wrote what is answered, if it was somebody of the side. */
function answeredPerson(world: World, { to, label, parent }: Pick<Lettered, 'to' | 'label' | 'parent'>): string[] {
  if (!parent?.writer || !to.includes(parent.from)) return [];
  return sideAt(world, parent.from) === label.class ? [parent.writer] : [];
}

/** As labels name who sent it. Whoever speaks in the name of a unit of another is not named. */
function writerOf({ from, by }: Posting): string | undefined {
  if (by.kind !== 'account' || (from.startsWith('unit:') && sideOf(by) === undefined)) return undefined;
  return `account:${by.id}`;
}

function namesAt(address: string): string[] {
  if (address.startsWith('unit:')) return [address];
  return address === 'control' ? [] : ['role:operator', 'role:commander'];
}

/** All who know of the request may know that it has this answer. */
export function isFitting(
  request: Letter,
  { class: owner, tearLine }: Pick<Sent['label'], 'class' | 'tearLine'>,
): boolean {
  return owner === request.class || (request.class === 'JOINT' && tearLine !== undefined);
}

/** @param due exercise time, ms; undefined: an answer is wanted whenever */
function awaitAnswer(world: World, request: Letter, due: number | undefined): void {
  for (const address of request.to) {
    if (address.startsWith('unit:')) planReply(world, request, address.slice('unit:'.length));
  }
  if (due === undefined) return;
  const within = due - world.now;
  later(world, Math.floor(within / 2), RANK.reminder, () => {
    if (request.status !== 'open') return;
    record(world, `${request.id} is reminded of: ${request.to.join('+')}, ${textOf(request.label)}`);
  });
  later(world, within, RANK.step, () => {
    if (request.status !== 'open') return;
    request.status = 'overdue';
    const { label } = request;
    // The commander of the side that asked reads it, whatever its label.
    const read = restricts(label) ? { ...label, named: [...label.named, 'role:commander'] } : label;
    record(world, `${request.id} is overdue: ${request.to.join('+')}, ${textOf(read)}`);
  });
}

interface Answering {
  readonly answer: Letter;
  readonly tearLine: string | undefined;
}

/** The first answer of each that was asked. It is named to those who know of the request only if all of them may read it. */
function answered(world: World, request: Letter, { answer, tearLine }: Answering): void {
  const { from: by } = answer;
  if (by.startsWith('unit:')) request.plans.delete(by.slice('unit:'.length));
  if (request.answeredBy.includes(by)) return;
  const isRead = isReadByAll(request.label, answer.label);
  const isOfClass = answer.class === request.class;
  const words = [
    isOfClass && isRead ? ` with ${answer.id}` : '',
    !isOfClass && tearLine !== undefined ? ` with ${tearLine}` : '',
    request.status === 'overdue' ? ', late' : '',
  ].join('');
  record(world, `${request.id} is answered by ${by}${words}, ${textOf(request.label)}`);
  request.status = 'answered';
  request.answeredBy.push(by);
}

/** What a unit that can answer again is going to answer to all that has waited for it. */
export function planReplies(world: World, unit: string): void {
  for (const letter of world.letters) if (letter.to.includes(`unit:${unit}`)) planReply(world, letter, unit);
}

function planReply(world: World, request: Letter, unit: string): void {
  if (request.kind !== 'request' || request.answeredBy.includes(`unit:${unit}`) || request.plans.has(unit)) return;
  if (!canAnswer(world, unit)) return;
  const { side, behaviour } = unitOf(world, unit).definition;
  if (request.class !== 'JOINT' && request.class !== side) return;
  if (!readsAsUnit(request.label, unit)) return;
  const link = linkTo(world, unit);
  // The request and the answer are late, and not lost.
  const late = link.status === 'degraded' ? 2 * link.latencyMs : 0;
  const prepared = preparedAnswer(world, request, unit);
  const takes = prepared?.afterMs ?? drawReply(world, { message: request.id, unit, time: behaviour.acknowledge, late });
  const plan = {};
  request.plans.set(unit, plan);
  later(world, takes + late, RANK.arrival, () => {
    if (request.plans.get(unit) !== plan) return;
    request.plans.delete(unit);
    if (canAnswer(world, unit)) reply(world, request, unit);
  });
}

function canAnswer(world: World, id: string): boolean {
  const { mode, duty } = unitOf(world, id);
  return mode === 'simulated' && duty === 'on' && linkTo(world, id).status !== 'down';
}

/** The first that fits in all that it names. */
function preparedAnswer(world: World, { incident: id, words }: Letter, unit: string) {
  const incident = world.incidents.find((one) => one.id === id && !hasEnded(one));
  const { answers = [] } = unitOf(world, unit).definition;
  return answers.find(({ about = {} }) => {
    if (about.site !== undefined && incident?.facts.site !== about.site) return false;
    if (about.category !== undefined && !incident?.facts.categories.some((one) => one === about.category)) return false;
    return about.words === undefined || about.words.some((word) => words.includes(word.toLowerCase()));
  });
}

const NOTHING: LocalizedText = { en: 'Nothing is known about this.' };

/** An answer whose label does not fit the request is not given: the unit says that nothing is known. */
function reply(world: World, request: Letter, unit: string): void {
  const prepared = preparedAnswer(world, request, unit);
  const label = prepared?.release ?? { class: request.class };
  const isGiven = isFitting(request, label) && !contradicts(label);
  post(world, {
    kind: 'answer',
    from: `unit:${unit}`,
    to: [request.from],
    text: isGiven && prepared ? prepared.text : NOTHING,
    label: isGiven ? label : { class: request.class },
    by: { kind: 'unit', id: unitOf(world, unit).definition.id },
    incident: world.incidents.find(({ id }) => id === request.incident),
    parent: request,
  });
}
