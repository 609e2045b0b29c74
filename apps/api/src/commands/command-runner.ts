/** A command of a request: stored, waited for, and its outcome answered. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { beyondEnd, plansAhead } from '#contracts/http/beyond-end.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { Command } from '#domain/kernel/command.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import type { ResultingEvents } from '#infra/log/resulting-events.js';
import { callerOf } from '../auth/access-control.js';
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { header, idempotencyKey, param } from '../http/request-input.js';
import { notFound } from '../problems/problem.js';
import { refusalProblem } from '../problems/translate-error.js';
import type { CommandDesk } from './command-desk.js';
import { preferredWaitMs } from './prefer-wait.js';

export interface CommandRun {
  /** What there is to remark on what was sent, told when it is applied. */
  readonly warnings?: readonly FieldProblem[];
  /** What was sent, where the command is made of more than that: a repeat is known by it. */
  readonly sent?: unknown;
}

export class CommandRunner {
  constructor(
    private readonly desk: CommandDesk,
    private readonly exercises: ExerciseCatalog,
    private readonly events: ResultingEvents,
    private readonly log: Logger,
  ) {}

  /** @throws Problem NOT_FOUND, EXERCISE_OF_OTHER_ENGINE, the code of a refusal; what the desk throws */
  async run(
    request: FastifyRequest,
    reply: FastifyReply,
    command: Command,
    { warnings = [], sent }: CommandRun = {},
  ): Promise<void> {
    const exercise = param(request, 'exercise');
    const caller = callerOf(request);
    const key = idempotencyKey(request);
    await this.exercises.mustTakeCommands(exercise);
    const waitMs = preferredWaitMs(header(request, 'prefer'));
    const { id, outcome } = await this.desk.submit({ exercise, caller, command, idempotencyKey: key, waitMs, sent });
    this.log.info({ requestId: request.id, commandIds: [id], type: command.type, exercise }, 'command stored');
    if (outcome === null) {
      // Deleted while the command waited, and the command with it.
      if (!(await this.exercises.exists(exercise))) throw notFound('exercise', exercise);
      const href = `/v1/exercises/${exercise}/commands/${id}`;
      void reply.code(202).header('location', href).send({ command: id, status: 'pending', href });
      return;
    }
    if ('refused' in outcome) throw refusalProblem(outcome.refused.code, outcome.refused.message);
    const { firstSeq, lastSeq } = outcome;
    const events = await this.events.between(exercise, caller.stream, firstSeq, lastSeq);
    const told = [...warnings, ...(await this.remarksOn(exercise, command, events))];
    const remarks = told.length > 0 ? `,"warnings":${JSON.stringify(told)}` : '';
    void reply
      .code(200)
      .header('content-type', 'application/json; charset=utf-8')
      .send(`{"command":${JSON.stringify(id)},"events":[${events.join(',')}]${remarks}}`);
  }
  /** @param events as JSON texts */
  private async remarksOn(exercise: string, command: Command, events: readonly string[]): Promise<FieldProblem[]> {
    if (!plansAhead(command)) return [];
    const { durationMs } = await this.exercises.scenario(exercise);
    return beyondEnd(
      command,
      events.map((text) => JSON.parse(text) as DomainEvent),
      durationMs,
    );
  }
}
