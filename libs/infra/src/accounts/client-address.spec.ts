import type { IncomingMessage } from 'node:http';
import { ClientAddresses, networkOf } from './client-address.js';

function addressOf(trusted: readonly string[], remoteAddress: string, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
  return new ClientAddresses(trusted).of(request);
}

describe('the address of a client', () => {
  it('is that of the connection: what anybody can write into a header does not count', () => {
    expect(addressOf([], '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(addressOf(['10.0.0.0/8'], '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(addressOf([], '::ffff:203.0.113.9')).toBe('203.0.113.9');
  });

  it('is, behind proxies that are trusted, the last one that is none of them', () => {
    const proxies = ['10.0.0.0/8', 'fd00::/8'];
    expect(addressOf(proxies, '10.0.0.2', '198.51.100.1')).toBe('198.51.100.1');
    expect(addressOf(proxies, '::ffff:10.0.0.2', '192.0.2.66, 198.51.100.1, 10.0.0.7')).toBe('198.51.100.1');
    expect(addressOf(proxies, 'fd00::2', '2001:db8::1')).toBe('2001:db8::1');
    expect(addressOf(proxies, '10.0.0.2')).toBe('10.0.0.2');
    expect(addressOf(proxies, '10.0.0.2', 'nonsense')).toBe('10.0.0.2');
  });
});

describe('what counts as one client', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
