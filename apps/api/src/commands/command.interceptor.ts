/** Runs the command that a handler returns: it is stored, waited for, and its outcome answered. */
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { mergeMap, type Observable } from 'rxjs';
import { beyondEnd, plansAhead } from '#contracts/http/beyond-end.js';
import type { OperationId } from '#contracts/openapi/operations.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { Command } from '#domain/kernel/command.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { ResultingEvents } from '#infra/log/resulting-events.js';
import { callerOf } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { JSON_TEXT } from '../http/json-text.js';
import { Operation } from '../http/operation.js';
import { header, idempotencyKey, param } from '../http/request-input.js';
import { notFound } from '../problems/problem.js';
import { refusalProblem } from '../problems/translate-error.js';
import { LOG } from '../tokens.js';
import { CommandDesk } from './command-desk.js';
import { preferredWaitMs } from './prefer-wait.js';

/** A command with more than itself. */
export interface CommandRun {
  readonly command: Command;
  /** Warnings about the command, returned when it is applied. */
  readonly warnings?: readonly FieldProblem[];
  /** What was sent, where the command is made of more than that: a repeat is known by it. */
  readonly sent?: unknown;
}

/** A route whose handler returns a command: a {@link Command}, or a {@link CommandRun}. */
export function CommandOperation(id: OperationId): MethodDecorator {
  return applyDecorators(Operation(id), UseInterceptors(CommandInterceptor));
}

@Injectable()
class CommandInterceptor implements NestInterceptor<Command | CommandRun> {
  constructor(
    private readonly desk: CommandDesk,
    private readonly exercises: ExerciseCatalog,
    private readonly events: ResultingEvents,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Command | CommandRun>): Observable<unknown> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(
        mergeMap((given) =>
          this.run(http.getRequest(), http.getResponse(), 'command' in given ? given : { command: given }),
        ),
      );
  }

  /** @throws Problem NOT_FOUND, EXERCISE_OF_OTHER_ENGINE, the code of a refusal; what the desk throws */
  private async run(
    request: FastifyRequest,
    reply: FastifyReply,
    { command, warnings = [], sent }: CommandRun,
  ): Promise<unknown> {
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
      void reply.code(202).header('location', href);
      return { command: id, status: 'pending', href };
    }
    if ('refused' in outcome) throw refusalProblem(outcome.refused.code, outcome.refused.message);
    const { firstSeq, lastSeq } = outcome;
    const events = await this.events.between(exercise, caller, firstSeq, lastSeq);
    const all = [...warnings, ...(await this.remarksOn(exercise, command, events))];
    const remarks = all.length > 0 ? `,"warnings":${JSON.stringify(all)}` : '';
    void reply.header('content-type', JSON_TEXT);
    return `{"command":${JSON.stringify(id)},"events":[${events.join(',')}]${remarks}}`;
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
