/** Nobody posts, updates or cancels under another account's sender, and no side learns which names the other uses. */
import type { Actor } from '../kernel/event.js';
import type { Side } from '../kernel/side.js';
import { alert, as, at, CONTROLLER, until, type AlertText } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, MINUTE, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const service = (id: string, side?: Side): Actor => ({ kind: 'account', id, role: 'service', side });
const first = service('first', 'PAK');
const second = service('second', 'PAK');
const chinese = service('chinese', 'CHN');
const sideless = service('sideless');

const small = (scenario: Parameters<typeof smallExercise>[0]['scenario'] = {}) =>
  smallExercise({ units: [silentPolice], chain: chain([step('any', [ask(silentPolice)])]), scenario });
const send = (actor: Actor, text: AlertText) => as(actor, alert(text));
const OUTCOMES = ['AlertAccepted', 'AlertCancelled', 'AlertSuperseded', 'CommandRefused'] as const;
const REFUSED = 'T+00:00 CommandRefused SubmitAlert: NOT_YOUR_SENDER';

/** What comes of the second message, after the first was accepted. */
function after(one: [Actor, AlertText], other: [Actor, AlertText]) {
  const { events } = given(small(), send(...one)).when(send(...other));
  const refusal = events.find(({ type }) => type === 'CommandRefused');
  return refusal?.type === 'CommandRefused' ? refusal.data.code : 'taken';
}

describe('a sender', () => {
  it.each([
    ['its own account', first, 'taken'],
    ['another account of its side', second, 'NOT_YOUR_SENDER'],
    ['an account without a side that may send its class', sideless, 'NOT_YOUR_SENDER'],
    ['a controller', CONTROLLER, 'taken'],
  ])('of one account is used by %s', (_, actor, outcome) => {
    expect(after([first, { class: 'PAK' }], [actor, { id: 'A2', class: 'PAK' }])).toBe(outcome);
  });

  it('is not known to the other side, and not taken for it, until a JOINT message came under it', () => {
    expect(after([first, { class: 'PAK' }], [chinese, { id: 'A2', class: 'CHN' }])).toBe('taken');
    expect(after([first, { class: 'PAK' }], [chinese, { id: 'A2' }])).toBe('taken');
    expect(after([first, { class: 'PAK' }], [sideless, { id: 'A2' }])).toBe('taken');
    expect(after([first, {}], [chinese, { id: 'A2' }])).toBe('NOT_YOUR_SENDER');
    expect(after([first, {}], [sideless, { id: 'A2' }])).toBe('NOT_YOUR_SENDER');
    expect(after([first, {}], [chinese, { id: 'A2', class: 'CHN' }])).toBe('taken');
  });

  it('is taken by nothing that was refused', () => {
    given(small(), send(first, { site: 'nowhere' }))
      .when(send(second, { id: 'A2' }))
      .thenOf(OUTCOMES, 'T+00:00 AlertAccepted A2 opened INC-0001');
  });

  it('of the script is used by no account but a controller', () => {
    const deed = alert({ id: 'S1' });
    if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
    const injects = [{ id: 'one', kind: 'alert' as const, at: MINUTE, messages: [deed.command.data] as const }];
    const scenario = small({ injects });
    given(scenario, until(MINUTE))
      .when(send(first, { id: 'A2' }), send(CONTROLLER, { id: 'A3' }))
      .thenOf(
        OUTCOMES,
        'T+01:00 CommandRefused SubmitAlert: NOT_YOUR_SENDER',
        'T+01:00 AlertAccepted A3 correlated INC-0001',
      );
    // The script speaks on, whoever was there before it.
    given(scenario, send(first, { id: 'A2' }))
      .when(until(MINUTE))
      .thenOf(OUTCOMES, 'T+01:00 AlertAccepted S1 correlated INC-0001');
  });

  it('is one of at most 1,000 that an account takes', () => {
    const { play } = given(small());
    for (let n = 1; n <= 1_000; n += 1) play.state.senders[`PAK|s${n}`] = 'first';
    const refused = play.do(send(first, { sender: 'one-more', class: 'PAK' }));
    expect(refused.map(({ data }) => 'code' in data && data.code)).toEqual(['TOO_MANY_SENDERS']);
    const known = play.do(send(first, { id: 'A2', sender: 's7', class: 'PAK' }));
    expect(known.map(({ type }) => type)).toContain('AlertAccepted');
  });
});

describe.each(['Update', 'Cancel'] as const)('an %s', (msgType) => {
  const of = (actor: Actor, sender: string, text: AlertText = {}) =>
    send(actor, { id: 'A2', msgType, references: ['A1'], sender, ...text });

  it('of another account’s message is refused, whoever sends it', () => {
    for (const actor of [second, chinese, sideless]) {
      given(small(), send(first, {})).when(of(actor, 'own@exercise.example')).thenAll(REFUSED);
    }
  });

  it('of a message that has not come takes no name that is not its own', () => {
    given(small()).when(of(second, 'own@exercise.example')).thenAll(REFUSED);
  });

  it('of its own message counts, also under another sender of the account', () => {
    for (const [actor, sender] of [
      [first, 'control@exercise.example'],
      [first, 'other@exercise.example'],
      [CONTROLLER, 'control@exercise.example'],
    ] as const) {
      const { events } = given(
        small(),
        send(first, {}),
        send(first, { id: 'A9', sender: 'other@exercise.example' }),
      ).when(of(actor, sender));
      expect(events.map(({ type }) => type)).toContain(msgType === 'Update' ? 'AlertSuperseded' : 'AlertCancelled');
    }
  });

  it('of the other side’s JOINT message is found, and refused', () => {
    given(small(), send(chinese, { id: 'C1' }))
      .when(of(first, 'own@exercise.example', { references: ['A1'], others: ['C1'] }))
      .thenAll(REFUSED);
  });
});

it('an Alert may reference the message of another account, to join its incident', () => {
  const text = { id: 'A2', sender: 'own@exercise.example', site: 'port', references: ['A1'], others: ['C1'] };
  given(small(), send(chinese, { id: 'C1' }))
    .when(at(MINUTE, send(first, text)))
    .thenOf(OUTCOMES, 'T+01:00 AlertAccepted A2 referenced INC-0001');
});

describe('a program', () => {
  it('sends alerts of the classes that its account was given, and of no other; the log does not say which these are', () => {
    const limited = { ...sideless, classes: ['JOINT', 'PAK'] } as Actor;
    const { events } = given(small()).when(
      send(limited, { id: 'A1', class: 'CHN' }),
      send(limited, { id: 'A2', class: 'PAK' }),
    );
    const codes = events.flatMap((event) => (event.type === 'CommandRefused' ? [event.data.code] : []));
    expect(codes).toEqual(['CLASS_NOT_ALLOWED']);
    expect(events.some(({ type }) => type === 'AlertAccepted')).toBe(true);
    expect(JSON.stringify(events)).not.toContain('classes');
  });
});
