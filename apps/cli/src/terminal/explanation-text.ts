/** An explanation for people: the way through the route tree, then each plan step by step. */
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import type { ConditionTrace } from '#domain/policy/condition.js';
import type { ChainPlan, PlannedStep } from '#domain/engine/plan.js';
import type { Explanation, RouteTrace } from '#domain/engine/explain.js';
import type { FieldTest, Requirement } from '#domain/policy/policy.js';
import type { Paint } from './paint.js';
import { harmless } from './terminal-text.js';

export function explanationLines(explanation: Explanation, paint: Paint): string[] {
  const { at, policy, facts, site } = explanation;
  const where = site === null ? 'no site that the scenario knows' : `${site.id} (${site.kind}, ${site.province})`;
  return [
    `${paint('bold', 'EXERCISE')} An alert of ${facts.class} at ${formatExerciseTime(at)}, policy ${policy.id} version ${policy.version}`,
    `${facts.severity}, ${facts.urgency}, ${facts.certainty}; ${facts.category.join(', ') || 'no category'}; ${where}`,
    '',
    paint('bold', 'Routes'),
    ...routeLines(explanation.route, paint, 1),
    ...explanation.plans.flatMap((plan) => ['', ...planLines(plan, paint)]),
  ].map((line) => line.split('\n').join(' '));
}

const OUTCOMES: Record<RouteTrace['outcome'], string> = {
  matched: 'matches',
  'not-matched': 'does not match',
  'not-asked': 'is not asked',
};

function routeLines(route: RouteTrace, paint: Paint, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const says = `${OUTCOMES[route.outcome]}${route.continue && route.outcome === 'matched' ? ', and goes on' : ''}`;
  const starts = route.starts ? paint('good', ` → chain ${route.chain}`) : '';
  const text = `${indent}${route.outcome === 'matched' ? '✓' : '·'} ${harmless(route.id)} ${says}`;
  return [
    `${route.outcome === 'matched' ? text : paint('dim', text)}${starts}`,
    ...(route.condition === null || route.outcome === 'not-asked' ? [] : conditionLines(route.condition, depth + 2)),
    ...route.routes.flatMap((child) => routeLines(child, paint, depth + 1)),
  ];
}

function conditionLines(condition: ConditionTrace, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const holds = condition.result ? 'holds' : 'fails';
  switch (condition.kind) {
    case 'field':
      return [harmless(`${indent}${testText(condition.test)}: ${holds}, it is ${valueText(condition.found)}`)];
    case 'not':
      return [`${indent}not: ${holds}`, ...conditionLines(condition.condition, depth + 1)];
    case 'all':
    case 'any':
      return [
        `${indent}${condition.kind} of: ${holds}`,
        ...condition.conditions.flatMap((part) => conditionLines(part, depth + 1)),
      ];
    default:
      return condition satisfies never;
  }
}

const TESTS = { equals: 'is', oneOf: 'is one of', atLeast: 'is at least', atMost: 'is at most', within: 'is within' };

function testText(test: FieldTest): string {
  if ('exists' in test) return `${test.field} ${test.exists ? 'is given' : 'is not given'}`;
  const [name, wanted] = Object.entries(test).find(([key]) => key in TESTS) ?? ['equals', undefined];
  return `${test.field} ${TESTS[name as keyof typeof TESTS]} ${valueText(wanted)}`;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'not given';
  if (Array.isArray(value)) return value.length === 0 ? 'not given' : value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${String(part)}`)
    .join(' ');
}

function planLines(plan: ChainPlan, paint: Paint): string[] {
  const reminds = plan.remindEveryMs === null ? '' : `, reminds every ${formatDuration(plan.remindEveryMs)}`;
  return [
    `${paint('bold', `Chain ${plan.chain}`)}, by route ${plan.route}, if nobody ever answers${reminds}`,
    ...plan.steps.flatMap((step) => stepLines(step, paint)),
    `  ${formatExerciseTime(plan.exhaustedAt)}  ${paint('bad', 'exhausted')}: nobody is left to ask`,
  ];
}

function stepLines(step: PlannedStep, paint: Paint): string[] {
  const round = step.round === 0 ? '' : `, round ${step.round + 1}`;
  const until = step.deadline === null ? '' : ` until ${formatExerciseTime(step.deadline)}`;
  const beyond = step.beyondExercise ? paint('warn', ' (after the exercise is over)') : '';
  return [
    `  ${formatExerciseTime(step.startsAt)}  ${step.step + 1} ${harmless(step.stepId)}${round}: ${requirementText(step.requirement)}${until}${beyond}`,
    ...step.addressees.map(
      ({ side, unit, action, cutOff }) =>
        `               asks ${paint(side === 'PAK' ? 'pak' : 'chn', side)} ${harmless(unit)} to ${action}${cutOff ? paint('bad', ' (its link is down)') : ''}`,
    ),
    ...step.unreached.map(({ target, reason }) => `               not ${harmless(target)}: ${reason}`),
    ...(step.ends === 'timeout'
      ? []
      : [`               ${paint('warn', step.ends)}: goes on at ${formatExerciseTime(step.endsAt)}`]),
  ];
}

export function requirementText(requirement: Requirement): string {
  if (typeof requirement === 'object') return `needs ${requirement.count} acknowledgements`;
  return { any: 'needs any acknowledgement', all: 'needs all to acknowledge', 'each-side': 'needs each side' }[
    requirement
  ];
}
