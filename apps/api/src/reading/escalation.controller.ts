import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import { policyQuery } from '#contracts/http/escalation.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { lintScenarioFor } from '#domain/exercise/shown-scenario.js';
import { incidentId } from '#domain/kernel/ids.js';
import { SIDES, type ReleaseClass } from '#domain/kernel/side.js';
import {
  knownPolicies,
  mayKnowPolicyOf,
  policyKnownTo,
  type KnownProposal,
  type PolicyInForce,
  type PolicyOrigin,
} from '#domain/policy/known-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { noticesLinksOf, showsAll } from '#domain/release/shown.js';
import type { Link } from '#domain/unit/unit.js';
import type { UnitView } from '#domain/engine/read-models.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { StateSource } from '#infra/log/state-source.js';
import { Calculations } from '../calculation/calculations.js';
import { checkAgainstExercise } from '../alerts/alert-checks.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { timeNow } from '../exercises/exercise-views.js';
import { ShownClock } from '../exercises/shown-clock.js';
import { bytesOf } from '../http/input.pipe.js';
import { JsonText } from '../http/json-text.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { Visible } from './visible.js';
import { explainEnvelope } from './explain-envelope.js';

const UP: Link = { status: 'up' };
/** More than a scenario may have. */
const ALL_UNITS = 10_000;

@Controller()
export class EscalationController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly visible: Visible,
    private readonly direction: DirectionReader,
    private readonly states: StateSource,
    private readonly clock: ShownClock,
    private readonly calculations: Calculations,
  ) {}

  /** Whether a side has an own policy is not to be learnt from a refusal: it is the same whatever there is. */
  @Operation('readPolicy')
  async policy(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: policyQuery }) { for: releaseClass }: z.infer<typeof policyQuery>,
  ): Promise<Policy & { readonly origin: PolicyOrigin }> {
    if (releaseClass !== undefined && !mayKnowPolicyOf(caller.stream, releaseClass)) {
      throw new Problem('CLASS_NOT_ALLOWED', `the policy for incidents of ${releaseClass} alone is not for your side`);
    }
    const scenario = await this.exercises.scenario(exerciseId);
    const { policy, origin } = await this.policyFor(
      caller,
      exerciseId,
      scenario,
      releaseClass,
      releaseClass !== undefined,
    );
    return { ...policy, origin };
  }

  @Operation('listPolicyProposals')
  async proposals(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() { audiences }: Caller,
  ): Promise<{ readonly items: readonly KnownProposal[] }> {
    await this.exercises.get(exerciseId);
    const { proposals } = knownPolicies(await this.direction.policies(exerciseId, audiences));
    return { items: proposals.toReversed() };
  }

  /** Decided by the functions that decide in earnest, on the policy, duties and links of now; nothing is stored. */
  @Operation('explainAlert')
  @JsonText()
  async explain(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() caller: Caller,
    @Body({ schema: explainEnvelope }) body: z.infer<typeof explainEnvelope>,
  ): Promise<string> {
    const { alert } = parseAlert(body.alert, { asExercise: true });
    const scenario = await this.exercises.scenario(exerciseId);
    checkAgainstExercise(alert, scenario, caller);
    const at = body.at ?? (await this.clock.timeFor(caller.stream, await this.exercises.get(exerciseId)));
    const { items } = await this.visible.list('unit', caller, { exerciseId, limit: ALL_UNITS });
    const units = Object.fromEntries(
      items.map(({ id, doc }) => {
        // Of links that the caller does not notice nothing is known, as of those that are up.
        const { duty, link } = JSON.parse(doc) as Pick<UnitView, 'duty'> & { link?: { status: Link['status'] } };
        return [id, { duty, link: fullLink(link) }];
      }),
    );
    const facts = routingFacts(alert);
    const [{ policy }, links] = await Promise.all([
      this.policyFor(caller, exerciseId, scenario, facts.class),
      this.direction.sideLinks(exerciseId),
    ]);
    const known = Object.fromEntries(
      SIDES.map((side) => [
        side,
        noticesLinksOf(side, caller.stream) ? (links[side] ?? scenario.links?.[side] ?? UP) : UP,
      ]),
    );
    return this.calculations.run(
      'explain',
      { world: { scenario, units, links: known }, policy, facts, at },
      { account: caller.id },
    );
  }

  /** By the rules themselves, on the state that the log gives. What may not be seen does not exist. */
  @Operation('explainIncident')
  @JsonText()
  async explainIncident(
    @Param('exercise') exerciseId: string,
    @Param('incident') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<string> {
    const incident = incidentId(id);
    await this.visible.one('incident', exerciseId, incident, caller);
    await this.exercises.mustTakeCommands(exerciseId);
    const scenario = await this.exercises.scenario(exerciseId);
    const exercise = await this.exercises.get(exerciseId);
    return this.calculations.run(
      'explainIncident',
      {
        exercise: exerciseId,
        scenario,
        seed: exercise.seed,
        incident,
        actor: caller.actor,
        now: timeNow(exercise),
        ...(!showsAll(caller.stream) && { shown: await this.clock.timeFor(caller.stream, exercise) }),
      },
      { account: caller.id, parts: (known) => this.states.parts(exerciseId, known as number) },
    );
  }

  @Operation('lintExercise')
  @JsonText()
  async lintExercise(@Param('exercise') exerciseId: string, @CurrentCaller() caller: Caller): Promise<string> {
    const scenario = await this.exercises.scenario(exerciseId);
    const { policy } = await this.policyFor(caller, exerciseId, scenario);
    const input = { scenario: lintScenarioFor(caller.stream, scenario, policy) };
    return this.calculations.run('lintExercise', input, { account: caller.id });
  }

  @Operation('lintScenario')
  @JsonText()
  lint(@Body() body: unknown, @CurrentCaller() caller: Caller): Promise<string> {
    return this.calculations.run('lintScenario', { body: bytesOf(body) }, { account: caller.id });
  }

  /** For incidents to come of this class; what of it the caller may know is said in `policy/known-policy.ts`. */
  private async policyFor(
    { stream, audiences }: Caller,
    exerciseId: string,
    scenario: Scenario,
    releaseClass?: ReleaseClass,
    onlyOf = false,
  ): Promise<PolicyInForce> {
    const known = knownPolicies(await this.direction.policies(exerciseId, audiences));
    return policyKnownTo(stream, scenario, known, releaseClass, { onlyOf });
  }
}

/** A player who notices that a link is degraded knows no figures: as far as a plan goes, it is up. */
function fullLink(link: { readonly status: Link['status'] } | undefined): Link {
  if (link?.status === 'down') return { status: 'down' };
  return link !== undefined && 'latencyMs' in link ? (link as Link) : UP;
}
