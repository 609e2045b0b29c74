import fc from 'fast-check';
import { AllowedAddresses } from './allowed-address.js';

const addresses = new AllowedAddresses();

/** First and last address of networks that are not public (RFC 6890 and later). */
const FORBIDDEN_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const toNumber = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const toText = (value: number): string => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

/** Any address of any of the forbidden networks of IPv4. */
const forbidden = fc.constantFrom(...FORBIDDEN_V4).chain(([network, bits]) =>
  fc
    .nat({ max: 2 ** (32 - bits) - 1 })
    .map((offset) => toNumber(network) + offset)
    .map(toText),
);

const hex = (text: string): string => {
  const value = toNumber(text);
  return `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`;
};

it('refuses every address of a network that is not public', () => {
  fc.assert(
    fc.property(forbidden, (text) => {
      expect([text, addresses.allows(text)]).toEqual([text, false]);
    }),
    { numRuns: 2_000 },
  );
});

it('refuses the same addresses in the forms that IPv6 has for them', () => {
  fc.assert(
    fc.property(forbidden, (text) => {
      const forms = [
        `::ffff:${text}`,
        `::ffff:${hex(text)}`,
        `::${hex(text)}`,
        `64:ff9b::${hex(text)}`,
        `2002:${hex(text)}::1`,
      ];
      expect(forms.map((form) => [form, addresses.allows(form)])).toEqual(forms.map((form) => [form, false]));
    }),
    { numRuns: 500 },
  );
});

it('refuses every form in which a URL may write such an address', () => {
  fc.assert(
    fc.property(forbidden, (text) => {
      const value = toNumber(text);
      const [a = '', b = '', c = '', d = ''] = text.split('.');
      const octal = [a, b, c, d].map((part) => `0${Number(part).toString(8)}`).join('.');
      const forms = [
        String(value),
        `0x${value.toString(16)}`,
        octal,
        `${a}.${b}.${Number(c) * 256 + Number(d)}`,
        `${a}.${Number(b) * 65_536 + Number(c) * 256 + Number(d)}`,
        `[::ffff:${text}]`,
      ];
      for (const form of forms) {
        const { hostname } = new URL(`http://${form}/`);
        expect([form, addresses.allows(hostname.replace(/^\[|\]$/g, ''))]).toEqual([form, false]);
      }
    }),
    { numRuns: 500 },
  );
});

it.each([
  '::',
  '::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
])('refuses %s', (text) => expect(addresses.allows(text)).toBe(false));

it.each(['', 'localhost', 'example.org', '1.2.3', '256.1.1.1', '8.8.8.8/8'])(
  'refuses %j, which is no address',
  (text) => {
    expect(addresses.allows(text)).toBe(false);
  },
);

it('allows public addresses', () => {
  const open = fc
    .nat({ max: 2 ** 32 - 1 })
    .filter((value) =>
      FORBIDDEN_V4.every(
        ([network, bits]) => Math.floor(value / 2 ** (32 - bits)) !== Math.floor(toNumber(network) / 2 ** (32 - bits)),
      ),
    );
  let refused = 0;
  fc.assert(
    fc.property(open, (value) => {
      if (!addresses.allows(toText(value))) refused += 1;
    }),
    { numRuns: 2_000 },
  );
  // Small networks with a special purpose that are not in the list above.
  expect(refused).toBeLessThan(20);
  expect(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450::1'].map((text) => addresses.allows(text))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('allows what the configuration allows, and nothing beside it', () => {
  const own = new AllowedAddresses(['127.0.0.1', '10.1.0.0/16', 'fd00:1::/32']);
  expect(
    ['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.255', 'fd00:1:2::3', '8.8.8.8'].map((text) => own.allows(text)),
  ).toEqual([true, true, true, true, true]);
  expect(['127.0.0.2', '::1', '10.2.0.1', 'fd00:2::1', '169.254.169.254'].map((text) => own.allows(text))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
