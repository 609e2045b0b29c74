/**
 * Builds scenarios for specs: units with fixed times, one chain (or several). All units have a say at the site `plant`.
 * Durations are in ms of exercise time.
 */
import type { Plain } from '../kernel/brand.js';
import { unitId } from '../kernel/ids.js';
import { branded } from './branded.js';
import type { Chain, Policy, Requirement, Step, Target } from '../policy/policy.js';
import type { Side } from '../kernel/side.js';
import { MINUTE, sampleScenario, sampleSite, sampleUnit } from './sample-scenario.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Action, Behaviour, UnitDefinition } from '../unit/unit.js';

export { MINUTE };
export const SECOND = 1_000;

const HOUR = 60 * MINUTE;

/** Long after everything else, so that movements play no part unless a spec gives them a time. */
const STANDING_BY: Pick<Behaviour, 'enRoute' | 'onScene' | 'clear'> = {
  enRoute: { kind: 'fixed', ms: 100 * HOUR },
  onScene: { kind: 'fixed', ms: HOUR },
  clear: { kind: 'fixed', ms: HOUR },
};

/** Acknowledges after a fixed time. */
export function answers(ms: number): Behaviour {
  return { ...STANDING_BY, acknowledge: { kind: 'fixed', ms }, declineChance: 0, silentChance: 0 };
}

export function declines(ms: number): Behaviour {
  return { ...answers(ms), declineChance: 1 };
}

export const SILENT: Behaviour = { ...answers(0), silentChance: 1 };

/** Then is en route, on scene and clear, each this long after the one before. */
export function moves(behaviour: Behaviour, enRoute: number, onScene: number, clear: number): Behaviour {
  const fixed = (ms: number) => ({ kind: 'fixed', ms }) as const;
  return { ...behaviour, enRoute: fixed(enRoute), onScene: fixed(onScene), clear: fixed(clear) };
}

type UnitParts = Partial<Omit<Plain<UnitDefinition>, 'id' | 'side' | 'behaviour'>>;

export function pak(id: string, behaviour: Behaviour = SILENT, parts: UnitParts = {}): UnitDefinition {
  return sampleUnit({
    id,
    side: 'PAK',
    behaviour,
    authority: ['respond', 'secure', 'advise', 'inform'],
    jurisdiction: { sites: ['plant', 'port'] },
    ...parts,
  });
}

export function chn(id: string, behaviour: Behaviour = SILENT, parts: UnitParts = {}): UnitDefinition {
  return sampleUnit({
    id,
    side: 'CHN',
    kind: 'consulate',
    behaviour,
    authority: ['advise', 'inform', 'consular'],
    jurisdiction: { sites: ['plant', 'port'] },
    ...parts,
  });
}

/** For units that a person answers for. */
export const PLAYED = { mode: 'played' } as const;

export const silentPolice = pak('police');
export const silentEmbassy = chn('embassy');
export const silentConsulate = chn('consulate');

/** Asks a unit; `respond` of those who may, `consular` of the others, unless another action is named. */
export function ask(unit: UnitDefinition | string, action?: Action): Target {
  if (typeof unit === 'string') return { unit: unitId(unit), action: action ?? 'respond' };
  return { unit: unit.id, action: action ?? (unit.side === 'PAK' ? 'respond' : 'consular') };
}

export function askSide(side: Side, action: Action): Target {
  return { side, action };
}

/** A step named after the units that it asks, with five minutes to acknowledge. */
export function step(
  requirement: Requirement,
  targets: readonly Plain<Target>[],
  parts: Partial<Plain<Step>> = {},
): Step {
  const id = targets.map((target) => ('unit' in target ? target.unit : 'many')).join('+');
  return branded<Step>({ id, targets, requirement, ackWithinMs: 5 * MINUTE, ...parts });
}

/** Does not repeat; notifications expire after thirty minutes. */
export function chain(steps: readonly Step[], parts: Partial<Chain> = {}): Chain {
  return { steps, repeat: 0, expireAfterMs: 30 * MINUTE, ...parts };
}

/** Asks this unit alone, and waits for it for twenty minutes. */
export function only(unit: UnitDefinition, parts: Partial<Chain> = {}): Chain {
  return chain([step('any', [ask(unit)], { ackWithinMs: 20 * MINUTE })], parts);
}

interface Parts {
  readonly units: readonly UnitDefinition[];
  /** The default chain, `standard`. */
  readonly chain: Chain;
  readonly policy?: Partial<Plain<Policy>>;
  readonly scenario?: Partial<Plain<Scenario>>;
}

/** Two sites, `plant` and `port`; an alert joins an incident within ten minutes of its latest one. */
export function smallExercise({ units, chain: standard, policy = {}, scenario = {} }: Parts): Scenario {
  return sampleScenario({
    sites: [sampleSite({ id: 'plant' }), sampleSite({ id: 'port', kind: 'port' })],
    units,
    policy: {
      id: 'small',
      version: 1,
      correlationWindowMs: 10 * MINUTE,
      route: { id: 'default', chain: 'standard' },
      groups: {},
      ...policy,
      chains: { standard, ...policy.chains },
    },
    ...scenario,
  });
}
