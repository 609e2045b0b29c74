/**
 * The socket.io protocol (version 5) without reading what the messages say: an `events` message stays the text that it
 * is. An observer that parsed each event would use the CPU that the observed one needs.
 */
import { EventEmitter } from 'node:events';

interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

const EVENT = 2;
const PREFIX = '["events",';

class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const place = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${place}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

class Decoder extends EventEmitter {
  add(text: unknown): void {
    if (typeof text !== 'string') throw new Error('binary packets are not expected');
    const match = /^(\d)(?:(\/[^,]*),)?(\d+)?/.exec(text);
    if (!match) throw new Error(`not a packet: ${text.slice(0, 40)}`);
    const type = Number(match[1]);
    const body = text.slice(match[0].length);
    const packet: Packet = { type, nsp: match[2] ?? '/', data: undefined };
    if (match[3] !== undefined) packet.id = Number(match[3]);
    if (type === EVENT && body.startsWith(PREFIX)) packet.data = ['events', body.slice(PREFIX.length, -1)];
    else if (body !== '') packet.data = JSON.parse(body);
    this.emit('decoded', packet);
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

export const RAW_PARSER = { Encoder, Decoder };
