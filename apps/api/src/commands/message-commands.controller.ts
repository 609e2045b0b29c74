import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { emptyBody } from '#contracts/http/exercises.js';
import { decisionBody, messageBody } from '#contracts/http/messages.js';
import type { Command } from '#domain/kernel/command.js';
import { messageId, type IncidentId } from '#domain/kernel/ids.js';
import { CommandOperation } from './command.interceptor.js';
import { VisibleId } from './visible-id.js';

/** Each handler returns the command that it stands for. */
@Controller()
export class MessageCommandsController {
  @CommandOperation('sendMessage')
  send(@Body({ schema: messageBody }) { to = [], ...body }: z.infer<typeof messageBody>): Command {
    return { type: 'SendMessage', data: { to, ...body } };
  }

  /** A message that the caller may not know of is refused by the rules as one that is not there. */
  @CommandOperation('markMessageRead')
  markRead(@Param('message') message: string, @Body({ schema: emptyBody }) _: object): Command {
    return { type: 'MarkMessageRead', data: { message: messageId(message) } };
  }

  @CommandOperation('recordDecision')
  decide(
    @VisibleId('incident') incident: IncidentId,
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
  ): Command {
    return { type: 'RecordDecision', data: { incident, ...body } };
  }
}
