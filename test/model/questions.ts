/** A notification's life: asked, sent, delivered, reminded, answered, expired; and what links do to it. */
import { unitReads } from './labels.js';
import { drawAnswer, isLost } from './draws.js';
import { isDown, isFull, isResponse, linkTo, standing, wouldLapse } from './units.js';
import { RANK } from './due.js';
import {
  drop,
  incidentOf,
  isUnderWay,
  later,
  nameOf,
  next,
  record,
  sameQuestion,
  unitOf,
  type Acknowledgement,
  type Answer,
  type Asked,
  type Chain,
  type Incident,
  type Question,
  type QuestionKey,
  type World,
} from './world.js';

const SECOND = 1000;

export const isOpen = ({ status }: Question): boolean => status === 'sent' || status === 'delivered';

/** The notifications of an incident, without those from before it opened again. */
export function questionsOf(world: World, incident: Incident): Question[] {
  return world.questions.of(incident.id).filter(({ moment }) => moment > incident.opened);
}

/** For the same action, or for `respond` or `secure` when the other asks for `inform`. */
export function answersOrCovers(given: Asked, asked: Asked): boolean {
  if (given.unit !== asked.unit) return false;
  return given.action === asked.action || (isResponse(given.action) && asked.action === 'inform');
}

/** Whether a standing acknowledgement covers it; for a chain only if the chain counts it. */
export function isCovered(given: readonly Acknowledgement[], asked: Asked): boolean {
  return given.some((acknowledgement) => answersOrCovers(acknowledgement, asked));
}

export function openQuestion(world: World, incident: Incident, asked: Asked): Question | undefined {
  return questionsOf(world, incident).find((question) => isOpen(question) && sameQuestion(question, asked));
}

/** A question that has just been asked, and could not be delivered. */
export function undeliverableNow(world: World, incident: Incident, asked: Asked): Question | undefined {
  return questionsOf(world, incident).find(
    (question) =>
      question.status === 'undeliverable' && question.askedAt === world.now && sameQuestion(question, asked),
  );
}

function recordOf(world: World, question: Question, what: string): void {
  const asked = question.askedAt / SECOND;
  record(world, `${question.incident} ${nameOf(question)} (asked at ${asked}) ${what}`);
}

/** Whether it asked the same at the same time. */
function isAlike(one: Question, { incident, unit, action, askedAt }: Omit<QuestionKey, 'nth'>): boolean {
  return one.incident === incident && one.unit === unit && one.action === action && one.askedAt === askedAt;
}

export function findQuestion(world: World, key: QuestionKey | undefined): Question | undefined {
  return key && world.questions.of(key.incident).find((question) => question.nth === key.nth && isAlike(question, key));
}

/** The chain whose reminders and expiry a question by hand follows. */
const firstChain = (incident: Incident): Chain | undefined => incident.chains[0];

/** Asks by a new notification. */
export function ask(
  world: World,
  incident: Incident,
  { unit, action }: Asked,
  by: { readonly askers: readonly string[]; readonly byHand: boolean },
): void {
  const asked = { incident: incident.id, unit, action, askedAt: world.now };
  const question: Question = {
    ...asked,
    side: unitOf(world, unit).definition.side,
    nth: world.questions.of(incident.id).filter((other) => isAlike(other, asked)).length,
    moment: next(world),
    byHand: by.byHand,
    askers: [...by.askers],
    status: 'sent',
    delivered: false,
    lastSent: world.now,
    addressed: world.moment,
  };
  world.questions.push(question);
  for (const chain of incident.chains)
    if (by.askers.includes(chain.name) && chain.status === 'at work') takeUp(world, chain, [question]);
  if (isDown(world, unit)) {
    question.status = 'undeliverable';
    return recordOf(world, question, 'is undeliverable');
  }
  recordOf(world, question, 'is sent');
  transmit(world, question);
  updateReminder(world, question);
  const isVoid = () => !isOpen(question);
  const expires = { incident: incident.id, isVoid };
  later(world, expireAfter(incident, question), RANK.expiry, () => expire(world, question), expires);
}

function expireAfter(incident: Incident, question: Question): number {
  const asker = incident.chains.find(({ name }) => name === question.askers[0]);
  const chain = question.byHand ? firstChain(incident) : asker;
  return chain?.policy.expireAfterMs ?? Number.POSITIVE_INFINITY;
}

function transmit(world: World, question: Question): void {
  const link = linkTo(world, question.unit);
  if (link.status === 'up') return arrive(world, question);
  // A reminder arrives with a message that is still under way.
  if (link.status === 'down' || question.message) return;
  if (isLost(world, link, { kind: 'question', question })) return;
  const message = {};
  question.message = message;
  later(world, link.latencyMs, RANK.arrival, () => {
    if (question.message === message) arrive(world, question);
  });
}

/** What arrives is decided when it arrives. */
function arrive(world: World, question: Question): void {
  question.message = undefined;
  if (!isOpen(question) || isDown(world, question.unit)) return;
  if (!question.delivered) {
    question.delivered = true;
    question.status = 'delivered';
    recordOf(world, question, 'is delivered');
  }
  planAnswer(world, question);
}

/** At one moment it is sent at most once. */
export function remind(world: World, question: Question): void {
  if (question.lastSent === world.now) return;
  question.lastSent = world.now;
  question.addressed = next(world);
  recordOf(world, question, 'is reminded');
  transmit(world, question);
  dropReminder(world, question);
  updateReminder(world, question);
}

/** Whether a chain counts an acknowledgement: one since it started anew, or of a unit that was under way then. */
export function counts(chain: Chain | undefined, { moment, unit }: Acknowledgement): boolean {
  return !chain || moment > chain.since || chain.underWay.includes(unit);
}

interface Reminder {
  /** Absent: it was asked by hand. */
  readonly chain?: Chain;
  readonly from: number;
  readonly every: number;
}

/** The chains at work that remind of a question. */
function remindersOf(incident: Incident, question: Question): Reminder[] {
  const never = Number.POSITIVE_INFINITY;
  const reminders: Reminder[] = incident.chains.flatMap((chain) =>
    chain.reminds
      .filter((reminding) => reminding.question === question)
      .map(({ from }) => ({ chain, from, every: chain.policy.remindEveryMs ?? never })),
  );
  if (question.byHand) reminders.push({ from: 0, every: firstChain(incident)?.policy.remindEveryMs ?? never });
  return reminders;
}

/**
 * When a question is sent again: by the first of those who remind of it, each an interval after it was last sent, or taken up, and again an
 * interval after that. Who counts an answer does not remind.
 */
function reminderOf(world: World, incident: Incident, question: Question): number | undefined {
  const given = standing(world, incident);
  const times = remindersOf(incident, question)
    .filter(({ every }) => Number.isFinite(every))
    .filter(
      ({ chain }) =>
        !isCovered(
          given.filter((one) => counts(chain, one)),
          question,
        ),
    )
    .map(({ from, every }) => {
      let at = Math.max(question.lastSent, from) + every;
      while (at < world.now) at += every;
      return at;
    });
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** A chain that reaches an open question, or resumes, takes up reminders from then. */
export function takeUp(world: World, chain: Chain, questions: readonly Question[]): void {
  const others = chain.reminds.filter(({ question }) => !questions.includes(question));
  chain.reminds = [...others, ...questions.map((question) => ({ question, from: world.now }))];
  for (const question of questions) updateReminder(world, question);
}

/** Sets each open question's next reminder. */
export function updateReminders(world: World, incidents: Iterable<string>): void {
  const questions = [...incidents].flatMap((id) => world.questions.of(id));
  for (const question of questions) if (isOpen(question) || question.reminder) updateReminder(world, question);
}

function updateReminder(world: World, question: Question): void {
  const incident = incidentOf(world, question.incident);
  const at = isOpen(question) && isUnderWay(incident) ? reminderOf(world, incident, question) : undefined;
  if (at === question.reminder?.at) return;
  dropReminder(world, question);
  if (at === undefined) return;
  question.reminder = later(world, at - world.now, RANK.reminder, () => {
    question.reminder = undefined;
    world.touched.add(question.incident);
    remind(world, question);
  });
}

function dropReminder(world: World, question: Question): void {
  drop(world, question.reminder);
  question.reminder = undefined;
}

/** A simulated unit on duty answers after its time, unless it is going to, or has. */
function planAnswer(world: World, question: Question): void {
  const { definition, duty, mode } = unitOf(world, question.unit);
  if (mode !== 'simulated' || duty === 'off' || question.plan || question.given) return;
  const drawn = drawAnswer(world, question, definition.behaviour);
  if (!drawn) return;
  const plan = {};
  question.plan = plan;
  later(world, drawn.afterMs, RANK.arrival, () => {
    if (question.plan !== plan) return;
    question.plan = undefined;
    simulateAnswer(world, question, drawn.declines);
  });
}

function simulateAnswer(world: World, question: Question, wouldDecline: boolean): void {
  if (!mayAnswer(world, question)) return;
  const full = isFull(world, question.unit, question.action, incidentOf(world, question.incident));
  const declines = wouldDecline || full;
  if (declines && question.status === 'expired') return;
  const reason = full ? 'at-capacity' : 'no';
  give(world, { question, answer: declines ? 'decline' : 'acknowledge', reason: wouldDecline ? 'no' : reason });
}

/** Delivered and not answered; expired ones can still be acknowledged. */
function mayAnswer(world: World, question: Question): boolean {
  const incident = incidentOf(world, question.incident);
  if (!isUnderWay(incident) || question.moment < incident.opened || !question.delivered || question.given) return false;
  return question.status === 'delivered' || (question.status === 'expired' && !isAnsweredLate(world, question));
}

export function isAnsweredLate(world: World, question: Question): boolean {
  return world.acknowledgements.of(question.incident).some((given) => given.question === question);
}

/** A unit that is off duty or no longer simulated gives no answer; one that is back answers what it has not answered. */
export function updatePlans(world: World, unit: string): void {
  const { duty, mode } = unitOf(world, unit);
  for (const question of world.questions.all.filter((asked) => asked.unit === unit)) {
    if (duty === 'off' || mode !== 'simulated') question.plan = undefined;
    else if (isOpen(question) && mayAnswer(world, question)) planAnswer(world, question);
  }
}

/** An answer takes the same way back, whoever gives it. */
export function give(world: World, answer: Answer): void {
  const { question } = answer;
  const link = linkTo(world, question.unit);
  question.plan = undefined;
  if (link.status === 'up') return count(world, answer);
  recordOf(world, question, `is given the answer ${answer.answer}`);
  if (link.status === 'down') return keep(world, answer);
  if (isLost(world, link, { kind: 'answer', question })) return;
  question.given = answer;
  later(world, link.latencyMs, RANK.arrival, () => {
    if (question.given !== answer) return;
    if (isDown(world, question.unit)) keep(world, answer);
    else count(world, answer);
  });
}

function keep(world: World, answer: Answer): void {
  answer.question.given = answer;
  world.kept.push(answer);
}

/** What was kept counts as soon as the link is not down any more. */
function release(world: World, answer: Answer): void {
  later(world, 0, RANK.arrival, () => {
    if (answer.question.given !== answer || isDown(world, answer.question.unit)) return;
    count(world, answer);
  });
}

function count(world: World, { question, answer, reason }: Answer): void {
  question.given = undefined;
  if (!mayAnswer(world, question)) return;
  const incident = incidentOf(world, question.incident);
  const late = question.status === 'expired';
  if (answer === 'decline') {
    if (!late) decline(world, question, reason);
  } else if (isFull(world, question.unit, question.action, incident)) {
    if (!late) decline(world, question, 'at-capacity');
  } else {
    acknowledge(world, question, late);
  }
}

function decline(world: World, question: Question, reason: string): void {
  question.status = 'declined';
  world.declines.push({ unit: question.unit, incident: question.incident, moment: next(world) });
  recordOf(world, question, reason === 'at-capacity' ? 'is declined (at-capacity)' : 'is declined');
}

function acknowledge(world: World, question: Question, late: boolean): void {
  if (!late) question.status = 'acknowledged';
  recordOf(world, question, late ? 'is acknowledged late' : 'is acknowledged');
  const { unit, action, side, incident } = question;
  const given = { unit, action, side, incident, question, moment: next(world), lapsed: false };
  world.acknowledgements.push(given);
  lapseLater(world, given, ackExpires(incidentOf(world, incident), question));
}

/** @param expires after how long, ms; undefined: it does not */
export function lapseLater(world: World, given: Acknowledgement, expires: number | undefined): void {
  if (!isResponse(given.action) || expires === undefined) return;
  const isVoid = () => !wouldLapse(world, given);
  later(world, expires, RANK.expiry, () => lapse(world, given), { incident: given.incident, isVoid });
}

/** Where chains share a notification, the shortest counts. */
function ackExpires(incident: Incident, question: Question): number | undefined {
  const chains = incident.chains.filter(({ name }) => question.askers.includes(name));
  const first = firstChain(incident);
  if (question.byHand && first) chains.push(first);
  const times = chains.flatMap(({ policy }) => policy.ackExpiresMs ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

function lapse(world: World, given: Acknowledgement): void {
  if (!wouldLapse(world, given)) return;
  given.lapsed = true;
  recordOf(world, given.question, 'has its acknowledgement lapse');
}

function expire(world: World, question: Question): void {
  if (!isOpen(question)) return;
  question.status = 'expired';
  // It can no longer be declined, so such an answer that is still under way will not count.
  if (question.given?.answer === 'decline') question.given = undefined;
  recordOf(world, question, 'expires');
}

export function withdraw(world: World, questions: readonly Question[]): void {
  // The late answer to one that has expired still counts, if it was given before.
  for (const question of questions.filter(isOpen)) {
    question.given = undefined;
    question.status = 'withdrawn';
    recordOf(world, question, 'is withdrawn');
  }
}

/** When a link is restored, what was kept counts, and what could not be delivered is asked again. */
export function changeLinks(world: World, units: readonly string[], change: () => void): void {
  const down = units.filter((unit) => isDown(world, unit));
  change();
  const restored = down.filter((one) => !isDown(world, one));
  for (const answer of world.kept.filter(({ question }) => restored.includes(question.unit))) release(world, answer);
  for (const unit of restored) {
    later(world, 0, RANK.arrival, () => {
      if (isDown(world, unit)) return;
      for (const incident of world.incidents.filter(isUnderWay)) askAgain(world, incident, unit);
    });
  }
}

function askAgain(world: World, incident: Incident, unit: string): void {
  const cares = (name: string) =>
    incident.chains.some((chain) => chain.name === name && ['at work', 'exhausted'].includes(chain.status));
  for (const question of questionsOf(world, incident)) {
    if (question.status !== 'undeliverable' || question.unit !== unit || !unitReads(incident, unit)) continue;
    const askers = question.askers.filter(cares);
    if (askers.length === 0 && !question.byHand) continue;
    const others = questionsOf(world, incident).filter((other) => sameQuestion(other, question));
    if (others.some(({ moment }) => moment > question.moment)) continue;
    if (isCovered(standing(world, incident), question)) continue;
    record(world, `${incident.id} ${nameOf(question)} is asked again: link restored`);
    ask(world, incident, question, { askers, byHand: question.byHand });
  }
}
