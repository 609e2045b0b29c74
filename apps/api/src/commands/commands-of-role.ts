/** Which commands a role may give, as the route table has it. */
import type { Role } from '#contracts/http/accounts.js';
import type { Operation } from '#contracts/openapi/operation.js';
import { OPERATIONS } from '#contracts/openapi/operations.js';
import type { CommandType } from '#domain/kernel/command.js';

/** A route is named like its command: `askUnit` gives `AskUnit`. What has no such route is given by nobody here. */
export function mayGive(role: Role, command: CommandType): boolean {
  const routes: Readonly<Record<string, Operation>> = OPERATIONS;
  const roles = routes[command.charAt(0).toLowerCase() + command.slice(1)]?.roles;
  return roles === 'public' || (roles?.includes(role) ?? false);
}
