import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ParsedAlert } from '#contracts/alert/alert-schema.js';
import { submitQuery } from '#contracts/http/alerts.js';
import { callerOf } from '../auth/access-control.js';
import { Calculations } from '../calculation/calculations.js';
import { charsetOf, JSON_TYPE, mediaType, NDJSON_TYPE } from '../http/content-types.js';
import { Operation } from '../http/operation.js';
import { idempotencyKey, param, queryOf } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { LOG } from '../tokens.js';
import { AlertIntake, emptyTally, type Intake, type Tally } from './alert-intake.js';
import { takeLines } from './ndjson-intake.js';
import { readAlerts } from './read-alerts.js';

/** Faults that the answer lists when no alert was accepted. */
const TOLD = 100;

@Controller()
export class AlertsController {
  constructor(
    private readonly intake: AlertIntake,
    private readonly calculations: Calculations,
    private readonly settings: ApiSettings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The answer is sent here, as text: nothing between the check and the inbox costs what it need not. */
  @Operation('submitAlerts')
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.includes('?') ? queryOf(request, submitQuery) : {};
    const exercise = param(request, 'exercise');
    const key = idempotencyKey(request);
    const { scenario, endsMs } = await this.intake.open(exercise);
    const parsing = { asExercise: query.as === 'exercise', exerciseEndsMs: endsMs };
    const from: Intake = { exercise, scenario, caller: callerOf(request), parsing, idempotencyKey: key };
    const type = mediaType(request);
    if (type === NDJSON_TYPE) {
      const tally = await takeLines(this.intake, from, request.raw, { timeoutMs: this.settings.lineTimeoutMs });
      this.tell(request, exercise, tally);
      this.answer(reply, tally, 'lines');
      return;
    }
    const { body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0) {
      throw new Problem('EMPTY_BODY', 'The request has no body; send an alert, or several.');
    }
    const cap = { ...parsing, lenient: query.lenient === 'true', charset: charsetOf(request) };
    const alerts = { bytes: body, parsing, ...(type !== JSON_TYPE && { cap }) };
    const read = await readAlerts(alerts, this.calculations, from.caller.id);
    if (!Array.isArray(read)) {
      await this.one(request, reply, from, read);
      return;
    }
    const tally = emptyTally();
    await this.intake.submitPart(from, read, tally);
    this.tell(request, exercise, tally);
    this.answer(reply, tally, 'array');
  }

  /**
   * Joins the request's id to those of its commands, which are the causes of their events. Of one alert at `debug`, since
   * there may be thousands a second, unless its sender has given the request an id to find it by.
   */
  private tell(request: FastifyRequest, exercise: string, { accepted, repeated, rejected }: Tally): void {
    const isOne = accepted.length + repeated.length === 1 && request.headers['x-request-id'] === undefined;
    const level = isOne ? 'debug' : 'info';
    if (!this.log.isLevelEnabled(level)) return;
    const commandIds = [...accepted, ...repeated];
    const more = commandIds.length > TOLD ? { more: commandIds.length - TOLD } : {};
    this.log[level](
      { requestId: request.id, exercise, commandIds: commandIds.slice(0, TOLD), ...more, rejected: rejected.length },
      'alerts stored',
    );
  }

  private async one(request: FastifyRequest, reply: FastifyReply, from: Intake, parsed: ParsedAlert): Promise<void> {
    const { id, isNew, warnings } = await this.intake.submitOne(from, parsed);
    this.tell(request, from.exercise, { accepted: [id], repeated: [], rejected: [] });
    const remarks = warnings.length > 0 ? `,"warnings":${JSON.stringify(warnings)}` : '';
    // The first answer said where to read of it.
    if (isNew) void reply.header('location', `/v1/exercises/${from.exercise}/commands/${id}`);
    void reply
      .code(isNew ? 202 : 200)
      .header('content-type', 'application/json; charset=utf-8')
      .send(
        isNew
          ? `{"accepted":["${id}"],"repeated":[],"rejected":[]${remarks}}`
          : `{"accepted":[],"repeated":["${id}"],"rejected":[]${remarks}}`,
      );
  }

  private answer(reply: FastifyReply, tally: Tally, form: 'array' | 'lines'): void {
    const { accepted, repeated, rejected, stoppedAtLine } = tally;
    if (accepted.length === 0 && repeated.length === 0) throw nothingAccepted(tally, form);
    // The rest of the body is not going to be read.
    if (stoppedAtLine !== undefined) void reply.header('connection', 'close');
    rejected.sort((a, b) => a.line - b.line);
    void reply.code(accepted.length > 0 ? 202 : 200).send(tally);
  }
}

/** In an array, a fault has the index of its alert, from [0]; in NDJSON, the number of its line, from 1. */
function nothingAccepted({ rejected, stoppedAtLine }: Tally, form: 'array' | 'lines'): Problem {
  if (rejected.length === 0) return new Problem('EMPTY_BODY', 'There was no alert in the body.');
  const errors = rejected.flatMap(({ line, problems }) =>
    problems.map((problem) =>
      form === 'lines'
        ? { ...problem, line }
        : { ...problem, path: `[${line - 1}]${problem.path === '' ? '' : `.${problem.path}`}` },
    ),
  );
  const told = errors.length > TOLD ? `errors lists the first ${TOLD} of ${errors.length} faults` : 'errors lists each';
  const by = form === 'lines' ? 'by its line' : 'by its place, from [0]';
  const stopped =
    stoppedAtLine === undefined ? '' : ` Reading stopped at line ${stoppedAtLine}; what follows was not looked at.`;
  const message = `None of the ${rejected.length} alerts was accepted; ${told} ${by}.${stopped}`;
  return new Problem('NOTHING_ACCEPTED', message, { errors: errors.slice(0, TOLD) });
}
