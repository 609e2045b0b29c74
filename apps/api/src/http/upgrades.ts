/**
 * Which requests may leave HTTP. A server may pass over an Upgrade that it does not want (RFC 9110, section 7.8), and some
 * clients ask for one each time (HTTP/2 without TLS). Node hands all or none to `upgrade`, by this property.
 */
import { IncomingMessage } from 'node:http';

export class UpgradableRequest extends IncomingMessage {
  declare private asked: boolean | null;

  /** Node sets it where the headers ask for an upgrade, and reads it to decide between `upgrade` and `request`. */
  get upgrade(): boolean | null {
    return this.asked === true ? this.method === 'CONNECT' || isForSockets(this) : this.asked;
  }

  set upgrade(asked: boolean | null) {
    this.asked = asked;
  }
}

function isForSockets({ url, headers }: IncomingMessage): boolean {
  return url?.startsWith('/socket.io/') === true && headers.upgrade?.toLowerCase() === 'websocket';
}
