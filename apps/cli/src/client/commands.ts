/** A command to the API, and whether it has come about by the time of its answer. */
import type { z } from 'zod';
import type { commandDone } from '#contracts/http/commands.js';
import type { ApiClient } from './api-client.js';
import type { CommandAnswer } from './exercises.js';

export type Done = z.infer<typeof commandDone>;

/** Undefined when it has not been applied within the wait: then it is said that it will. @throws ApiRefusal, ApiUnreachable */
export async function applied(
  api: ApiClient,
  route: string,
  json: object,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Done | undefined> {
  const answer = await api.send<CommandAnswer>(route, { method, json });
  if (!('status' in answer)) return answer;
  process.stdout.write('The command is stored, and will be applied when a worker gets to it\n');
  return undefined;
}
