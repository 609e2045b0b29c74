/** Notes of people on an incident: who reads them, what they leave alone, and when they are refused. */
import { commandId } from '../kernel/ids.js';
import type { Actor, LoggedEvent } from '../kernel/event.js';
import { STREAMS, type Stream } from '../kernel/side.js';
import { ChangeSet } from '../engine/read-models.js';
import { execute } from '../engine/engine.js';
import { deserialise, serialise } from '../engine/open.js';
import { streamsOf } from '../release/release.js';
import {
  alert,
  as,
  at,
  close,
  end,
  EVALUATOR,
  note,
  operatorOf,
  pause,
  resolve,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given, planned } from '../testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';

const police = pak('police', answers(3 * MINUTE));
const embassy = chn('embassy');
const SCENARIO = smallExercise({
  units: [police, embassy],
  chain: chain([step('each-side', [ask(police), ask(embassy)]), step('any', [ask(embassy, 'inform')])]),
});
const [PAK, CHN] = [operatorOf('PAK'), operatorOf('CHN')];
const noted = (...deeds: Deed[]) => given(SCENARIO, alert(), alert({ id: 'A2', class: 'PAK' })).when(...deeds);

const seenIn = (log: readonly LoggedEvent[], stream: Stream) =>
  log.filter(({ audience }) => streamsOf(audience).includes(stream));

describe('a note', () => {
  it("is for the writer's side; of a controller, for those who run the exercise", () => {
    const { events } = noted(
      as(PAK, note('INC-0001', 'the gate is shut')),
      as(CHN, note('INC-0001', 'the bus waits')),
      note('INC-0001', 'PAK is slow'),
      as(PAK, note('PAK-0001', 'ours', false)),
    ).thenAll(
      'T+00:00 IncidentNoted INC-0001.PAK.1 the gate is shut',
      'T+00:00 IncidentNoted INC-0001.CHN.1 the bus waits',
      'T+00:00 IncidentNoted INC-0001.CONTROL.1 PAK is slow',
      'T+00:00 IncidentNoted PAK-0001.PAK.1 ours',
    );
    expect(events.map(({ audience }) => audience)).toEqual(['PAK', 'CHN', 'CONTROL', 'PAK']);
    expect(events[0]).toMatchObject({ actor: PAK, cause: { command: expect.any(String) } });
  });

  it('is for everybody who may know of the incident when it is shared', () => {
    const { events } = noted(
      as(PAK, note('INC-0001', 'road open', true)),
      note('INC-0001', 'weather is bad', true),
      note('PAK-0001', 'weather is bad', true),
    ).thenAll(
      'T+00:00 IncidentNoted INC-0001.JOINT.1 road open',
      'T+00:00 IncidentNoted INC-0001.JOINT.2 weather is bad',
      'T+00:00 IncidentNoted PAK-0001.PAK.1 weather is bad',
    );
    expect(events.map(({ audience }) => audience)).toEqual(['JOINT', 'JOINT', 'PAK']);
  });

  it('of one side shows the other nothing: no event, no gap, no number', () => {
    const hidden = [as(PAK, note('INC-0001', 'hidden')), note('INC-0001', 'hidden'), as(PAK, note('PAK-0001', 'x'))];
    const shown = [as(CHN, note('INC-0001', 'seen')), as(CHN, note('INC-0001', 'shared', true)), until(20 * MINUTE)];
    const without = noted(...shown).play.log;
    const withHidden = noted(...hidden, ...shown).play.log;
    expect(withHidden).toHaveLength(without.length + hidden.length);
    for (const stream of ['chn', 'joint'] as const) {
      const events = [without, withHidden].map((log) =>
        seenIn(log, stream).map(({ seqs, type, data }) => ({ seq: seqs[stream], type, data })),
      );
      expect(events[1]).toEqual(events[0]);
    }
  });

  it('leads to nothing but itself', () => {
    const courseOf = (...notes: Deed[]) => {
      const { log } = noted(...notes, until(60 * MINUTE)).play;
      return log.filter(({ type }) => type !== 'IncidentNoted').map(({ type, at: time, data }) => [time, type, data]);
    };
    const some = [at(MINUTE, note('INC-0001', 'n')), at(4 * MINUTE, as(CHN, note('INC-0001', 'n', true)))];
    expect(courseOf(...some)).toEqual(courseOf());
  });

  it('is taken while the clock stands, and on a resolved incident', () => {
    noted(pause(), as(PAK, note('INC-0001', 'paused'))).thenOf(
      ['IncidentNoted', 'CommandRefused'],
      'T+00:00 IncidentNoted INC-0001.PAK.1 paused',
    );
    noted(resolve('INC-0001'), as(PAK, note('INC-0001', 'lessons'))).thenOf(
      ['IncidentNoted', 'CommandRefused'],
      'T+00:00 IncidentNoted INC-0001.PAK.1 lessons',
    );
  });

  it.each<[string, Deed[]]>([
    ['INCIDENT_CLOSED', [resolve('INC-0001'), close('INC-0001'), as(PAK, note('INC-0001', 'n'))]],
    ['UNKNOWN_INCIDENT', [as(PAK, note('INC-0099', 'n'))]],
    ['UNKNOWN_INCIDENT', [as(CHN, note('PAK-0001', 'n'))]],
    ['NOT_PERMITTED', [as(EVALUATOR, note('INC-0001', 'n', true))]],
    ['NOT_PERMITTED', [as({ kind: 'account', id: 'visitor', role: 'observer' }, note('INC-0001', 'n', true))]],
    ['EXERCISE_NOT_RUNNING', [end(), note('INC-0001', 'n')]],
  ])('is refused with %s', (code, deeds) => {
    noted(...deeds).thenOf(['IncidentNoted', 'CommandRefused'], `T+00:00 CommandRefused NoteIncident: ${code}`);
  });

  it('is refused in the same words for what one may not know of as for what is not there', () => {
    const refused = (id: string, actor: Actor) => {
      const { events } = noted(as(actor, note(id, 'n')));
      const [event] = events;
      return event?.type === 'CommandRefused' ? event.data.message.replace(id, 'ID') : undefined;
    };
    expect(refused('PAK-0001', CHN)).toBe('there is no incident "ID"');
    expect(refused('PAK-0001', CHN)).toBe(refused('PAK-0042', CHN));
  });

  it('is refused before STARTEX', () => {
    planned(SCENARIO).when(note('INC-0001', 'n')).thenAll('T+00:00 CommandRefused NoteIncident: EXERCISE_NOT_RUNNING');
  });

  it('writes no row of the incident, so that none reveals it', () => {
    const { play } = given(SCENARIO, alert());
    for (const actor of [PAK, CHN, EVALUATOR]) {
      const changes = new ChangeSet(play.state);
      const { command } = note('INC-0001', 'n', true) as Extract<Deed, { command: object }>;
      execute(play.state, { ...command, id: commandId(`x-${actor.kind}`), at: play.clock, actor }, changes);
      expect([changes.incidents, changes.notifications, changes.units]).toEqual([[], [], []]);
    }
  });

  it('is numbered on in a state that was read back, also in one that was kept before there were notes', () => {
    const { play } = noted(as(PAK, note('INC-0001', 'n')));
    const next = (text: string) => {
      const { command } = note('INC-0001', 'n') as Extract<Deed, { command: object }>;
      const timed = { ...command, id: commandId('x'), at: play.clock, actor: PAK };
      return execute(deserialise(SCENARIO, text), timed).events.map(({ data }) => data);
    };
    const kept = serialise(play.state);
    expect(next(kept)).toMatchObject([{ note: 'INC-0001.PAK.2' }]);
    expect(next(kept.replaceAll(/"notes":\{[^}]*\},/g, ''))).toMatchObject([{ note: 'INC-0001.PAK.1' }]);
  });
});

it('notes stand in each stream that may read them, and in no other', () => {
  const { log } = noted(
    as(PAK, note('INC-0001', 'p')),
    as(CHN, note('INC-0001', 'c')),
    note('INC-0001', 'control'),
    as(CHN, note('INC-0001', 'both', true)),
  ).play;
  const texts = (stream: Stream) =>
    seenIn(log, stream).flatMap((event) => (event.type === 'IncidentNoted' ? [event.data.text] : []));
  expect(STREAMS.map(texts)).toEqual([['p', 'c', 'control', 'both'], ['both'], ['p', 'both'], ['c', 'both']]);
});
