/** The policy: changed by controllers, agreed on by both sides, or a side's own. */
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import {
  approvePolicyBody,
  dropOwnPolicyBody,
  rejectPolicyBody,
  withdrawPolicyBody,
} from '#contracts/http/escalation.js';
import { lintScenarioFor } from '#domain/exercise/shown-scenario.js';
import type { Command } from '#domain/kernel/command.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { Calculations } from '../calculation/calculations.js';
import type { TaskInputs, TaskResults } from '../calculation/tasks.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { bytesOf } from '../http/input.pipe.js';
import { CommandOperation, type CommandRun } from './command.interceptor.js';

@Controller()
export class PolicyCommandsController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly calculations: Calculations,
  ) {}

  @CommandOperation('changePolicy')
  async change(
    @Param('exercise') exercise: string,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<CommandRun> {
    const { policy, reason, warnings } = await this.read('change', exercise, body, caller);
    return { command: { type: 'ChangePolicy', data: { policy, ...(reason !== undefined && { reason }) } }, warnings };
  }

  @CommandOperation('proposePolicy')
  async propose(
    @Param('exercise') exercise: string,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<CommandRun> {
    const { policy, reason = '', warnings } = await this.read('propose', exercise, body, caller);
    return { command: { type: 'ProposePolicy', data: { policy, reason } }, warnings };
  }

  @CommandOperation('changeOwnPolicy')
  async changeOwn(
    @Param('exercise') exercise: string,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<CommandRun> {
    const { policy, reason, warnings } = await this.read('own', exercise, body, caller);
    return {
      command: { type: 'ChangeOwnPolicy', data: { policy, ...(reason !== undefined && { reason }) } },
      warnings,
    };
  }

  @CommandOperation('dropOwnPolicy')
  dropOwn(@Body({ schema: dropOwnPolicyBody }) body: z.infer<typeof dropOwnPolicyBody>): Command {
    return { type: 'DropOwnPolicy', data: body };
  }

  @CommandOperation('approvePolicy')
  approve(
    @Param('proposal') proposal: string,
    @Body({ schema: approvePolicyBody }) body: z.infer<typeof approvePolicyBody>,
  ): Command {
    return { type: 'ApprovePolicy', data: { proposal, ...body } };
  }

  @CommandOperation('rejectPolicy')
  reject(
    @Param('proposal') proposal: string,
    @Body({ schema: rejectPolicyBody }) body: z.infer<typeof rejectPolicyBody>,
  ): Command {
    return { type: 'RejectPolicy', data: { proposal, ...body } };
  }

  @CommandOperation('withdrawPolicy')
  withdraw(
    @Param('proposal') proposal: string,
    @Body({ schema: withdrawPolicyBody }) body: z.infer<typeof withdrawPolicyBody>,
  ): Command {
    return { type: 'WithdrawPolicy', data: { proposal, ...body } };
  }

  /** Checked against the scenario as the caller sees it, so that warnings say nothing of what is hidden. @throws InputError */
  private async read(
    change: TaskInputs['readPolicy']['change'],
    exercise: string,
    body: unknown,
    { id, stream }: Caller,
  ): Promise<TaskResults['readPolicy']> {
    const whole = await this.exercises.scenario(exercise);
    const scenario = lintScenarioFor(stream, whole, whole.policy);
    return this.calculations.run('readPolicy', { body: bytesOf(body), scenario, change }, { account: id });
  }
}
