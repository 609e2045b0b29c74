import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { scenarioIn } from '#domain/exercise/shown-scenario.js';
import { incidentId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
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

  @Operation('readPolicy')
  async policy(@Param('exercise') exerciseId: string, @CurrentCaller() caller: Caller): Promise<Policy> {
    return this.policyFor(caller, exerciseId, await this.exercises.scenario(exerciseId));
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
    const [policy, links] = await Promise.all([
      this.policyFor(caller, exerciseId, scenario),
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
      { world: { scenario, units, links: known }, policy, facts: routingFacts(alert), at },
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
    const policy = await this.policyFor(caller, exerciseId, scenario);
    // Findings about the script would reveal it to players.
    const input = { scenario: { ...scenario, policy }, whole: showsAll(caller.stream) };
    return this.calculations.run('lintExercise', input, { account: caller.id });
  }

  @Operation('lintScenario')
  @JsonText()
  lint(@Body() body: unknown, @CurrentCaller() caller: Caller): Promise<string> {
    return this.calculations.run('lintScenario', { body: bytesOf(body) }, { account: caller.id });
  }

  /**
   * Changes of the policy are for those who run the exercise. Players know the policy that it began with, without what concerns
   * incidents of the other side only.
   */
  private async policyFor({ stream }: Caller, exerciseId: string, scenario: Scenario): Promise<Policy> {
    if (!showsAll(stream)) return scenarioIn(stream, scenario).policy;
    return (await this.direction.policy(exerciseId)) ?? scenario.policy;
  }
}

/** A player who notices that a link is degraded knows no figures: as far as a plan goes, it is up. */
function fullLink(link: { readonly status: Link['status'] } | undefined): Link {
  if (link?.status === 'down') return { status: 'down' };
  return link !== undefined && 'latencyMs' in link ? (link as Link) : UP;
}
