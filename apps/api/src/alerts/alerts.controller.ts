import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ParsedAlert } from '#contracts/alert/alert-schema.js';
import { submitQuery } from '#contracts/http/alerts.js';
import { callerOf } from '../auth/current.js';
import { Calculations } from '../calculation/calculations.js';
import { charsetOf, JSON_TYPE, mediaType, NDJSON_TYPE } from '../http/content-types.js';
import { readQuery } from '../http/input.pipe.js';
import { JsonText } from '../http/json-text.js';
import { Operation } from '../http/operation.js';
import { idempotencyKey, param } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { LOG } from '../tokens.js';
import { AlertIntake, emptyTally, type Intake, type Tally } from './alert-intake.js';
import { takeLines } from './ndjson-intake.js';
import { readAlerts } from './read-alerts.js';

/** Faults that the answer lists when no alert was accepted. */
const MOST_LISTED = 100;

@Controller()
export class AlertsController {
  constructor(
    private readonly intake: AlertIntake,
    private readonly calculations: Calculations,
    private readonly settings: ApiSettings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Lines are read from the request itself, as fast as they are stored. Of one alert the answer is returned as text. (Writing it past Nest
   * saves nothing: 105 µs of CPU for a request with a typed handler and a returned object, 84 to 168 µs without, in three runs.)
   */
  @Operation('submitAlerts')
  @JsonText()
  async submit(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Tally> {
    const query = request.url.includes('?') ? readQuery(request.query, submitQuery) : {};
    const exercise = param(request, 'exercise');
    const key = idempotencyKey(request);
    const { scenario, endsMs } = await this.intake.open(exercise);
    const parsing = { asExercise: query.as === 'exercise', exerciseEndsMs: endsMs };
    const from: Intake = { exercise, scenario, caller: callerOf(request), parsing, idempotencyKey: key };
    const type = mediaType(request);
    if (type === NDJSON_TYPE) {
      const tally = await takeLines(this.intake, from, request.raw, { timeoutMs: this.settings.lineTimeoutMs });
      return this.many(request, reply, exercise, tally, 'lines');
    }
    const { body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0) {
      throw new Problem('EMPTY_BODY', 'The request has no body; send an alert, or several.');
    }
    const cap = { ...parsing, lenient: query.lenient === 'true', charset: charsetOf(request) };
    const alerts = { bytes: body, parsing, ...(type !== JSON_TYPE && { cap }) };
    const read = await readAlerts(alerts, this.calculations, from.caller.id);
    if (!Array.isArray(read)) return this.one(request, reply, from, read);
    const tally = emptyTally();
    await this.intake.submitPart(from, read, tally);
    return this.many(request, reply, exercise, tally, 'array');
  }

  /**
   * Joins the request's id to those of its commands, which are the causes of their events. Of one alert at `debug`, since
   * there may be thousands a second, unless its sender has given the request an id to find it by.
   */
  private logReceipt(request: FastifyRequest, exercise: string, { accepted, repeated, rejected }: Tally): void {
    const isOne = accepted.length + repeated.length === 1 && request.headers['x-request-id'] === undefined;
    const level = isOne ? 'debug' : 'info';
    if (!this.log.isLevelEnabled(level)) return;
    const commandIds = [...accepted, ...repeated];
    const more = commandIds.length > MOST_LISTED ? { more: commandIds.length - MOST_LISTED } : {};
    this.log[level](
      {
        requestId: request.id,
        exercise,
        commandIds: commandIds.slice(0, MOST_LISTED),
        ...more,
        rejected: rejected.length,
      },
      'alerts stored',
    );
  }

  private async one(request: FastifyRequest, reply: FastifyReply, from: Intake, parsed: ParsedAlert): Promise<string> {
    const { id, isNew, warnings } = await this.intake.submitOne(from, parsed);
    this.logReceipt(request, from.exercise, { accepted: [id], repeated: [], rejected: [] });
    const remarks = warnings.length > 0 ? `,"warnings":${JSON.stringify(warnings)}` : '';
    if (!isNew) return `{"accepted":[],"repeated":["${id}"],"rejected":[]${remarks}}`;
    // The first answer says where to read of it.
    void reply.code(202).header('location', `/v1/exercises/${from.exercise}/commands/${id}`);
    return `{"accepted":["${id}"],"repeated":[],"rejected":[]${remarks}}`;
  }

  private many(
    request: FastifyRequest,
    reply: FastifyReply,
    exercise: string,
    tally: Tally,
    form: 'array' | 'lines',
  ): Tally {
    this.logReceipt(request, exercise, tally);
    const { accepted, repeated, rejected, stoppedAtLine } = tally;
    if (accepted.length === 0 && repeated.length === 0) throw nothingAccepted(tally, form);
    // The rest of the body is not going to be read.
    if (stoppedAtLine !== undefined) void reply.header('connection', 'close');
    rejected.sort((a, b) => a.line - b.line);
    if (accepted.length > 0) void reply.code(202);
    return tally;
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
  const listing =
    errors.length > MOST_LISTED
      ? `errors lists the first ${MOST_LISTED} of ${errors.length} faults`
      : 'errors lists each';
  const by = form === 'lines' ? 'by its line' : 'by its place, from [0]';
  const stopped =
    stoppedAtLine === undefined ? '' : ` Reading stopped at line ${stoppedAtLine}; what follows was not looked at.`;
  const message = `None of the ${rejected.length} alerts was accepted; ${listing} ${by}.${stopped}`;
  return new Problem('NOTHING_ACCEPTED', message, { errors: errors.slice(0, MOST_LISTED) });
}
