/**
 * To which addresses a request may go that somebody else's URL asks for. By default to public ones only: never to this machine, a
 * private or link-local network, or a range with a special purpose (RFC 6890), however the address is written.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** The addresses of IPv6 that are given out at all (RFC 4291, section 2.4: global unicast). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

export class AllowedAddresses {
  readonly #networks: readonly Network[];

  /** @param networks addresses, or networks such as `10.0.0.0/8`, that are allowed beside the public ones */
  constructor(networks: readonly string[] = []) {
    this.#networks = networks.map(networkOf);
  }

  /** Whether a connection to this IP address may be made. What is no IP address is never allowed. */
  allows(text: string): boolean {
    if (isIP(text) === 0) return false;
    // An IPv4 address inside of IPv6 (RFC 4291, section 2.5.5.2) counts as what it is.
    const address = ipaddr.process(text);
    if (this.#networks.some(([network, bits]) => isWithin(address, network, bits))) return true;
    if (address.range() !== 'unicast') return false;
    return address.kind() === 'ipv4' || isWithin(address, ...GLOBAL_UNICAST);
  }
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, network: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

function networkOf(text: string): Network {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
