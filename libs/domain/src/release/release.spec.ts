import { streamsOf, takeNumbers } from './release.js';
import { STREAMS, type Audience, type StreamSeqs } from '../kernel/side.js';

it.each<Audience>(['JOINT', 'PAK', 'CHN', 'CONTROL'])(
  'an event for %s takes a number in its streams only',
  (audience) => {
    const last: StreamSeqs = { all: 9, joint: 5, pak: 6, chn: 7 };
    const before = { ...last };
    const taken = takeNumbers(last, audience);
    const expected = streamsOf(audience).map((stream): [string, number] => [stream, before[stream] + 1]);
    expect(taken).toEqual(Object.fromEntries(expected));
    expect(last).toEqual(Object.fromEntries(STREAMS.map((stream) => [stream, taken[stream] ?? before[stream]])));
  },
);
