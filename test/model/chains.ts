/** How a chain goes from step to step. */
import { unitReads } from './labels.js';
import { chainId } from '#domain/kernel/ids.js';
import type { Target } from '#domain/policy/policy.js';
import {
  answersOrCovers,
  ask,
  isCovered,
  isOpen,
  openQuestion,
  questionsOf,
  remind,
  takeUp,
  undeliverableNow,
} from './questions.js';
import { promptRelease } from './prompt.js';
import { counted, hasSideAcknowledged, isImpossible, isMet } from './requirements.js';
import { isOnTheWay, isResponse } from './units.js';
import { RANK } from './due.js';
import {
  found,
  later,
  nameOf,
  next,
  record,
  sameQuestion,
  sidesOf,
  unitOf,
  type Asked,
  type Chain,
  type Incident,
  type Question,
  type StepRun,
  type Unit,
  type World,
} from './world.js';

type Reason = 'start' | 'timeout' | 'impossible' | 'skipped' | 'manual' | 'lapsed' | 'repeat' | 'raised';

/** Starts a chain at its first step; anew: as if nobody had acknowledged but those who are under way. */
export function startChain(world: World, incident: Incident, name: string, anew: boolean): void {
  const before = incident.chains.find((chain) => chain.name === name);
  if (before) before.status = 'stopped';
  const policy = found(incident.policy.chains[chainId(name)], `chain ${name}`);
  const underWay = world.units
    .map(({ definition }) => definition.id)
    .filter((unit) => isOnTheWay(world, unit, incident));
  const chain: Chain = {
    name,
    policy,
    status: 'at work',
    round: 0,
    index: 0,
    step: stepAt(policy.steps[0], next(world)),
    since: anew ? afresh(world, incident) : 0,
    underWay: anew ? underWay : [],
    questions: [],
    reminds: before?.reminds ?? [],
  };
  if (before) incident.chains = incident.chains.map((one) => (one === before ? chain : one));
  else incident.chains.push(chain);
  record(world, `${incident.id} chain ${name} starts${anew ? ' anew' : ''}`);
  reach(world, incident, chain, { index: 0, reason: 'start' });
}

/** From now on, and with what a release carries over at this very time. */
function afresh(world: World, incident: Incident): number {
  const now = next(world);
  const carried = world.acknowledgements.of(incident.id).filter(({ carriedAt }) => carriedAt === world.now);
  return Math.min(now, ...carried.map(({ moment }) => moment - 1));
}

/** The incident is over: nothing more comes of its chains. */
export function endChains(incident: Incident): void {
  for (const chain of incident.chains) leave(chain, 'stopped');
}

export function stopChain(world: World, incident: Incident, chain: Chain): void {
  leave(chain, 'stopped');
  record(world, `${incident.id} chain ${chain.name} stops`);
}

/** After each happening: a chain may have its answer, have lost it, or wait for what cannot come any more. Returns whether it went on. */
export function updateChain(world: World, incident: Incident, chain: Chain): boolean {
  if (chain.status === 'stopped') return false;
  const met = isMetNow(world, incident, chain);
  if (met && chain.status !== 'halted') halt(world, incident, chain);
  else if (!met && chain.status === 'halted') resume(world, incident, chain);
  else if (chain.status === 'at work' && chain.step.started && isImpossible(world, incident, chain)) {
    goOn(world, incident, chain, 'impossible');
  } else return false;
  return true;
}

/** As long as a step waits, its questions are those that it would ask now. */
function isMetNow(world: World, incident: Incident, chain: Chain): boolean {
  if (chain.status === 'at work' && !chain.step.started) {
    const { asked, covered } = whomItMeans(world, incident, chain);
    chain.step.questions = [...covered, ...asked];
  }
  return isMet(world, incident, chain);
}

/** A chain that is not at work reminds nobody. */
function leave(chain: Chain, status: 'halted' | 'exhausted' | 'stopped'): void {
  chain.status = status;
  chain.reminds = [];
}

function resumeWork(world: World, incident: Incident, chain: Chain): void {
  chain.status = 'at work';
  const own = questionsOf(world, incident).filter(
    (question) => isOpen(question) && question.askers.includes(chain.name),
  );
  takeUp(world, chain, own);
}

function halt(world: World, incident: Incident, chain: Chain): void {
  // A step that has asked nobody has only the questions that were covered.
  if (!chain.step.hasAsked) {
    chain.step.questions = whomItMeans(world, incident, chain).covered;
    addQuestions(chain, chain.step.questions);
  }
  leave(chain, 'halted');
  record(world, `${incident.id} chain ${chain.name} halts at ${chain.index} of round ${chain.round}`);
}

function resume(world: World, incident: Incident, chain: Chain): void {
  resumeWork(world, incident, chain);
  record(world, `${incident.id} chain ${chain.name} resumes`);
  if (chain.step.hasAsked) goOn(world, incident, chain, 'lapsed');
  else reach(world, incident, chain, { index: chain.index, reason: 'lapsed', reached: chain.step.reached });
}

/**
 * By hand: the next step of each, now; the step that waits for its delay, if one does. All of them start their steps before one that
 * was skipped goes on.
 */
export function escalate(world: World, incident: Incident, chains: readonly Chain[]): void {
  const skipped: Chain[] = [];
  for (const chain of chains) {
    if (chain.step.started) goOn(world, incident, chain, 'manual', skipped);
    else start(world, incident, chain, 'manual', skipped);
  }
  for (const chain of skipped) goOn(world, incident, chain, 'skipped');
}

/** @param skipped collects the chain if its step is skipped, instead of going on */
function goOn(world: World, incident: Incident, chain: Chain, reason: Reason, skipped?: Chain[]): void {
  if (chain.index + 1 < chain.policy.steps.length) {
    return reach(world, incident, chain, { index: chain.index + 1, reason, skipped });
  }
  if (chain.round < chain.policy.repeat) {
    chain.round += 1;
    return reach(world, incident, chain, { index: 0, reason: reason === 'manual' ? reason : 'repeat', skipped });
  }
  leave(chain, 'exhausted');
  record(world, `${incident.id} chain ${chain.name} is exhausted`);
}

/** Comes to a step. Met already: it halts there. Else the step starts, at once or after its delay. */
function reach(
  world: World,
  incident: Incident,
  chain: Chain,
  {
    index,
    reason,
    reached = next(world),
    skipped,
  }: { index: number; reason: Reason; reached?: number; skipped?: Chain[] | undefined },
): void {
  const step = stepAt(chain.policy.steps[index], reached);
  chain.index = index;
  chain.step = step;
  if (isMetNow(world, incident, chain)) return halt(world, incident, chain);
  const delay = reason === 'manual' ? 0 : (step.policy.delayMs ?? 0);
  if (delay === 0) return start(world, incident, chain, reason, skipped);
  later(world, delay, RANK.step, () => {
    if (isAt(chain, step) && !step.started) start(world, incident, chain, reason);
  });
}

function stepAt(policy: StepRun['policy'] | undefined, reached: number): StepRun {
  return { policy: found(policy, 'step'), reached, started: false, hasAsked: false, questions: [] };
}

const isAt = (chain: Chain, step: StepRun): boolean => chain.status === 'at work' && chain.step === step;

function start(world: World, incident: Incident, chain: Chain, reason: Reason, skipped?: Chain[]): void {
  const { step } = chain;
  step.started = true;
  const { asked, covered, kept } = whomItMeans(world, incident, chain);
  step.questions = [...covered, ...asked];
  if (isMet(world, incident, chain)) return halt(world, incident, chain);
  addQuestions(chain, step.questions);
  promptRelease(world, incident, chain.name, kept);
  if (asked.length === 0) {
    record(world, `${incident.id} chain ${chain.name} skips step ${chain.index} of round ${chain.round}`);
    if (skipped) return void skipped.push(chain);
    return goOn(world, incident, chain, 'skipped');
  }
  startAsking(world, incident, chain, { asked, covered, reason });
}

function startAsking(
  world: World,
  incident: Incident,
  chain: Chain,
  { asked, covered, reason }: { asked: readonly Asked[]; covered: readonly Asked[]; reason: Reason },
): void {
  const { step } = chain;
  step.hasAsked = true;
  if (reason !== 'start') world.escalations.push({ incident: incident.id, moment: next(world) });
  const names = `asks ${list(asked)}${covered.length > 0 ? `; covered ${list(covered)}` : ''}`;
  record(
    world,
    `${incident.id} chain ${chain.name} starts step ${chain.index} of round ${chain.round} (${reason}): ${names}`,
  );
  const shared = asked.flatMap(
    (one) => openQuestion(world, incident, one) ?? undeliverableNow(world, incident, one) ?? [],
  );
  for (const question of shared) share(world, chain, question);
  later(world, step.policy.ackWithinMs, RANK.step, () => {
    if (isAt(chain, step)) goOn(world, incident, chain, 'timeout');
  });
  for (const one of asked) {
    const question = shared.find((open) => sameQuestion(open, one));
    if (question && isOpen(question)) remind(world, question);
    else if (!question) ask(world, incident, one, { askers: [chain.name], byHand: false });
  }
}

/** A question for the same action that is open is shared, and the unit is reminded of it. */
function share(world: World, chain: Chain, question: Question): void {
  if (!question.askers.includes(chain.name)) question.askers.push(chain.name);
  if (isOpen(question)) takeUp(world, chain, [question]);
  question.addressed = next(world);
}

function addQuestions(chain: Chain, questions: readonly Asked[]): void {
  for (const question of questions) {
    if (!chain.questions.some((known) => sameQuestion(known, question))) chain.questions.push(question);
  }
}

const list = (questions: readonly Asked[]): string => questions.map(nameOf).sort().join(', ');

/** Each unit once: by the first target under which it can be asked; it cannot be asked what it has covered. */
function whomItMeans(
  world: World,
  incident: Incident,
  chain: Chain,
): { asked: Asked[]; covered: Asked[]; kept: Set<string> } {
  const [asked, covered]: [Asked[], Asked[]] = [[], []];
  /** Units of the side that may not know of it. */
  const kept = new Set<string>();
  const given = counted(world, incident, chain);
  for (const target of chain.step.policy.targets) {
    for (const unit of unitsOf(world, incident, target)) {
      const question = { unit: unit.definition.id, action: target.action };
      if (!sidesOf(incident).includes(unit.definition.side)) kept.add(question.unit);
      if (asked.some((other) => other.unit === question.unit)) continue;
      if (covered.some((other) => sameQuestion(other, question))) continue;
      if (isNotNeeded(world, incident, chain, unit)) continue;
      const reason = whyNotAsked(world, incident, unit, target.action);
      const hasCovered = isCovered(given, question);
      // What a unit has covered counts, also when it is off duty by now.
      if (hasCovered && (!reason || reason === 'UNIT_OFF_DUTY')) covered.push(question);
      else if (!reason) asked.push(question);
    }
  }
  return { asked, covered, kept };
}

function unitsOf(world: World, incident: Incident, target: Target): Unit[] {
  if ('unit' in target) return world.units.filter(({ definition }) => definition.id === target.unit);
  if ('group' in target) {
    const members = incident.policy.groups[target.group] ?? [];
    return members.flatMap((id) => world.units.filter(({ definition }) => definition.id === id));
  }
  return world.units.filter(({ definition }) => {
    if (target.side && definition.side !== target.side) return false;
    return !('kind' in target) || (definition.kind === target.kind && hasSay(world, incident, definition));
  });
}

function hasSay(world: World, { facts }: Incident, { jurisdiction }: Unit['definition']): boolean {
  const site = world.scenario.sites.find(({ id }) => id === facts.site);
  if (!site) return false;
  return (
    (jurisdiction.sites ?? []).includes(site.id) ||
    (jurisdiction.provinces ?? []).includes(site.province) ||
    (site.consularDistrict !== undefined && (jurisdiction.consularDistricts ?? []).includes(site.consularDistrict))
  );
}

/** Who may not know, may not be asked by the sovereignty rule, lacks the authority or is off duty is left out. */
export function whyNotAsked(world: World, incident: Incident, unit: Unit, action: Asked['action']): string | undefined {
  const { definition, duty } = unit;
  const isForeign = definition.side === 'CHN' && isResponse(action);
  if (!sidesOf(incident).includes(definition.side) || !unitReads(incident, definition.id)) return 'NOT_RELEASABLE';
  if (isForeign && world.scenario.rules.foreignResponders === 'prohibited') return 'SOVEREIGNTY_RULE';
  if (!definition.authority.includes(action)) return 'LACKS_AUTHORITY';
  return duty === 'off' ? 'UNIT_OFF_DUTY' : undefined;
}

/** Under `each-side`, once one side has acknowledged and the other has not, only the other is addressed. */
function isNotNeeded(world: World, incident: Incident, chain: Chain, { definition }: Unit): boolean {
  if (chain.step.policy.requirement !== 'each-side') return false;
  const missing = sidesOf(incident).filter((side) => !hasSideAcknowledged(world, incident, chain, side));
  return missing.length > 0 && !missing.includes(definition.side);
}

/** `reacknowledge`: asks again who had acknowledged, for the same action, at the step at which the chain is. */
export function askAgainWhoAcknowledged(world: World, incident: Incident, chain: Chain): void {
  const { step } = chain;
  const given = counted(world, incident, chain);
  const since = afresh(world, incident);
  const fresh = given.filter(({ moment }) => moment > since);
  const again = chain.questions
    .filter((question) => isCovered(given, question) && !isCovered(fresh, question))
    .filter(({ unit, action }) => !whyNotAsked(world, incident, unitOf(world, unit), action));
  // Whoever is asked to respond is not asked to take note as well.
  const asked = again.filter((one) => !again.some((other) => other !== one && answersOrCovers(other, one)));
  const waits = chain.status === 'at work' && !step.started;
  if (waits || asked.length === 0) return;
  if (chain.status === 'halted') resumeWork(world, incident, chain);
  chain.since = since;
  chain.underWay = [];
  const others = step.questions.filter((old) => !asked.some((one) => sameQuestion(one, old)));
  chain.step = { ...step, reached: since, started: true, hasAsked: true, questions: [...others, ...asked] };
  startAsking(world, incident, chain, { asked, covered: [], reason: 'raised' });
}
