import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseAlert, type ParsedAlert } from '#contracts/alert/alert-schema.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { MAX_ALERTS, submitQuery } from '#contracts/http/alerts.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { InputError } from '#contracts/problem.js';
import { callerOf } from '../access/access-control.js';
import { charsetOf, JSON_TYPE, mediaType, NDJSON_TYPE } from '../http/content-types.js';
import { Operation } from '../http/operation.js';
import { idempotencyKey, param, queryOf } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { problemsOf } from './alert-checks.js';
import { AlertIntake, emptyTally, type Intake, type ReadAlert, type Tally } from './alert-intake.js';
import { takeLines } from './ndjson-intake.js';

/** Faults told of a request of which nothing was taken. */
const TOLD = 100;

@Controller()
export class AlertsController {
  constructor(
    private readonly intake: AlertIntake,
    private readonly settings: ApiSettings,
  ) {}

  /** The answer is sent here, as text: nothing between the check and the inbox costs what it need not. */
  @Operation('submitAlerts')
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asExercise = request.url.includes('?') && queryOf(request, submitQuery).as === 'exercise';
    const exercise = param(request, 'exercise');
    const key = idempotencyKey(request);
    const scenario = await this.intake.open(exercise);
    const from: Intake = { exercise, scenario, caller: callerOf(request), asExercise, idempotencyKey: key };
    const type = mediaType(request);
    if (type === NDJSON_TYPE) {
      this.answer(reply, await takeLines(this.intake, from, request.raw, { timeoutMs: this.settings.lineTimeoutMs }));
      return;
    }
    const { body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0) {
      throw new Problem('EMPTY_BODY', 'The request has no body; send an alert, or several.');
    }
    if (type !== JSON_TYPE) {
      await this.one(reply, from, parseCap(body, { asExercise, charset: charsetOf(request) }));
      return;
    }
    const json = parseJson(body);
    if (Array.isArray(json)) this.answer(reply, await this.many(from, json));
    else await this.one(reply, from, parseAlert(json, { asExercise }));
  }

  private async one(reply: FastifyReply, from: Intake, parsed: ParsedAlert): Promise<void> {
    const { id, isNew } = await this.intake.submitOne(from, parsed);
    const { warnings } = parsed;
    const told = warnings.length > 0 ? `,"warnings":${JSON.stringify(warnings)}` : '';
    void reply
      .code(isNew ? 202 : 200)
      .header('location', `/v1/exercises/${from.exercise}/commands/${id}`)
      .header('content-type', 'application/json; charset=utf-8')
      .send(
        isNew
          ? `{"accepted":["${id}"],"repeated":[],"rejected":[]${told}}`
          : `{"accepted":[],"repeated":["${id}"],"rejected":[]${told}}`,
      );
  }

  private async many(from: Intake, alerts: readonly unknown[]): Promise<Tally> {
    if (alerts.length === 0) throw InputError.of('TOO_FEW', '', 'The list is empty; send at least one alert.');
    if (alerts.length > MAX_ALERTS) {
      const message = `The list has ${alerts.length} alerts; at most ${MAX_ALERTS} are taken at a time, or NDJSON.`;
      throw InputError.of('TOO_MANY', '', message);
    }
    const read = alerts.map((alert, index): ReadAlert => {
      const line = index + 1;
      try {
        return { line, parsed: parseAlert(alert, { asExercise: from.asExercise }) };
      } catch (error) {
        return { line, problems: problemsOf(error) };
      }
    });
    const tally = emptyTally();
    await this.intake.submitPart(from, read, tally);
    return tally;
  }

  private answer(reply: FastifyReply, tally: Tally): void {
    const { accepted, repeated, rejected, stoppedAtLine } = tally;
    if (accepted.length === 0 && repeated.length === 0) throw nothingAccepted(tally);
    // The rest of the body is not going to be read.
    if (stoppedAtLine !== undefined) void reply.header('connection', 'close');
    rejected.sort((a, b) => a.line - b.line);
    void reply.code(accepted.length > 0 ? 202 : 200).send(tally);
  }
}

function nothingAccepted({ rejected }: Tally): Problem {
  if (rejected.length === 0) return new Problem('EMPTY_BODY', 'There was no alert in the body.');
  const errors = rejected
    .flatMap(({ line, problems }) =>
      problems.map((problem) => ({
        ...problem,
        path: `[${line - 1}]${problem.path === '' ? '' : `.${problem.path}`}`,
      })),
    )
    .slice(0, TOLD);
  const message = `None of the ${rejected.length} alerts could be taken; errors names each by its place, from [0].`;
  return new Problem('NOTHING_ACCEPTED', message, { errors });
}
