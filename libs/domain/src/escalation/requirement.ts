/** When a step has what it asked for, and when it can no longer get it. */
import type { ReleaseClass, Side } from '../release/release.js';
import { SIDES } from '../release/release.js';
import type { Requirement } from './policy.js';

/** Where a chain stands at its current step. */
export interface Standing {
  /** The sides that may know of the incident: see `requiredSides`. */
  readonly sides: readonly Side[];
  /**
   * Units of this chain that have acknowledged since the step was reached, late ones too; under `count` also those that the
   * step means and that had done so before.
   */
  readonly acknowledgedUnits: readonly string[];
  /** Sides that have acknowledged the incident, by a unit or by override. */
  readonly acknowledgedSides: readonly Side[];
  /** The units that the current step asked. `open`: an answer may still come. */
  readonly stepUnits: readonly StepUnit[];
}

export interface StepUnit {
  readonly unit: string;
  readonly side: Side;
  readonly open: boolean;
  readonly acknowledged: boolean;
}

/** The sides that `each-side` asks for: both, or the one that alone may know of the incident. */
export function requiredSides(releaseClass: ReleaseClass): readonly Side[] {
  return releaseClass === 'JOINT' ? SIDES : ONE_SIDE[releaseClass];
}

const ONE_SIDE: Readonly<Record<Side, readonly Side[]>> = { PAK: ['PAK'], CHN: ['CHN'] };

/** The sides that have yet to acknowledge. */
export function missingSides(standing: Pick<Standing, 'sides' | 'acknowledgedSides'>): readonly Side[] {
  return standing.sides.filter((side) => !standing.acknowledgedSides.includes(side));
}

export function requirementMet(requirement: Requirement, standing: Standing): boolean {
  switch (requirement) {
    case 'any':
      return standing.acknowledgedUnits.length > 0;
    case 'all':
      return standing.stepUnits.length > 0 && standing.stepUnits.every(({ acknowledged }) => acknowledged);
    case 'each-side':
      return missingSides(standing).length === 0;
    default:
      return new Set(standing.acknowledgedUnits).size >= requirement.count;
  }
}

/**
 * Whether the requirement stays unmet even if every notification of the current step that is still open were
 * acknowledged. The next step then starts at once.
 */
export function requirementImpossible(requirement: Requirement, standing: Standing): boolean {
  const { acknowledgedUnits, stepUnits } = standing;
  switch (requirement) {
    case 'any':
      return acknowledgedUnits.length === 0 && !stepUnits.some(({ open }) => open);
    case 'all':
      return stepUnits.length === 0 || stepUnits.some(({ open, acknowledged }) => !open && !acknowledged);
    case 'each-side':
      return missingSides(standing).some((missing) => !stepUnits.some(({ open, side }) => open && side === missing));
    default: {
      const open = stepUnits.filter((unit) => unit.open).map(({ unit }) => unit);
      return new Set([...acknowledgedUnits, ...open]).size < requirement.count;
    }
  }
}
