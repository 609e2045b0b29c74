/**
 * JSON text that goes into a socket message as it is. socket.io would turn it into an object's text again for each message,
 * after looking through all of it for binary parts; ours comes as text from the database, and stays text.
 */
import type { Server } from 'socket.io';
import type { EventsMessage } from '#contracts/push/messages.js';

class RawJson {
  constructor(readonly text: string) {}
}

/** Typed as the message that the text is. */
export function rawEvents(text: string): EventsMessage {
  return new RawJson(text) as unknown as EventsMessage;
}

interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data?: unknown;
}

interface PacketEncoder {
  encode(packet: Packet): unknown[];
}

/** socket.io protocol 5: the packet type of an event. */
const EVENT = 2;

/** Teaches the server's encoder about {@link rawEvents}; all other packets are encoded as ever. */
export function passRawJsonThrough(server: Server): void {
  const { encoder } = server as unknown as { encoder: PacketEncoder };
  const encode = encoder.encode.bind(encoder);
  encoder.encode = (packet) => {
    if (packet.type === EVENT && packet.nsp === '/' && packet.id === undefined && Array.isArray(packet.data)) {
      const [name, body] = packet.data as unknown[];
      if (body instanceof RawJson) return [`${EVENT}[${JSON.stringify(name)},${body.text}]`];
    }
    return encode(packet);
  };
}
