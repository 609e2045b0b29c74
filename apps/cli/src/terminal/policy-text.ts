/** An escalation policy for people: its routes, chains and groups. */
import type { z } from 'zod';
import type { policyInForce } from '#contracts/http/escalation.js';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import type { Policy, Requirement, Route, Target } from '#domain/policy/policy.js';
import { factsText, tableText } from './table.js';

type PolicyOrigin = z.infer<typeof policyInForce>['origin'];

/** @param origin how it came into force, where that is known */
export function policyText(policy: Policy, origin?: PolicyOrigin): string {
  const { id, version, correlationWindowMs, closeAfterMs, jointDecision, release, messages, route, chains, groups } =
    policy;
  const steps = Object.entries(chains).flatMap(([chain, { steps: own }]) =>
    own.map((step, index) => [
      index === 0 ? chain : '',
      step.id,
      step.delayMs === undefined ? '' : formatDuration(step.delayMs),
      requirementText(step.requirement),
      formatDuration(step.ackWithinMs),
      step.targets.map(targetText).join(', '),
    ]),
  );
  const members = Object.entries(groups).map(([name, units]) => [name, units.join(', ')]);
  return [
    factsText([
      ['Policy', id],
      ['Version', String(version)],
      ['In force', origin && originText(origin)],
      ['Correlation window', formatDuration(correlationWindowMs)],
      ['Close after', durationText(closeAfterMs)],
      ['Deadlock after', durationText(jointDecision?.deadlockAfterMs)],
      ['Release within', durationText(release?.decideWithinMs)],
      ['Answer within', durationText(messages?.answerWithinMs)],
    ]),
    tableText([['ROUTE', 'CHAIN', 'IF'], ...routeRows(route, '')]),
    tableText([['CHAIN', 'STEP', 'DELAY', 'NEEDS', 'WITHIN', 'ASKS'], ...steps]),
    ...(members.length === 0 ? [] : [tableText([['GROUP', 'UNITS'], ...members])]),
  ].join('\n');
}

function originText({ by, at, proposal, proposedBy, approvedBy, reason }: PolicyOrigin): string {
  const since = at === undefined ? '' : ` since ${formatExerciseTime(at)}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  switch (by) {
    case 'scenario':
      return 'from the beginning, by the scenario';
    case 'controller':
      return `${since.trim()}, by a controller${why}`;
    case 'both-sides':
      return `${since.trim()}, by both sides (${proposal}, proposed by ${proposedBy}, approved by ${approvedBy})${why}`;
    case 'side':
      return `${since.trim()}, by your side for its own incidents${why}`;
    default:
      return by satisfies never;
  }
}

function durationText(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : formatDuration(ms);
}

function routeRows({ id, chain, match, routes = [] }: Route, indent: string): string[][] {
  const condition = match === undefined ? 'always' : JSON.stringify(match);
  return [[indent + id, chain ?? '', condition], ...routes.flatMap((child) => routeRows(child, `${indent}  `))];
}

function requirementText(requirement: Requirement): string {
  return typeof requirement === 'string' ? requirement : `${requirement.count}`;
}

function targetText(target: Target): string {
  if ('unit' in target) return `${target.unit} to ${target.action}`;
  if ('group' in target) return `group ${target.group} to ${target.action}`;
  if ('kind' in target) return `${[target.side, target.kind].filter(Boolean).join(' ')} to ${target.action}`;
  return `${target.side} to ${target.action}`;
}
