/** The network address of a client: of the connection, or, behind a proxy that is trusted, the one that the proxy names. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export class ClientAddresses {
  private readonly proxies = new BlockList();

  /** @param trusted addresses and networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed */
  constructor(trusted: readonly string[]) {
    for (const one of trusted) {
      const [address = '', bits] = one.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (bits === undefined) this.proxies.addAddress(address, family);
      else this.proxies.addSubnet(address, Number(bits), family);
    }
  }

  /** From right to left through the proxies: the first address that is none of ours. What lies left of it anybody can write. */
  of(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
    let address = plain(request.socket.remoteAddress ?? '');
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    while (forwarded.length > 0 && this.isProxy(address)) {
      const next = plain((forwarded.pop() ?? '').trim());
      if (isIP(next) === 0) break;
      address = next;
    }
    return address;
  }

  /** Whether the client's connection is encrypted: ours is not, but a proxy that is trusted may say that its is. */
  isSecure(request: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
    if (!this.isProxy(plain(request.socket.remoteAddress ?? ''))) return false;
    const said = String(request.headers['x-forwarded-proto'] ?? '').split(',');
    return said.at(-1)?.trim().toLowerCase() === 'https';
  }

  private isProxy(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }
}

/** An IPv4 address that came over an IPv6 socket is written as IPv4. */
function plain(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/**
 * What counts as one client: the address, of IPv6 its first 64 bits, since a household has as many addresses as it likes
 * (RFC 6177).
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : [];
  const groups = [...left, ...gap, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
