import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import {
  askBody,
  cancelBody,
  closeBody,
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
import {
  decideReleaseBody,
  proposeReleaseBody,
  requestReleaseBody,
  withdrawReleaseBody,
} from '#contracts/http/releases.js';
import { dutyBody, linkBody, modeBody } from '#contracts/http/units.js';
import { changeLabelBody } from '#contracts/http/labels.js';
import type { Command } from '#domain/kernel/command.js';
import { chainId, type IncidentId, type NotificationId, type UnitId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import { readJson } from '../http/body-text.js';
import { bytesOf } from '../http/input.pipe.js';
import { notFound } from '../problems/problem.js';
import { CommandOperation } from './command.interceptor.js';
import { VisibleId } from './visible-id.js';

/** Each handler returns the command that it stands for. */
@Controller()
export class CommandsController {
  @CommandOperation('startExercise')
  start(@Body({ schema: startBody }) { speed = 1 }: z.infer<typeof startBody>): Command {
    return { type: 'StartExercise', data: { speed } };
  }

  @CommandOperation('pauseExercise')
  pause(@Body({ schema: emptyBody }) _: object): Command {
    return { type: 'PauseExercise', data: {} };
  }

  @CommandOperation('resumeExercise')
  resume(@Body({ schema: emptyBody }) _: object): Command {
    return { type: 'ResumeExercise', data: {} };
  }

  @CommandOperation('setSpeed')
  setSpeed(@Body({ schema: speedBody }) data: z.infer<typeof speedBody>): Command {
    return { type: 'SetSpeed', data };
  }

  @CommandOperation('runExerciseTo')
  runTo(@Body({ schema: runToBody }) data: z.infer<typeof runToBody>): Command {
    return { type: 'RunTo', data };
  }

  @CommandOperation('stepExercise')
  step(@Body({ schema: emptyBody }) _: object): Command {
    return { type: 'StepExercise', data: {} };
  }

  @CommandOperation('endExercise')
  end(@Body({ schema: emptyBody }) _: object): Command {
    return { type: 'EndExercise', data: {} };
  }

  @CommandOperation('acknowledgeNotification')
  acknowledge(@VisibleId('notification') notification: NotificationId, @Body() body: unknown): Command {
    mustBeEmpty(body);
    return { type: 'AcknowledgeNotification', data: { notification } };
  }

  @CommandOperation('declineNotification')
  decline(
    @VisibleId('notification') notification: NotificationId,
    @Body({ schema: declineBody }) body: z.infer<typeof declineBody>,
  ): Command {
    return { type: 'DeclineNotification', data: { notification, ...body } };
  }

  @CommandOperation('resolveIncident')
  resolve(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: resolveBody }) body: z.infer<typeof resolveBody>,
  ): Command {
    return { type: 'ResolveIncident', data: { incident, ...body } };
  }

  @CommandOperation('closeIncident')
  close(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: closeBody }) body: z.infer<typeof closeBody>,
  ): Command {
    return { type: 'CloseIncident', data: { incident, ...body } };
  }

  @CommandOperation('cancelIncident')
  cancel(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: cancelBody }) body: z.infer<typeof cancelBody>,
  ): Command {
    return { type: 'CancelIncident', data: { incident, ...body } };
  }

  @CommandOperation('withdrawDecision')
  withdrawDecision(@VisibleId('incident') incident: IncidentId, @Body() body: unknown): Command {
    mustBeEmpty(body);
    return { type: 'WithdrawDecision', data: { incident } };
  }

  @CommandOperation('noteIncident')
  note(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: noteBody }) body: z.infer<typeof noteBody>,
  ): Command {
    return { type: 'NoteIncident', data: { incident, ...body } };
  }

  @CommandOperation('escalateIncident')
  escalate(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: escalateBody }) body: z.infer<typeof escalateBody>,
  ): Command {
    return { type: 'EscalateIncident', data: { incident, ...body } };
  }

  @CommandOperation('askUnit')
  ask(@VisibleId('incident') incident: IncidentId, @Body({ schema: askBody }) body: z.infer<typeof askBody>): Command {
    return { type: 'AskUnit', data: { incident, ...body } };
  }

  @CommandOperation('restartChain')
  restart(
    @VisibleId('incident') incident: IncidentId,
    @Param('chain') chain: string,
    @Body({ schema: restartBody }) body: z.infer<typeof restartBody>,
  ): Command {
    return { type: 'RestartChain', data: { incident, chain: chainId(chain), ...body } };
  }

  @CommandOperation('overrideAcknowledgement')
  override(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: overrideBody }) body: z.infer<typeof overrideBody>,
  ): Command {
    return { type: 'OverrideAcknowledgement', data: { incident, ...body } };
  }

  @CommandOperation('reportProgress')
  progress(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: progressBody }) body: z.infer<typeof progressBody>,
  ): Command {
    return { type: 'ReportProgress', data: { incident, ...body } };
  }

  @CommandOperation('requestRelease')
  requestRelease(@Body({ schema: requestReleaseBody }) data: z.infer<typeof requestReleaseBody>): Command {
    return { type: 'RequestRelease', data };
  }

  @CommandOperation('proposeRelease')
  proposeRelease(@Body({ schema: proposeReleaseBody }) data: z.infer<typeof proposeReleaseBody>): Command {
    return { type: 'ProposeRelease', data };
  }

  @CommandOperation('decideRelease')
  decideRelease(
    @Param('release') release: string,
    @Body({ schema: decideReleaseBody }) body: z.infer<typeof decideReleaseBody>,
  ): Command {
    return { type: 'DecideRelease', data: { release, ...body } };
  }

  @CommandOperation('withdrawRelease')
  withdrawRelease(
    @Param('release') release: string,
    @Body({ schema: withdrawReleaseBody }) body: z.infer<typeof withdrawReleaseBody>,
  ): Command {
    return { type: 'WithdrawRelease', data: { release, ...body } };
  }

  @CommandOperation('changeLabel')
  changeLabel(@Body({ schema: changeLabelBody }) data: z.infer<typeof changeLabelBody>): Command {
    return { type: 'ChangeLabel', data };
  }

  @CommandOperation('setDuty')
  setDuty(@VisibleId('unit') unit: UnitId, @Body({ schema: dutyBody }) body: z.infer<typeof dutyBody>): Command {
    return { type: 'SetDuty', data: { unit, ...body } };
  }

  @CommandOperation('setMode')
  setMode(@VisibleId('unit') unit: UnitId, @Body({ schema: modeBody }) body: z.infer<typeof modeBody>): Command {
    return { type: 'SetMode', data: { unit, ...body } };
  }

  @CommandOperation('setUnitLink')
  setUnitLink(@VisibleId('unit') unit: UnitId, @Body({ schema: linkBody }) body: z.infer<typeof linkBody>): Command {
    return { type: 'SetLink', data: { unit, ...body } };
  }

  @CommandOperation('setSideLink')
  setSideLink(@Param('side') name: string, @Body({ schema: linkBody }) { link }: z.infer<typeof linkBody>): Command {
    const side = SIDES.find((one) => one === name);
    if (side === undefined) throw notFound('side', name);
    return { type: 'SetLink', data: { side, link } };
  }

  @CommandOperation('recordObservation')
  observe(@Body({ schema: observationBody }) data: z.infer<typeof observationBody>): Command {
    return { type: 'RecordObservation', data };
  }

  @CommandOperation('rateObjective')
  rate(@Body({ schema: ratingBody }) data: z.infer<typeof ratingBody>): Command {
    return { type: 'RateObjective', data };
  }

  @CommandOperation('planImprovement')
  improve(@Body({ schema: improvementBody }) data: z.infer<typeof improvementBody>): Command {
    return { type: 'PlanImprovement', data };
  }
}

/** Looked at last: that a thing does not exist comes before what is wrong with the body. @throws InputError */
function mustBeEmpty(body: unknown): void {
  readJson(bytesOf(body), emptyBody);
}
