import { commandId, injectId } from '../kernel/ids.js';
import { causeIn, streamsOf, takeNumbers } from './release.js';
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

describe('the cause of an event', () => {
  it.each(['inject:plant-alert', 'latest:plant-alert', 'overdue:INC-0001/PAK/300000'])(
    '%s is for those who run the exercise; players learn that it is of the script, no more',
    (timer) => {
      const seen = STREAMS.map((stream) => causeIn(stream, { timer }));
      expect(seen).toEqual([{ timer }, { timer: 'script' }, { timer: 'script' }, { timer: 'script' }]);
    },
  );

  it('is the same for players when a trainer fired the inject by hand', () => {
    const cause = { command: commandId('c7'), inject: injectId('plant-alert') };
    expect(STREAMS.map((stream) => causeIn(stream, cause))).toEqual([
      cause,
      { timer: 'script' },
      { timer: 'script' },
      { timer: 'script' },
    ]);
  });

  it('is shown to all when it is a command, or a timer of the rules', () => {
    for (const cause of [{ command: commandId('inject:one') }, { timer: 'deadline:INC-0001/joint' }]) {
      expect(STREAMS.map((stream) => causeIn(stream, cause))).toEqual(STREAMS.map(() => cause));
    }
  });
});
