import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import { laterOf } from '#domain/kernel/exercise-time.js';
import { incidentId } from '#domain/kernel/ids.js';
import type { UnitView } from '#domain/engine/read-models.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import { explainIncident } from '#domain/engine/explain-incident.js';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { StateReader } from '#infra/log/state-reader.js';
import { callerOf } from '../access/access-control.js';
import { Calculations } from '../calculation/calculations.js';
import { checkAgainstExercise } from '../alerts/alert-checks.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { timeNow } from '../exercises/exercise-views.js';
import { Operation } from '../http/operation.js';
import { bodyOf, bytesOf, param } from '../http/request-input.js';
import { sendJson } from '../http/send-json.js';
import { Visible } from '../reading/visible.js';
import { mayGive } from '../commands/commands-of-role.js';
import { explainEnvelope } from './explain-envelope.js';

/** More than a scenario may have. */
const ALL_UNITS = 10_000;

@Controller()
export class EscalationController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly visible: Visible,
    private readonly direction: DirectionReader,
    private readonly states: StateReader,
    private readonly calculations: Calculations,
  ) {}

  @Operation('readPolicy')
  async policy(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exerciseId = param(request, 'exercise');
    const { policy } = await this.exercises.scenario(exerciseId);
    void reply.send((await this.direction.policy(exerciseId)) ?? policy);
  }

  /** Decided by the functions that decide in earnest, on the policy, duties and links of now; nothing is stored. */
  @Operation('explainAlert')
  async explain(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exerciseId = param(request, 'exercise');
    const caller = callerOf(request);
    const body = bodyOf(request, explainEnvelope);
    const { alert } = parseAlert(body.alert, { asExercise: true });
    const scenario = await this.exercises.scenario(exerciseId);
    checkAgainstExercise(alert, scenario, caller);
    const at = body.at ?? timeNow(await this.exercises.get(exerciseId));
    const { items } = await this.visible.list('unit', caller, { exerciseId, limit: ALL_UNITS });
    const units = Object.fromEntries(
      items.map(({ id, doc }) => {
        const { duty, link } = JSON.parse(doc) as UnitView;
        return [id, { duty, link }];
      }),
    );
    const [policy, links] = await Promise.all([
      this.direction.policy(exerciseId),
      this.direction.sideLinks(exerciseId),
    ]);
    const text = await this.calculations.run(
      'explain',
      { world: { scenario, units, links }, policy: policy ?? scenario.policy, facts: routingFacts(alert), at },
      { account: caller.id },
    );
    sendJson(reply, 200, text);
  }

  /** By the rules themselves, on the state that the log gives. What may not be seen does not exist. */
  @Operation('explainIncident')
  async explainIncident(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exerciseId = param(request, 'exercise');
    const incident = incidentId(param(request, 'incident'));
    const caller = callerOf(request);
    await this.visible.one('incident', exerciseId, incident, caller);
    await this.exercises.mustTakeCommands(exerciseId);
    const scenario = await this.exercises.scenario(exerciseId);
    const now = timeNow(await this.exercises.get(exerciseId));
    const explanation = await this.states.read(exerciseId, scenario, (state) =>
      explainIncident(state, incident, caller.actor, laterOf(now, state.time), (type) => mayGive(caller.role, type)),
    );
    void reply.send(explanation);
  }

  @Operation('lintExercise')
  async lintExercise(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exerciseId = param(request, 'exercise');
    const scenario = await this.exercises.scenario(exerciseId);
    const policy = (await this.direction.policy(exerciseId)) ?? scenario.policy;
    const { id, stream } = callerOf(request);
    // What is remarked on the script would tell players of it.
    const input = { scenario: { ...scenario, policy }, whole: stream === 'all' };
    sendJson(reply, 200, await this.calculations.run('lintExercise', input, { account: id }));
  }

  @Operation('lintScenario')
  async lint(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const options = { account: callerOf(request).id };
    sendJson(reply, 200, await this.calculations.run('lintScenario', { body: bytesOf(request) }, options));
  }
}
