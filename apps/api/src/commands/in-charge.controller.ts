import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { assignBody, commanderBody, handOverBody } from '#contracts/http/commands.js';
import { emptyBody } from '#contracts/http/exercises.js';
import type { Command } from '#domain/kernel/command.js';
import type { IncidentId } from '#domain/kernel/ids.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { Colleagues } from '../people/colleagues.js';
import { CommandOperation, type CommandRun } from './command.interceptor.js';
import { VisibleId } from './visible-id.js';

/** Who is in charge of an incident. What is sent names accounts; the commands have the names of these accounts, too. */
@Controller()
export class InChargeController {
  constructor(private readonly colleagues: Colleagues) {}

  @CommandOperation('proposeCommander')
  async propose(
    @Param('exercise') exercise: string,
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: commanderBody }) body: z.infer<typeof commanderBody>,
    @CurrentCaller() caller: Caller,
  ): Promise<CommandRun> {
    const name = await this.colleagues.nameOf(exercise, caller, body.account);
    return { command: { type: 'ProposeCommander', data: { incident, ...body, name } }, sent: body };
  }

  /** The account is one that the other side has proposed, or none: the rules know. */
  @CommandOperation('confirmCommander')
  confirm(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: commanderBody }) body: z.infer<typeof commanderBody>,
  ): Command {
    return { type: 'ConfirmCommander', data: { incident, ...body } };
  }

  @CommandOperation('assignIncident')
  async assign(
    @Param('exercise') exercise: string,
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: assignBody }) body: z.infer<typeof assignBody>,
    @CurrentCaller() caller: Caller,
  ): Promise<CommandRun> {
    const name = await this.colleagues.nameOf(exercise, caller, body.account);
    return { command: { type: 'AssignIncident', data: { incident, ...body, name } }, sent: body };
  }

  @CommandOperation('handOver')
  async handOver(
    @Param('exercise') exercise: string,
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: handOverBody }) body: z.infer<typeof handOverBody>,
    @CurrentCaller() caller: Caller,
  ): Promise<CommandRun> {
    const [fromName, toName] = await Promise.all(
      [caller.id, body.to].map((account) => this.colleagues.nameOf(exercise, caller, account)),
    );
    return { command: { type: 'HandOver', data: { incident, ...body, fromName, toName } }, sent: body };
  }

  @CommandOperation('confirmHandover')
  confirmHandover(@VisibleId('incident') incident: IncidentId, @Body({ schema: emptyBody }) _: object): Command {
    return { type: 'ConfirmHandover', data: { incident } };
  }
}
