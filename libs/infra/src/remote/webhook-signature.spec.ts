import fc from 'fast-check';
import {
  REPLAY_WINDOW_S,
  secretKey,
  secretText,
  signedHeaders,
  signedRequestIn,
  signRequest,
  verifyRequest,
} from './webhook-signature.js';

const KEY = Buffer.alloc(32, 7);
const BODY = Buffer.from('<alert/>');
const NOW = 1_790_000_000_000;
const signed = signRequest(KEY, 'dlv_1', BODY, NOW);

it('is the signature of the Standard Webhooks specification', () => {
  // The example of the specification's reference libraries.
  const key = secretKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const body = Buffer.from('{"test": 2432232314}');
  expect(key).toHaveLength(24);
  expect(signRequest(key as Buffer, 'msg_p5jXN8AQM9LWM0D4loKWxJek', body, 1614265330_000)).toEqual({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('is valid within the replay window, before and after, and expired outside of it', () => {
  const at = (seconds: number) => verifyRequest(KEY, signed, BODY, NOW + seconds * 1000);
  expect([0, REPLAY_WINDOW_S, -REPLAY_WINDOW_S].map(at)).toEqual(['valid', 'valid', 'valid']);
  expect([REPLAY_WINDOW_S + 1, -REPLAY_WINDOW_S - 1].map(at)).toEqual(['expired', 'expired']);
});

it('is forged with another body, id, time or secret', () => {
  const cases = [
    verifyRequest(KEY, signed, Buffer.from('<alert />'), NOW),
    verifyRequest(KEY, { ...signed, id: 'dlv_2' }, BODY, NOW),
    verifyRequest(KEY, { ...signed, timestamp: String(Number(signed.timestamp) + 1) }, BODY, NOW),
    verifyRequest(Buffer.alloc(32, 8), signed, BODY, NOW),
    verifyRequest(KEY, { ...signed, signature: 'v1,' }, BODY, NOW),
    verifyRequest(KEY, { ...signed, signature: signed.signature.replace('v1', 'v2') }, BODY, NOW),
  ];
  expect(new Set(cases)).toEqual(new Set(['forged']));
});

it('is malformed when a header is missing, or its id could be read in two ways', () => {
  const cases = [
    { ...signed, id: '' },
    { ...signed, timestamp: '' },
    { ...signed, signature: '' },
    { ...signed, timestamp: '1e9' },
    { ...signed, id: 'dlv.1' },
  ];
  for (const request of cases) expect(verifyRequest(KEY, request, BODY, NOW)).toBe('malformed');
});

it('takes any of several signatures, while a secret is changed', () => {
  const other = signRequest(Buffer.alloc(32, 8), 'dlv_1', BODY, NOW);
  const both = { ...signed, signature: `${other.signature} ${signed.signature}` };
  expect(verifyRequest(KEY, both, BODY, NOW)).toBe('valid');
});

it('travels in headers', () => {
  expect(signedRequestIn(signedHeaders(signed))).toEqual(signed);
  expect(signedRequestIn({ 'webhook-id': ['a', 'b'] })).toEqual({ id: '', timestamp: '', signature: '' });
});

it('has secrets that survive being copied, and refuses what is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 24, maxLength: 64 }), (key) => {
      expect(secretKey(secretText(key))).toEqual(Buffer.from(key));
    }),
  );
  expect(['', 'whsec_', 'whsec_short', `x${secretText(KEY)}`, `${secretText(KEY)} `].map(secretKey)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
