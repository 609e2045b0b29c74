/** Which chains start, stop or ask again when an incident opens or its facts change. */
import { unitReads } from '../incident/incident-marking.js';
import type { UnitId } from '../kernel/ids.js';
import { after } from '../kernel/exercise-time.js';
import { isGraver } from '../alert/alert.js';
import { draft, type Draft, type EventOf } from '../kernel/event.js';
import { type Addressee } from '../notification/notification.js';
import { runIn, chainOf } from './escalation-state.js';
import { policyOf } from '../incident/incident-state.js';
import { siteOf, unitOf } from '../unit/lookup-unit.js';
import type { EscalationWorld } from './escalation-state.js';
import type { Incident } from '../incident/incident.js';
import { answersBefore, askedOf } from '../incident/answers.js';
import { covers, stands } from '../notification/notification.js';
import { type Question } from '../unit/unit.js';
import { isAtWork, type ChainRun } from './chain-run.js';
import { runsOf } from './escalation-state.js';
import { expiryOf } from './expiry.js';
import { matchRoutes, type RouteMatch } from '../policy/match-routes.js';
import { isAnswered } from './requirement.js';
import type { RoutingFacts } from '../policy/routing-facts.js';
import { number, stepAt } from './run-chain.js';

/** Starts the chain of each route that the incident's facts match. */
export function startChains(state: EscalationWorld, incident: Incident): Draft[] {
  return matches(state, incident, incident).map((match) => start(state, incident, match, false));
}

/** Whether these facts, a lower severity aside, match a route that they did not match before and whose chain has never run. */
export function startsAnotherChain(state: EscalationWorld, incident: Incident, facts: RoutingFacts): boolean {
  const { severity } = incident;
  const routed = isGraver(severity, facts.severity) ? { ...facts, severity } : facts;
  const fresh = matches(state, incident, { facts: routed, site: facts.site }).filter(
    ({ chain }) => runIn(state, incident.id, chain) === undefined,
  );
  if (fresh.length === 0) return false;
  const before = matches(state, incident, incident);
  return fresh.some(({ chain }) => !before.some((match) => match.chain === chain));
}

/**
 * After the incident's facts changed. No question is withdrawn. A lower severity alone changes
 * no chain.
 */
export function reroute(state: EscalationWorld, incident: Incident, { data }: EventOf<'IncidentChanged'>): Draft[] {
  const { graver, moved, changed } = data;
  if (changed.every((one) => one === 'severity') && isGraver(data.from, data.severity)) return [];
  // A lower severity starts nothing; in another place the incident is taken as it is.
  const facts =
    moved || !isGraver(data.from, data.severity) ? incident.facts : { ...incident.facts, severity: data.from };
  const matched = matches(state, incident, { facts, site: incident.site });
  const anew = graver || moved;
  const stopped = !anew
    ? []
    : runsOf(state, incident.id)
        .filter((run) => isAtWork(run) && !matched.some(({ chain }) => chain === run.chain))
        .map(({ chain }) =>
          draft('ChainStopped', incident.class, { incident: incident.id, chain, reason: 're-routed' as const }),
        );
  const started = matched
    .filter(({ chain }) => {
      const run = runIn(state, incident.id, chain);
      return !run || moved || (graver && (run.status === 'stopped' || run.status === 'exhausted'));
    })
    .map((match) => start(state, incident, match, anew));
  const planned: Addressee[] = [];
  const askedAgain =
    graver && !moved
      ? matched.flatMap(({ chain }) => {
          const run = runIn(state, incident.id, chain);
          return run ? askAgain(state, incident, run, planned) : [];
        })
      : [];
  // Chains that ask again do so before others start: their messages go first, too.
  return [...stopped, ...askedAgain, ...started];
}

/** From its first step: an exhausted or halted chain, by hand. */
export function start(state: EscalationWorld, incident: Incident, { chain, route }: RouteMatch, anew: boolean): Draft {
  const underWay = anew ? unitsUnderWay(state, incident) : [];
  return draft('ChainStarted', incident.class, { incident: incident.id, chain, route, anew, underWay });
}

/** The units that are en route or on scene. */
function unitsUnderWay(state: EscalationWorld, incident: Incident): UnitId[] {
  const units = askedOf(state, incident).filter((one) => stands(one) && one.underWay && !one.done);
  return [...new Set(units.map(({ unit }) => unit))];
}

/** `onRaise: reacknowledge`: units that had acknowledged are asked again, and the chain continues at its current step. */
function askAgain(state: EscalationWorld, incident: Incident, run: ChainRun, planned: Addressee[]): Draft[] {
  if (chainOf(state, incident, run).onRaise !== 'reacknowledge') return [];
  const isAtStep = run.status === 'halted' || (run.status === 'active' && run.entered === 'started');
  if (!isAtStep) return [];
  const since = { answersBefore: answersBefore(state, incident, state.time), underWay: [] };
  const answered = run.allQuestions
    .filter((question) => isAnswered(state, incident, run, question))
    // What came in with the change was not answered before it.
    .filter((question) => !isAnswered(state, incident, since, question));
  const asked = answered.filter(
    (question) =>
      unitOf(state, question.unit).duty === 'on' &&
      unitReads(incident, { id: question.unit, side: question.side }) &&
      !isCoveredByOther(question, answered),
  );
  if (asked.length === 0) return [];
  const { id, ackWithinMs } = stepAt(state, incident, run, run.step);
  return [
    draft('StepStarted', incident.class, {
      incident: incident.id,
      chain: run.chain,
      step: run.step,
      stepId: id,
      round: run.round,
      reason: 'raised',
      deadline: after(state.time, ackWithinMs),
      expiresAt: expiryOf(state, incident, { by: run, at: state.time }),
      addressees: number(state, incident, asked, planned),
      covered: [],
      unreached: [],
    }),
  ];
}

function isCoveredByOther({ unit, action }: Question, others: readonly Question[]): boolean {
  return others.some((other) => other.unit === unit && other.action !== action && covers(other.action, action));
}

function matches(
  state: EscalationWorld,
  incident: Incident,
  { facts, site }: Pick<Incident, 'facts' | 'site'>,
): RouteMatch[] {
  return matchRoutes(policyOf(state, incident), facts, siteOf(state, site));
}
