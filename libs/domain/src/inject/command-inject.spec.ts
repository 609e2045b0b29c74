/** What trainers do with injects. */
import type { Plain } from '../kernel/brand.js';
import { injectId } from '../kernel/ids.js';
import { exerciseTime } from '../kernel/exercise-time.js';
import { advance } from '../engine/engine.js';
import type { EventType, LoggedEvent } from '../kernel/event.js';
import { deserialise, serialise } from '../engine/open.js';
import { streamsOf } from '../release/release.js';
import { eventIn } from '../release/shown.js';
import {
  alert,
  at,
  close,
  CONTROLLER,
  delayInject,
  fireInject,
  improvise,
  pause,
  resume,
  resolve,
  skipInject,
  until,
  type AlertText,
} from '../testing/deeds.js';
import { given, mustBeSound } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';
import type { ImprovisedInject, Inject, InjectAlert } from './inject.js';

const SCRIPT: readonly EventType[] = [
  'InjectScheduled',
  'InjectFired',
  'InjectSkipped',
  'InjectDelayed',
  'InjectImprovised',
  'NoteTaken',
  'CommandRefused',
];

function messageOf(text: AlertText): InjectAlert {
  const deed = alert(text);
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return deed.command.data;
}

const fire: Extract<Plain<Inject>, { kind: 'alert' }> & { readonly at: number } = {
  id: 'fire',
  at: 10 * MINUTE,
  kind: 'alert',
  messages: [messageOf({ id: 'FIRE' })],
};
const hint: Plain<Inject> = { id: 'hint', at: 5 * MINUTE, kind: 'note', text: { en: 'hint' } };
const then: Plain<Inject> = {
  id: 'then',
  when: { kind: 'fired', inject: 'fire' },
  delayMs: MINUTE,
  latestMs: 20 * MINUTE,
  kind: 'note',
  text: { en: 'then' },
};
const rain: Plain<Inject> = {
  id: 'rain',
  at: 5 * MINUTE,
  repeat: { times: 2, everyMs: MINUTE },
  kind: 'note',
  text: { en: 'rain' },
};

function scripted(...injects: Plain<Inject>[]) {
  const units = [pak('police'), chn('consulate')];
  const standard = chain([
    step(
      'each-side',
      units.map((unit) => ask(unit)),
    ),
  ]);
  return given(smallExercise({ units, chain: standard, scenario: injects.length > 0 ? { injects } : {} }));
}

describe('firing an inject', () => {
  it('makes it happen now, once, and what waits for it follows', () => {
    scripted(fire, then)
      .when(at(2 * MINUTE, fireInject('fire')), until(30 * MINUTE))
      .thenOf(
        [...SCRIPT, 'AlertAccepted'],
        'T+02:00 InjectFired fire',
        'T+02:00 AlertAccepted FIRE opened INC-0001',
        'T+02:00 InjectScheduled then T+03:00',
        'T+03:00 InjectFired then',
        'T+03:00 NoteTaken then',
      );
  });

  it('is in the log as the deed of who did it', () => {
    const { events } = scripted(fire).when(fireInject('fire'));
    expect(events.find(({ type }) => type === 'InjectFired')).toMatchObject({
      actor: CONTROLLER,
      cause: { command: 'c2', inject: 'fire' },
    });
  });

  it('shows players the same cause as one that comes in its time, and so does improvising it', () => {
    const causesOf = (events: readonly LoggedEvent[]) =>
      events
        .filter(({ audience }) => streamsOf(audience).includes('pak'))
        .map((event) => [event.type, eventIn('pak', event).cause]);
    const made = { id: 'made', kind: 'alert', messages: fire.messages } as const;
    const inTime = causesOf(scripted(fire).when(until(10 * MINUTE)).events);
    expect(inTime.map(([type]) => type)).toContain('NotificationSent');
    expect(causesOf(scripted(fire).when(at(10 * MINUTE - 1, fireInject('fire'))).events)).toEqual(inTime);
    expect(causesOf(scripted().when(improvise(made)).events)).toEqual(inTime);
  });

  it('works while the clock stands, and for one that waits for a condition or was skipped', () => {
    scripted(fire, then, hint)
      .when(pause(), fireInject('then'), skipInject('hint'), fireInject('hint'), resume(), until(30 * MINUTE))
      .thenOf(
        SCRIPT,
        'T+00:00 InjectFired then',
        'T+00:00 NoteTaken then',
        'T+00:00 InjectSkipped hint (by-command)',
        'T+00:00 InjectFired hint',
        'T+00:00 NoteTaken hint',
        'T+10:00 InjectFired fire',
      );
  });

  it('of one that repeats: the further times follow from now', () => {
    scripted(rain)
      .when(fireInject('rain'), until(30 * MINUTE))
      .thenOf(
        ['InjectFired'],
        'T+00:00 InjectFired rain',
        'T+01:00 InjectFired rain #2',
        'T+02:00 InjectFired rain #3',
      );
  });

  it('is refused when it has fired or there is none', () => {
    scripted(hint)
      .when(until(6 * MINUTE), fireInject('hint'), fireInject('constructor'), fireInject('no'))
      .thenOf(
        ['CommandRefused'],
        'T+06:00 CommandRefused FireInject: INJECT_ALREADY_FIRED',
        'T+06:00 CommandRefused FireInject: UNKNOWN_INJECT',
        'T+06:00 CommandRefused FireInject: UNKNOWN_INJECT',
      );
  });

  it('is refused when the rules refuse its alert; then it still comes in its time', () => {
    const same: Plain<Inject> = { id: 'same', at: 12 * MINUTE, kind: 'alert', messages: [messageOf({ id: 'A1' })] };
    scripted(fire, same)
      .when(alert({ id: 'A1' }), fireInject('same'), resolve('INC-0001'), close('INC-0001'), until(30 * MINUTE))
      .thenOf(
        SCRIPT,
        'T+00:00 CommandRefused FireInject: DUPLICATE_ALERT',
        'T+10:00 InjectFired fire',
        'T+12:00 InjectFired same',
      );
  });
});

describe('skipping an inject', () => {
  it('keeps it from coming, its repeats too, and says why', () => {
    const { events } = scripted(rain, hint)
      .when(skipInject('hint', 'they know'), at(5 * MINUTE + 1, skipInject('rain')), until(30 * MINUTE))
      .thenOf(
        SCRIPT,
        'T+00:00 InjectSkipped hint (by-command)',
        'T+05:00 InjectFired rain',
        'T+05:00 NoteTaken rain',
        'T+05:00.001 InjectSkipped rain (by-command)',
      );
    expect(events[0]?.data).toEqual({ inject: 'hint', reason: 'by-command', message: 'they know' });
  });

  it('leaves what waits for it to have fired waiting', () => {
    scripted(fire, then)
      .when(skipInject('fire'), until(19 * MINUTE))
      .thenOf(SCRIPT, 'T+00:00 InjectSkipped fire (by-command)');
  });

  it('is refused when it has fired, is skipped or is not there', () => {
    scripted(hint, fire)
      .when(until(6 * MINUTE), skipInject('hint'), skipInject('fire'), skipInject('fire'), skipInject('__proto__'))
      .thenOf(
        ['CommandRefused'],
        'T+06:00 CommandRefused SkipInject: INJECT_ALREADY_FIRED',
        'T+06:00 CommandRefused SkipInject: INJECT_ALREADY_SKIPPED',
        'T+06:00 CommandRefused SkipInject: UNKNOWN_INJECT',
      );
  });
});

describe('delaying an inject', () => {
  it('by a time puts it off, as often as it is said', () => {
    scripted(hint)
      .when(delayInject('hint', { byMs: MINUTE }), delayInject('hint', { byMs: MINUTE }), until(30 * MINUTE))
      .thenOf(
        ['InjectDelayed', 'InjectFired'],
        'T+00:00 InjectDelayed hint T+06:00',
        'T+00:00 InjectDelayed hint T+07:00',
        'T+07:00 InjectFired hint',
      );
  });

  it('to a time may be earlier, and takes a skip back', () => {
    scripted(hint)
      .when(skipInject('hint'), delayInject('hint', { to: 2 * MINUTE }), until(30 * MINUTE))
      .thenOf(['InjectFired'], 'T+02:00 InjectFired hint');
  });

  it('gives one that waits for a condition a time instead, its last time or not', () => {
    scripted(fire, then)
      .when(delayInject('then', { to: 25 * MINUTE }), until(60 * MINUTE))
      .thenOf(
        ['InjectScheduled', 'InjectFired', 'InjectSkipped'],
        'T+10:00 InjectFired fire',
        'T+25:00 InjectFired then',
      );
  });

  it('is refused without a time to put off, into the past, or when it has fired', () => {
    scripted(hint, fire, then)
      .when(
        delayInject('then', { byMs: MINUTE }),
        at(6 * MINUTE, delayInject('fire', { to: MINUTE })),
        delayInject('hint', { to: 20 * MINUTE }),
        delayInject('nothing', { to: 20 * MINUTE }),
      )
      .thenOf(
        ['CommandRefused'],
        'T+00:00 CommandRefused DelayInject: INJECT_NOT_SCHEDULED',
        'T+06:00 CommandRefused DelayInject: TIME_HAS_PASSED',
        'T+06:00 CommandRefused DelayInject: INJECT_ALREADY_FIRED',
        'T+06:00 CommandRefused DelayInject: UNKNOWN_INJECT',
      );
  });
});

describe('improvising an inject', () => {
  const made = (more: Partial<Plain<ImprovisedInject>> = {}): Plain<ImprovisedInject> =>
    ({ id: 'made-up', kind: 'note', text: { en: 'x' }, ...more }) as Plain<ImprovisedInject>;

  it('happens at once, in an exercise without a script, too', () => {
    const messages = [messageOf({ id: 'NEW' })] as const;
    const { play } = scripted()
      .when(at(MINUTE, improvise({ id: 'new', kind: 'alert', messages })))
      .thenOf(
        [...SCRIPT, 'AlertAccepted'],
        'T+01:00 InjectImprovised new (alert) T+01:00',
        'T+01:00 InjectFired new',
        'T+01:00 AlertAccepted NEW opened INC-0001',
      );
    expect(play.state.script.injects[injectId('new')]).toMatchObject({ status: 'fired', fired: 1 });
  });

  it('may come later; until then it can be fired, delayed and skipped like any other', () => {
    scripted(hint)
      .when(
        improvise(made({ at: 3 * MINUTE })),
        delayInject('made-up', { byMs: MINUTE }),
        improvise(made({ id: 'other', at: 3 * MINUTE })),
        skipInject('other'),
        until(10 * MINUTE),
      )
      .thenOf(['InjectFired'], 'T+04:00 InjectFired made-up', 'T+05:00 InjectFired hint');
  });

  it('changes duty and links, and tells messages', () => {
    scripted()
      .when(
        improvise({ id: 'a', kind: 'duty', unit: 'police', duty: 'off' }),
        improvise({ id: 'b', kind: 'link', side: 'CHN', link: { status: 'down' } }),
        improvise({ id: 'c', kind: 'message', text: { en: 'x' }, releasability: { class: 'PAK' } }),
      )
      .thenOf(
        ['UnitDutyChanged', 'LinkChanged', 'MessageSent'],
        'T+00:00 UnitDutyChanged police off',
        'T+00:00 LinkChanged CHN down',
        'T+00:00 MessageSent x',
      );
  });

  it('shows players what it does and nothing of itself', () => {
    const { events } = scripted(hint).when(
      improvise(made({ at: 3 * MINUTE })),
      delayInject('hint', { byMs: MINUTE }),
      skipInject('hint'),
      until(5 * MINUTE),
    );
    expect(events.length).toBeGreaterThan(3);
    expect(events.filter(({ audience }) => streamsOf(audience).includes('pak'))).toEqual([]);
  });

  it('is refused under a known id, into the past, for an unknown unit or site', () => {
    const nowhere = [messageOf({ id: 'NEW', site: 'nowhere' })] as const;
    scripted(hint)
      .when(
        improvise(made({ id: 'hint' })),
        improvise({ id: 'b', kind: 'duty', unit: 'constructor', duty: 'off', at: MINUTE }),
        improvise({ id: 'c', kind: 'alert', messages: nowhere, at: MINUTE }),
        at(MINUTE, improvise(made({ at: 0 }))),
        improvise(made()),
        improvise(made()),
      )
      .thenOf(
        ['CommandRefused'],
        'T+00:00 CommandRefused ImproviseInject: DUPLICATE_INJECT',
        'T+00:00 CommandRefused ImproviseInject: UNKNOWN_UNIT',
        'T+00:00 CommandRefused ImproviseInject: UNKNOWN_SITE',
        'T+01:00 CommandRefused ImproviseInject: TIME_HAS_PASSED',
        'T+01:00 CommandRefused ImproviseInject: DUPLICATE_INJECT',
      );
  });

  it('is part of the state: a worker goes on from a snapshot as if there had been none', () => {
    const { play } = scripted(hint).when(improvise(made({ at: 3 * MINUTE })), at(MINUTE, resolve('INC-0001')));
    mustBeSound(play);
    const restored = deserialise(play.scenario, serialise(play.state));
    expect(advance(restored, exerciseTime(10 * MINUTE))).toEqual(advance(play.state, exerciseTime(10 * MINUTE)));
  });
});
