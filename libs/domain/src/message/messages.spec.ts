/** Messages and reports: to whom they go, what the other side sees of them, and what becomes of requests for information. */
import fc from 'fast-check';
import { eventFor } from '../release/shown.js';
import { scenarioIn } from '../exercise/shown-scenario.js';
import { streamsOf } from '../release/release.js';
import type { LoggedEvent, Actor } from '../kernel/event.js';
import type { Side } from '../kernel/side.js';
import {
  alert,
  approvePolicy,
  as,
  at,
  changeOwnPolicy,
  CONTROLLER,
  liaisonOf,
  markRead,
  operatorOf,
  personOf,
  proposePolicy,
  send,
  setDuty,
  setMode,
  setUnitLink,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';

const police = pak('police', answers(3 * MINUTE), {
  answers: [
    { about: { words: ['BUS'] }, afterMs: 2 * MINUTE, text: { en: 'It left at six.' } },
    { about: { site: 'plant', category: 'Fire' }, afterMs: MINUTE, text: { en: 'The store burns.' } },
    {
      about: { words: ['source'] },
      afterMs: MINUTE,
      text: { en: 'A driver told us.' },
      release: { class: 'PAK', tearLine: { en: 'It was reported.' } },
    },
    { about: { words: ['secret'] }, afterMs: MINUTE, text: { en: 'Not for them.' }, release: { class: 'PAK' } },
  ],
});
const desk = pak('desk', answers(MINUTE), PLAYED);
const embassy = chn('embassy', answers(4 * MINUTE));
const SCENARIO = smallExercise({ units: [police, desk, embassy], chain: chain([step('any', [ask(police)])]) });
const [PAK, CHN] = [operatorOf('PAK'), operatorOf('CHN')];
const started = (...deeds: Deed[]) => given(SCENARIO).when(...deeds);

const TYPES = [
  'MessagePosted',
  'MessageRead',
  'MessageAnswered',
  'MessageReminded',
  'MessageOverdue',
  'TearLineShared',
  'CommandRefused',
] as const;

describe('a message', () => {
  it('has an id of its class, goes where it is addressed, and is read once in the name of each address', () => {
    started(
      as(PAK, send({ to: ['desk:CHN'] })),
      as(PAK, send({ to: ['unit:desk', 'desk:PAK'], label: { class: 'PAK' } })),
      as(CHN, send({ to: ['control'], label: { class: 'CHN' } })),
      send({ to: ['desk:CHN'], as: 'police' }),
      as(CHN, markRead('MSG-0001')),
      as(CHN, markRead('MSG-0001')),
      as(liaisonOf('PAK', 'desk'), markRead('MSG-PAK-0001')),
      as(PAK, markRead('MSG-PAK-0001')),
      as(PAK, markRead('MSG-0001')),
      markRead('MSG-CHN-0001'),
    ).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-0001 message desk:PAK -> desk:CHN',
      'T+00:00 MessagePosted MSG-PAK-0001 message desk:PAK -> unit:desk desk:PAK',
      'T+00:00 MessagePosted MSG-CHN-0001 message desk:CHN -> control',
      'T+00:00 MessagePosted MSG-0002 message unit:police -> desk:CHN',
      'T+00:00 MessageRead MSG-0001 desk:CHN',
      'T+00:00 MessageRead MSG-PAK-0001 unit:desk',
      'T+00:00 MessageRead MSG-PAK-0001 desk:PAK',
      'T+00:00 CommandRefused MarkMessageRead: NOT_ADDRESSED',
      'T+00:00 MessageRead MSG-CHN-0001 control',
    );
  });

  it('of one class reaches the other side by its tear line only', () => {
    const tearLine = { en: 'Watch the gate.' };
    const { events } = started(
      as(PAK, send({ kind: 'intelligence', to: ['desk:CHN'], label: { class: 'PAK', tearLine } })),
      as(PAK, send({ to: ['desk:CHN'], label: { class: 'PAK' } })),
      as(PAK, send({ to: ['unit:embassy'], label: { class: 'PAK' } })),
    ).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-PAK-0001 intelligence desk:PAK -> desk:CHN',
      'T+00:00 TearLineShared TL-CHN-0001 Watch the gate.',
      'T+00:00 CommandRefused SendMessage: TEAR_LINE_MISSING',
      'T+00:00 CommandRefused SendMessage: TEAR_LINE_MISSING',
    );
    expect(events.map(({ audience }) => audience)).toEqual(['PAK', 'CHN', 'PAK', 'PAK']);
    expect(events[0]?.data).toMatchObject({ tearLine: 'TL-CHN-0001', label: { tlp: 'TLP:AMBER' } });
  });

  it('is refused where label, address or what it names does not fit', () => {
    const code = (actor: Actor, parts: Parameters<typeof send>[0]) => {
      const { events } = given(SCENARIO, alert({ class: 'PAK' }), as(CHN, send({ label: { class: 'CHN' } }))).when(
        as(actor, send(parts)),
      );
      const [event] = events;
      return event?.type === 'CommandRefused' ? event.data.code : event?.type;
    };
    expect(code(PAK, { label: { class: 'JOINT', tlp: 'TLP:RED' } })).toBe('LABEL_CONTRADICTION');
    expect(code(PAK, { label: { class: 'JOINT', tlp: 'TLP:AMBER+STRICT' } })).toBe('LABEL_CONTRADICTION');
    expect(code(PAK, { label: { class: 'CHN' } })).toBe('CLASS_NOT_ALLOWED');
    expect(code(CONTROLLER, { as: 'embassy', label: { class: 'PAK' } })).toBe('CLASS_NOT_ALLOWED');
    expect(code(PAK, { label: { class: 'PAK', releasableTo: ['unit:nobody'] } })).toBe('UNKNOWN_RECIPIENT');
    expect(code(PAK, { to: ['unit:nobody'] })).toBe('UNKNOWN_UNIT');
    expect(code(PAK, { to: [] })).toBe('NOT_ADDRESSED');
    expect(code(PAK, { as: 'embassy' })).toBe('NOT_YOUR_SIDE');
    expect(code(liaisonOf('PAK', 'desk'), { as: 'police' })).toBe('NOT_YOUR_UNIT');
    expect(code(PAK, { incident: 'PAK-0001' })).toBe('RELEASE_WIDENED');
    expect(code(CHN, { incident: 'PAK-0001' })).toBe('UNKNOWN_INCIDENT');
    expect(code(PAK, { inReplyTo: 'MSG-CHN-0001', label: { class: 'PAK' } })).toBe('UNKNOWN_MESSAGE');
    expect(code(CONTROLLER, { inReplyTo: 'MSG-CHN-0001' })).toBe('RELEASE_WIDENED');
    expect(code(CHN, { kind: 'answer', inReplyTo: 'MSG-CHN-0001', label: { class: 'CHN' } })).toBe('NOT_A_REQUEST');
  });

  it('under TLP:RED is read by those it is addressed to, its sender and the releasing authority', () => {
    const label = { class: 'PAK', tlp: 'TLP:RED' } as const;
    const { events } = started(
      as(liaisonOf('PAK', 'desk'), send({ to: ['unit:police'], label })),
      as(operatorOf('PAK'), markRead('MSG-PAK-0001')),
      as(liaisonOf('PAK', 'police'), markRead('MSG-PAK-0001')),
    ).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-PAK-0001 message unit:desk -> unit:police',
      'T+00:00 CommandRefused MarkMessageRead: UNKNOWN_MESSAGE',
      'T+00:00 MessageRead MSG-PAK-0001 unit:police',
    );
    const reads = (reader: Actor) => shown(events[0] as LoggedEvent, 'PAK', reader).type === 'MessagePosted';
    expect(reads(liaisonOf('PAK', 'desk'))).toBe(true);
    expect(reads(liaisonOf('PAK', 'police'))).toBe(true);
    expect(reads(personOf('PAK', 'releasing-authority'))).toBe(true);
    expect(reads(operatorOf('PAK'))).toBe(false);
    expect(reads(personOf('PAK', 'commander'))).toBe(false);
  });

  it('in reply to a restricted one, or about a restricted incident, is read by nobody who may not read that', () => {
    const strict = { class: 'PAK', tlp: 'TLP:AMBER+STRICT' } as const;
    const toPolice = { class: 'PAK', tlp: 'TLP:RED', releasableTo: ['unit:police'] } as const;
    const log = started(
      alert({ class: 'PAK', label: { tlp: 'TLP:AMBER+STRICT' } }),
      as(PAK, send({ to: ['desk:PAK'], label: strict })),
      as(PAK, send({ to: ['unit:police'], label: toPolice, inReplyTo: 'MSG-PAK-0001' })),
      as(PAK, send({ to: ['desk:PAK'], label: { ...strict, releasableTo: ['unit:police'] } })),
      as(PAK, send({ to: ['desk:PAK'], label: { class: 'PAK' }, inReplyTo: 'MSG-PAK-0003', incident: 'PAK-0001' })),
    ).play.log;
    const posted = log.filter(({ type }) => type === 'MessagePosted');
    const readers = posted.map((event) =>
      [liaisonOf('PAK', 'police'), PAK].map((reader) => shown(event, 'PAK', reader).type === 'MessagePosted'),
    );
    expect(readers).toEqual([
      [false, true],
      [false, true],
      [true, true],
      [false, true],
    ]);
  });

  it('of a trainer in the name of a unit looks like one of the unit', () => {
    const { events } = started(send({ to: ['desk:PAK'], as: 'police', label: { class: 'PAK', tlp: 'TLP:RED' } }));
    const found = shown(events[0] as LoggedEvent, 'PAK', PAK);
    expect(found.actor).toEqual({ kind: 'unit', id: 'police' });
    expect(JSON.stringify(found)).not.toContain('trainer');
    expect(found.cause).toEqual({ timer: 'rules' });
  });
});

describe('a request for information', () => {
  const request = (parts: Parameters<typeof send>[0] = {}) =>
    as(CHN, send({ kind: 'request', to: ['desk:PAK'], answerWithinMs: 10 * MINUTE, ...parts }));
  const answer = (parts: Parameters<typeof send>[0] = {}) =>
    send({ kind: 'answer', to: [], inReplyTo: 'MSG-0001', ...parts });

  it('is answered to the one who asked, and not reminded any more', () => {
    const { events } = started(request(), at(2 * MINUTE, as(PAK, answer())), until(30 * MINUTE)).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-0001 request desk:CHN -> desk:PAK',
      'T+02:00 MessagePosted MSG-0002 answer desk:PAK -> desk:CHN',
      'T+02:00 MessageAnswered MSG-0001 desk:PAK MSG-0002',
    );
    expect(events[0]?.data).toMatchObject({ answerBy: 10 * MINUTE });
  });

  it('is reminded once, is overdue when its time has passed, and may be answered late', () => {
    started(request(), until(30 * MINUTE), as(PAK, answer()), as(PAK, answer())).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-0001 request desk:CHN -> desk:PAK',
      'T+05:00 MessageReminded MSG-0001 desk:PAK',
      'T+10:00 MessageOverdue MSG-0001 desk:PAK',
      'T+30:00 MessagePosted MSG-0002 answer desk:PAK -> desk:CHN',
      'T+30:00 MessageAnswered MSG-0001 desk:PAK MSG-0002 late',
      'T+30:00 MessagePosted MSG-0003 answer desk:PAK -> desk:CHN',
    );
  });

  it('that states no time has that of the policy', () => {
    const scenario = { ...SCENARIO, policy: { ...SCENARIO.policy, messages: { answerWithinMs: 4 * MINUTE } } };
    const timed = (parts: Parameters<typeof send>[0]) =>
      given(scenario, request(parts)).play.log.find(({ type }) => type === 'MessagePosted')?.data;
    expect(timed({ answerWithinMs: undefined })).toMatchObject({ answerBy: 4 * MINUTE });
    expect(timed({})).toMatchObject({ answerBy: 10 * MINUTE });
    expect(timed({ kind: 'message', answerWithinMs: undefined })).not.toHaveProperty('answerBy');
  });

  it('that states no time has that of the policy for its class', () => {
    const within = (version: number, minutes: number) => ({
      ...SCENARIO.policy,
      version,
      messages: { answerWithinMs: minutes * MINUTE },
    });
    const untimed = { answerWithinMs: undefined };
    const { log } = started(
      proposePolicy(within(2, 7)),
      approvePolicy(),
      changeOwnPolicy(within(2, 9), 'CHN'),
      request(untimed),
      request({ ...untimed, to: ['control'], label: { class: 'CHN' } }),
    ).play;
    expect(log.flatMap(({ data }) => ('answerBy' in data ? [data.answerBy] : []))).toEqual([7 * MINUTE, 9 * MINUTE]);
  });

  it('that is overdue is seen by the commander of the side that asked, whatever its label', () => {
    const { events } = started(
      as(liaisonOf('PAK', 'desk'), {
        ...send({
          kind: 'request',
          to: ['unit:police'],
          label: { class: 'PAK', tlp: 'TLP:RED' },
          answerWithinMs: 2 * MINUTE,
        }),
      }),
      until(2 * MINUTE),
    );
    const overdue = events.find(({ type }) => type === 'MessageOverdue') as LoggedEvent;
    expect(shown(overdue, 'PAK', personOf('PAK', 'commander')).type).toBe('MessageOverdue');
    expect(shown(overdue, 'PAK', operatorOf('PAK')).type).toBe('Withheld');
  });

  it('is answered by those only who were asked, in a way that the one who asked may know of', () => {
    const tearLine = { en: 'Yes.' };
    started(
      request(),
      as(liaisonOf('PAK', 'desk'), answer()),
      answer(),
      as(PAK, answer({ label: { class: 'PAK' } })),
      answer({ as: 'desk' }),
      as(PAK, answer({ label: { class: 'PAK', tearLine } })),
    ).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-0001 request desk:CHN -> desk:PAK',
      'T+00:00 CommandRefused SendMessage: NOT_ADDRESSED',
      'T+00:00 CommandRefused SendMessage: NOT_ADDRESSED',
      'T+00:00 CommandRefused SendMessage: TEAR_LINE_MISSING',
      'T+00:00 MessagePosted MSG-0002 answer unit:desk -> desk:CHN',
      'T+00:00 MessageAnswered MSG-0001 unit:desk MSG-0002',
      'T+00:00 MessagePosted MSG-PAK-0001 answer desk:PAK -> desk:CHN',
      'T+00:00 TearLineShared TL-CHN-0001 Yes.',
      'T+00:00 MessageAnswered MSG-0001 desk:PAK TL-CHN-0001',
    );
  });
});

describe('a simulated unit', () => {
  const asked = (text: string, parts: Parameters<typeof send>[0] = {}) =>
    as(CHN, send({ kind: 'request', to: ['unit:police'], text, ...parts }));
  const text = (event: LoggedEvent | undefined) => (event?.type === 'MessagePosted' ? event.data.text : undefined);
  const repliesTo = (...deeds: Deed[]) => {
    const { events } = started(...deeds, until(60 * MINUTE));
    return events.filter((event) => event.type === 'MessagePosted' && event.data.kind === 'answer');
  };

  it('answers by the first rule that fits, after its time', () => {
    started(asked('When did the bus leave?'), until(10 * MINUTE)).thenOf(
      TYPES,
      'T+00:00 MessagePosted MSG-0001 request desk:CHN -> unit:police',
      'T+02:00 MessagePosted MSG-0002 answer unit:police -> desk:CHN',
      'T+02:00 MessageAnswered MSG-0001 unit:police MSG-0002',
    );
    const fire = given(SCENARIO, alert({ category: 'Fire' })).when(
      asked('What is there?', { incident: 'INC-0001' }),
      until(MINUTE),
    );
    expect(fire.events.filter(({ type }) => type === 'MessagePosted').map(text)).toEqual([
      'What is there?',
      { en: 'The store burns.' },
    ]);
  });

  it('knows nothing of anything else, after a time of its behaviour', () => {
    const [reply] = repliesTo(asked('What is the weather?'));
    expect(text(reply)).toMatchObject({ en: 'Nothing is known about this.' });
    expect(reply?.at).toBe(3 * MINUTE);
  });

  it('says to the other side only what its rule lets out', () => {
    const { events } = started(asked('Who is the source?'), asked('Is there a secret?'), until(10 * MINUTE));
    const toChn = events.filter(({ audience }) => streamsOf(audience).includes('chn'));
    expect(JSON.stringify(toChn)).not.toMatch(/driver|Not for them|MSG-PAK/);
    expect(toChn.filter(({ type }) => type === 'TearLineShared')).toHaveLength(1);
    expect(text(toChn.findLast(({ type }) => type === 'MessagePosted'))).toMatchObject({
      en: 'Nothing is known about this.',
    });
  });

  it('answers later over a degraded link, and when its link is back over one that was down', () => {
    const degraded = { status: 'degraded', latencyMs: MINUTE, loss: 1 } as const;
    const bus = asked('The bus?');
    expect(repliesTo(setUnitLink('police', degraded), bus).map((event) => event.at)).toEqual([4 * MINUTE]);
    expect(
      repliesTo(
        setUnitLink('police', { status: 'down' }),
        bus,
        at(10 * MINUTE, setUnitLink('police', { status: 'up' })),
      ).map((event) => event.at),
    ).toEqual([12 * MINUTE]);
    expect(
      repliesTo(
        bus,
        at(MINUTE, setUnitLink('police', { status: 'down' })),
        at(10 * MINUTE, setUnitLink('police', { status: 'up' })),
      ).map((event) => event.at),
    ).toEqual([12 * MINUTE]);
  });

  it('answers when it is on duty, and when it is simulated', () => {
    const bus = asked('The bus?');
    const times = (...deeds: Deed[]) => repliesTo(...deeds).map((event) => event.at);
    expect(times(setDuty('police', 'off'), bus, at(5 * MINUTE, setDuty('police', 'on')))).toEqual([7 * MINUTE]);
    expect(times(setMode('police', 'played'), bus, at(5 * MINUTE, setMode('police', 'simulated')))).toEqual([
      7 * MINUTE,
    ]);
    expect(times(bus, at(MINUTE, setMode('police', 'played')))).toEqual([]);
    expect(times(bus, at(MINUTE, send({ kind: 'answer', to: [], as: 'police', inReplyTo: 'MSG-0001' })))).toEqual([
      MINUTE,
    ]);
  });

  it('of the other side does not know what is kept from it', () => {
    const label = { class: 'CHN', tearLine: { en: 'x' } } as const;
    expect(repliesTo(asked('The bus?', { label }))).toEqual([]);
  });

  it('has prepared answers that players do not see', () => {
    expect(scenarioIn('pak', SCENARIO).units.every((unit) => !('answers' in unit))).toBe(true);
    expect(scenarioIn('all', SCENARIO).units.some((unit) => 'answers' in unit)).toBe(true);
  });
});

/** What one side does among itself leaves no trace in what the other one reads. */
it('of one side, with answers, readings and deadlines, leaves no trace with the other side', () => {
  const own = fc.record({
    kind: fc.constantFrom('message', 'request', 'situation'),
    to: fc.subarray(['unit:police', 'desk:PAK', 'unit:desk', 'control'] as const, { minLength: 1 }),
    label: fc.record({ class: fc.constant('PAK'), tlp: fc.constantFrom('TLP:RED', 'TLP:AMBER', 'TLP:CLEAR') }),
    answerWithinMs: fc.constantFrom(undefined, 4 * MINUTE),
    at: fc.integer({ min: 0, max: 20 }),
  });
  const joint = [as(CHN, send({ kind: 'request', to: ['unit:police'], text: 'The bus?' })), alert()];
  fc.assert(
    fc.property(fc.array(own, { minLength: 1, maxLength: 6 }), (messages) => {
      const hidden = messages.flatMap(({ at: minute, ...parts }, index): Deed[] => [
        at(minute * MINUTE, as(PAK, send(parts as Parameters<typeof send>[0]))),
        at(minute * MINUTE, as(PAK, markRead(`MSG-PAK-000${index + 1}`))),
      ]);
      const shared = at(8 * MINUTE, as(PAK, send({ to: ['desk:CHN'] })));
      const timed = [...joint, ...hidden, shared].toSorted(
        (a, b) => ('at' in a ? (a.at ?? 0) : 0) - ('at' in b ? (b.at ?? 0) : 0),
      );
      const seen = (deeds: readonly Deed[]) =>
        given(SCENARIO, ...deeds, until(60 * MINUTE))
          .play.log.filter(({ audience }) => streamsOf(audience).includes('chn'))
          .map((event) => {
            const { seq: _seq, seqs, ...rest } = shown(event, 'CHN', CHN);
            return { ...rest, cause: 'command' in rest.cause ? 'command' : rest.cause, number: seqs.chn };
          });
      expect(seen(timed)).toEqual(seen([...joint, shared]));
    }),
    { numRuns: 60 },
  );
});

function shown(event: LoggedEvent, side: Side, reader: Actor): LoggedEvent {
  return eventFor(
    { stream: side === 'PAK' ? 'pak' : 'chn', reader: reader as Extract<Actor, { kind: 'account' }> },
    event,
  );
}
