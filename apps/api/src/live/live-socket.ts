/** Sockets by the event map of the contracts, and what each carries along. */
import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#contracts/push/messages.js';
import type { Caller } from '../auth/caller.js';
import type { Entry } from '../auth/entry.js';
import type { Seat } from '../people/attendance.js';
import type { Membership } from './membership.js';
import type { Turns } from './turns.js';

interface SocketSession {
  readonly entry: Entry;
  readonly caller: Caller;
  /** Gives the account's place back. */
  readonly disconnect: () => void;
  readonly joined: Map<string, Membership>;
  /** In each joined exercise. */
  readonly seats: Map<string, Seat>;
  /** Its memberships catch up one page at a time. */
  readonly turns: Turns;
}

type Nothing = Record<string, never>;
export type LiveServer = Server<ClientToServer, ServerToClient, Nothing, SocketSession>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Nothing, SocketSession>;
