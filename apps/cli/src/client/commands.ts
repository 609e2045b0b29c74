/** Sends a command to the API, and says whether it has been applied by the time of the answer. */
import type { z } from 'zod';
import type { commandDone } from '#contracts/http/commands.js';
import type { ApiClient } from './api-client.js';
import type { CommandAnswer } from './exercises.js';

export type AppliedCommand = z.infer<typeof commandDone>;

export const PENDING_TEXT = 'The command is stored; a worker will apply it.';

/** Undefined when it was not applied within the wait; that is then printed. @throws ApiRefusal, ApiUnreachable */
export async function applied(
  api: ApiClient,
  route: string,
  json: object,
  method: 'POST' | 'PUT' = 'POST',
): Promise<AppliedCommand | undefined> {
  const answer = await api.send<CommandAnswer>(route, { method, json });
  if (!('status' in answer)) return answer;
  process.stdout.write(`${PENDING_TEXT}\n`);
  return undefined;
}
