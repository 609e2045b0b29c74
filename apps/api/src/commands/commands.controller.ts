import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  askBody,
  declineBody,
  escalateBody,
  noteBody,
  overrideBody,
  progressBody,
  resolveBody,
  restartBody,
} from '#contracts/http/commands.js';
import { improvementBody, observationBody, ratingBody } from '#contracts/http/evaluation.js';
import { emptyBody, runToBody, speedBody, startBody } from '#contracts/http/exercises.js';
import { dutyBody, linkBody, modeBody } from '#contracts/http/units.js';
import {
  chainId,
  incidentId,
  notificationId,
  unitId,
  type IncidentId,
  type NotificationId,
  type UnitId,
} from '#domain/kernel/ids.js';
import type { Command } from '#domain/kernel/command.js';
import { SIDES } from '#domain/kernel/side.js';
import { callerOf } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param } from '../http/request-input.js';
import { notFound } from '../problems/problem.js';
import { Visible } from '../reading/visible.js';
import { CommandRunner } from './command-runner.js';

interface IdOf {
  readonly incident: IncidentId;
  readonly notification: NotificationId;
  readonly unit: UnitId;
}
const ID_OF: { readonly [K in keyof IdOf]: (text: string) => IdOf[K] } = {
  incident: incidentId,
  notification: notificationId,
  unit: unitId,
};

@Controller()
export class CommandsController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly things: Visible,
  ) {}

  @Operation('startExercise')
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { speed = 1 } = bodyOf(request, startBody);
    return this.run(request, reply, { type: 'StartExercise', data: { speed } });
  }

  @Operation('pauseExercise')
  pause(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.runEmpty(request, reply, { type: 'PauseExercise', data: {} });
  }

  @Operation('resumeExercise')
  resume(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.runEmpty(request, reply, { type: 'ResumeExercise', data: {} });
  }

  @Operation('setSpeed')
  setSpeed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.run(request, reply, { type: 'SetSpeed', data: bodyOf(request, speedBody) });
  }

  @Operation('runExerciseTo')
  runTo(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.run(request, reply, { type: 'RunTo', data: bodyOf(request, runToBody) });
  }

  @Operation('stepExercise')
  step(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.runEmpty(request, reply, { type: 'StepExercise', data: {} });
  }

  @Operation('endExercise')
  end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.runEmpty(request, reply, { type: 'EndExercise', data: {} });
  }

  @Operation('acknowledgeNotification')
  async acknowledge(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const notification = await this.visible(request, 'notification');
    return this.runEmpty(request, reply, { type: 'AcknowledgeNotification', data: { notification } });
  }

  @Operation('declineNotification')
  async decline(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = bodyOf(request, declineBody);
    const notification = await this.visible(request, 'notification');
    return this.run(request, reply, { type: 'DeclineNotification', data: { notification, reason } });
  }

  @Operation('resolveIncident')
  async resolve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, resolveBody);
    const incident = await this.visible(request, 'incident');
    return this.run(request, reply, { type: 'ResolveIncident', data: { incident, ...body } });
  }

  @Operation('closeIncident')
  async close(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const incident = await this.visible(request, 'incident');
    return this.runEmpty(request, reply, { type: 'CloseIncident', data: { incident } });
  }

  @Operation('noteIncident')
  async note(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, noteBody);
    const incident = await this.visible(request, 'incident');
    return this.run(request, reply, { type: 'NoteIncident', data: { incident, ...body } });
  }

  @Operation('escalateIncident')
  async escalate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, escalateBody);
    const incident = await this.visible(request, 'incident');
    return this.run(request, reply, { type: 'EscalateIncident', data: { incident, ...body } });
  }

  @Operation('askUnit')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, askBody);
    const incident = await this.visible(request, 'incident');
    return this.run(request, reply, { type: 'AskUnit', data: { incident, ...body } });
  }

  @Operation('restartChain')
  async restart(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, restartBody);
    const incident = await this.visible(request, 'incident');
    const chain = chainId(param(request, 'chain'));
    return this.run(request, reply, { type: 'RestartChain', data: { incident, chain, ...body } });
  }

  @Operation('overrideAcknowledgement')
  async override(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, overrideBody);
    const incident = await this.visible(request, 'incident');
    return this.run(request, reply, { type: 'OverrideAcknowledgement', data: { incident, ...body } });
  }

  @Operation('reportProgress')
  async progress(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, progressBody);
    const incident = await this.visible(request, 'incident');
    return this.run(request, reply, { type: 'ReportProgress', data: { incident, ...body } });
  }

  @Operation('setDuty')
  async setDuty(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, dutyBody);
    const unit = await this.visible(request, 'unit');
    return this.run(request, reply, { type: 'SetDuty', data: { unit, ...body } });
  }

  @Operation('setMode')
  async setMode(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = bodyOf(request, modeBody);
    const unit = await this.visible(request, 'unit');
    return this.run(request, reply, { type: 'SetMode', data: { unit, ...body } });
  }

  @Operation('setUnitLink')
  async setUnitLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { link } = bodyOf(request, linkBody);
    const unit = await this.visible(request, 'unit');
    return this.run(request, reply, { type: 'SetLink', data: { unit, link } });
  }

  @Operation('setSideLink')
  setSideLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { link } = bodyOf(request, linkBody);
    const side = SIDES.find((name) => name === param(request, 'side'));
    if (side === undefined) throw notFound('side', param(request, 'side'));
    return this.run(request, reply, { type: 'SetLink', data: { side, link } });
  }

  @Operation('recordObservation')
  observe(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.run(request, reply, { type: 'RecordObservation', data: bodyOf(request, observationBody) });
  }

  @Operation('rateObjective')
  rate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.run(request, reply, { type: 'RateObjective', data: bodyOf(request, ratingBody) });
  }

  @Operation('planImprovement')
  improve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.run(request, reply, { type: 'PlanImprovement', data: bodyOf(request, improvementBody) });
  }

  /** The id in the path, of a thing that the caller may see. What may not be seen does not exist. */
  private async visible<K extends keyof IdOf>(request: FastifyRequest, kind: K): Promise<IdOf[K]> {
    const id = ID_OF[kind](param(request, kind));
    await this.things.one(kind, param(request, 'exercise'), id, callerOf(request));
    return id;
  }

  private runEmpty(request: FastifyRequest, reply: FastifyReply, command: Command): Promise<void> {
    bodyOf(request, emptyBody);
    return this.run(request, reply, command);
  }

  private run(request: FastifyRequest, reply: FastifyReply, command: Command): Promise<void> {
    return this.runner.run(request, reply, command);
  }
}
