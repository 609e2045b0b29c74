/** Labels that make a chain impossible, and steps of a release that the rules would refuse. */
import { Effort, EffortSpent } from '#domain/kernel/effort.js';
import { STARTEX } from '#domain/kernel/exercise-time.js';
import type { Inject } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { explain } from '#domain/engine/explain.js';
import type { PlannedStep } from '#domain/engine/plan.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import { isRestricted, markingOf } from '#domain/release/label.js';
import type { FieldProblem } from '#contracts/problem.js';
import { Knowledge } from './knowledge.js';
import { warning } from './lint-times.js';
import { type AlertInject, RelatedAlerts } from './related-alerts.js';

/** A plan opens an exercise, so that this many alerts with labels are looked at, at most. */
const MOST_STEPS = 200_000;

/** Presumes a scenario without errors. */
export function lintLabels(scenario: Scenario): FieldProblem[] {
  const { injects = [], units } = scenario;
  const alerts = injects.filter((inject) => inject.kind === 'alert');
  const knowledge = new Knowledge(injects, new RelatedAlerts(alerts), units);
  const lint = new LabelLint(scenario);
  const found: FieldProblem[] = [];
  try {
    for (const [index, inject] of injects.entries()) {
      const path = `injects[${index}]`;
      if (inject.kind === 'alert') found.push(...lint.alert(inject, path));
      if (inject.kind === 'release') found.push(...lintRelease(inject, path, knowledge));
    }
  } catch (error) {
    if (!(error instanceof EffortSpent)) throw error;
  }
  return found;
}

class LabelLint {
  private readonly effort = new Effort(MOST_STEPS);
  private readonly world;

  constructor(private readonly scenario: Scenario) {
    const everybody = scenario.units.map((unit): [string, { duty: 'on' }] => [unit.id, { duty: 'on' }]);
    this.world = { scenario, units: Object.fromEntries(everybody) };
  }

  /** Of an alert whose label keeps units of its own side from it, or whose class leaves a step with nobody to ask. */
  alert({ id, messages }: AlertInject, path: string): FieldProblem[] {
    const { alert } = messages[0];
    const { releasability } = alert.exercise;
    if (releasability.class === 'JOINT' || alert.msgType === 'Cancel') return [];
    this.effort.spend(this.scenario.units.length + 100);
    const plans = explain(this.world, this.scenario.policy, routingFacts(alert), STARTEX, releasability).plans;
    const steps = plans.flatMap(({ chain, steps: planned }) =>
      planned.filter(({ round }) => round === 0).map((step) => ({ chain, step })),
    );
    const { tlp } = markingOf(releasability);
    const where = `${path}.alert.releasability`;
    if (isRestricted({ tlp })) {
      const unnamed = [...new Set(steps.flatMap(({ step }) => unreached(step, 'label')))];
      if (unnamed.length > 0) {
        const message =
          `${id} is ${tlp} and does not name ${unnamed.join(', ')}, which its chains would ask; they are left out. ` +
          'Name them in releasableTo, use TLP:AMBER, or route it to a chain that asks those named.';
        return [
          warning('LABEL_EXCLUDES_UNITS', `${where}.${releasability.releasableTo ? 'releasableTo' : 'tlp'}`, message),
        ];
      }
    }
    return steps
      .filter(({ step }) => step.addressees.length === 0 && unreached(step, 'not-releasable').length > 0)
      .map(({ chain, step }) => {
        const message =
          `${id} is of class ${releasability.class}, so step ${step.stepId} of chain ${chain} asks nobody: ` +
          `${unreached(step, 'not-releasable').join(', ')} may not know of it. Release it, or route it to another chain.`;
        return warning('CLASS_EXCLUDES_STEP', `${where}.class`, message);
      });
  }
}

function unreached({ unreached: all }: PlannedStep, why: PlannedStep['unreached'][number]['reason']): string[] {
  return all.filter(({ reason }) => reason === why).map(({ target }) => target);
}

function lintRelease(
  { id, release }: Extract<Inject, { kind: 'release' }>,
  path: string,
  knowledge: Knowledge,
): FieldProblem[] {
  const impossible = (key: string, message: string): FieldProblem[] => [
    warning('RELEASE_IMPOSSIBLE', `${path}.release.${key}`, `${id} would be refused: ${message}`),
  ];
  switch (release.act) {
    case 'request': {
      const { side, tearLine } = release;
      if (tearLine === undefined) return [];
      const owner = knowledge.classOf(tearLine);
      if (owner === 'JOINT' || owner === side)
        return impossible('request.tearLine', `${side} knows of ${tearLine} as it is.`);
      const why = knowledge.whyNotKnown(side, { tearLine });
      return why === undefined ? [] : impossible('request.tearLine', `${why}.`);
    }
    case 'propose': {
      const { incident, join } = release;
      if (knowledge.classOf(incident) === 'JOINT') {
        return impossible('propose.incident', `${incident} is of class JOINT, and both sides know of it already.`);
      }
      if (join === undefined || knowledge.classOf(join) === 'JOINT') return [];
      return impossible(
        'propose.join',
        `${join} is of class ${knowledge.classOf(join)}; only a JOINT incident takes it in.`,
      );
    }
    case 'approve':
      if (knowledge.hasPlayers || knowledge.isProposed(knowledge.incidentsOf(release.of))) return [];
      return impossible('approve', `no inject proposes to release ${release.of}, and nobody plays.`);
    case 'tear-line':
    case 'decline': {
      const key = release.act === 'decline' ? 'decline.of' : 'tearLine.of';
      const incidents = knowledge.incidentsOf(release.of);
      const isOfAlert = incidents.length === 1 && incidents[0] === release.of;
      if (knowledge.hasPlayers || !isOfAlert || knowledge.isProposed(incidents)) return [];
      return impossible(key, `no inject proposes to release ${release.of}, and nobody plays.`);
    }
    default:
      return release satisfies never;
  }
}
