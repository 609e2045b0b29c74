/** When a step's requirement is met, and when it cannot be. */
import type { Requirement } from '#domain/policy/policy.js';
import type { Side } from '#domain/kernel/side.js';
import { answersOrCovers, counts, isOpen, questionsOf } from './questions.js';
import { standing } from './units.js';
import {
  sidesOf,
  type Acknowledgement,
  type Asked,
  type Chain,
  type Incident,
  type Override,
  type StepRun,
  type World,
} from './world.js';

/** What a requirement looks at. */
interface Given extends Asked {
  readonly side: Side;
  readonly moment: number;
}

/** The standing acknowledgements that count for a chain. */
export function counted(world: World, incident: Incident, chain: Chain): Acknowledgement[] {
  return standing(world, incident).filter((given) => counts(chain, given));
}

function overridesFor(world: World, incident: Incident, since: number): Override[] {
  return world.overrides.of(incident.id).filter(({ moment }) => moment > Math.max(since, incident.opened));
}

export function isMet(world: World, incident: Incident, chain: Chain): boolean {
  return isMetBy(world, incident, chain, counted(world, incident, chain));
}

/** It would not be met even if every open question about the incident, whoever asked it, were acknowledged. */
export function isImpossible(world: World, incident: Incident, chain: Chain): boolean {
  const moment = world.moment + 1;
  const wouldBe = questionsOf(world, incident)
    .filter(isOpen)
    .map((question) => ({ ...question, moment, question }));
  return !isMetBy(world, incident, chain, [...counted(world, incident, chain), ...wouldBe]);
}

function isMetBy(world: World, incident: Incident, chain: Chain, given: readonly Given[]): boolean {
  const { policy, questions, reached }: StepRun = chain.step;
  const { requirement } = policy;
  const byHand = questionsOf(world, incident).filter((question) => question.byHand);
  switch (requirement) {
    case 'any': {
      const all = [...chain.questions, ...questions, ...byHand];
      return given.some((one) => one.moment > reached && all.some((asked) => answersOrCovers(one, asked)));
    }
    case 'all':
      return questions.length > 0 && questions.every((asked) => given.some((one) => answersOrCovers(one, asked)));
    case 'each-side':
      return sidesOf(incident).every((side) => isSideIn(world, incident, chain, given, side));
    default: {
      const { count }: Exclude<Requirement, string> = requirement;
      const units = given
        .filter((one) => [...questions, ...byHand].some((asked) => answersOrCovers(one, asked)))
        .map(({ unit }) => unit);
      return new Set(units).size >= count;
    }
  }
}

function isSideIn(world: World, incident: Incident, chain: Chain, given: readonly Given[], side: Side): boolean {
  const overridden = overridesFor(world, incident, chain.since).some((override) => override.side === side);
  return overridden || given.some((one) => one.side === side);
}

/** Whether a side has acknowledged, as a chain counts it. */
export function hasSideAcknowledged(world: World, incident: Incident, chain: Chain, side: Side): boolean {
  return isSideIn(world, incident, chain, counted(world, incident, chain), side);
}

/** The sides that have acknowledged the incident: by a standing acknowledgement or an override. */
export function acknowledgedSides(world: World, incident: Incident): Side[] {
  const given = standing(world, incident);
  const overrides = overridesFor(world, incident, 0);
  return sidesOf(incident).filter((side) => [...given, ...overrides].some((one) => one.side === side));
}
