import type { Plain } from '../kernel/brand.js';
import { injectId } from '../kernel/ids.js';
import { exerciseTime } from '../kernel/exercise-time.js';
import { advance } from '../engine/engine.js';
import { deserialise, serialise } from '../engine/open.js';
import {
  acknowledge,
  alert,
  at,
  decline,
  end,
  pause,
  resolve,
  resume,
  until,
  type AlertText,
} from '../testing/deeds.js';
import { given, mustBeSound } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  PLAYED,
  SILENT,
  silentEmbassy,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import type { EventType } from '../kernel/event.js';
import type { UnitDefinition } from '../unit/unit.js';
import { streamsOf } from '../release/release.js';
import type { Inject, InjectAlert, InjectCondition } from './inject.js';

const SCRIPT: readonly EventType[] = [
  'InjectScheduled',
  'InjectFired',
  'InjectSkipped',
  'AcknowledgementOverdue',
  'AlertAccepted',
];

const police = pak('police', SILENT, PLAYED);
const consulate = chn('consulate', answers(MINUTE));

const OPAQUE = /^MSG-[0-9a-f]{16}$/;

function alertOf(text: AlertText): InjectAlert {
  const deed = alert(text);
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return deed.command.data;
}

function alertInject(id: string, text: AlertText, timing: Partial<Plain<Inject>> = { at: MINUTE }): Plain<Inject> {
  return { id, kind: 'alert', messages: [alertOf({ id: id.toUpperCase(), ...text })], ...timing } as Plain<Inject>;
}

function note(id: string, when: Plain<InjectCondition>, more: Partial<Plain<Inject>> = {}): Plain<Inject> {
  return { id, kind: 'note', text: { en: id }, when, ...more } as Plain<Inject>;
}

/** One alert at T+01:00, `first`, that asks police and consulate, then the embassy; and these injects. */
function scripted(...injects: Plain<Inject>[]) {
  const steps = [
    step('each-side', [ask(police), ask(consulate)], { ackWithinMs: 5 * MINUTE }),
    step('any', [ask(silentEmbassy)], { ackWithinMs: 5 * MINUTE }),
  ];
  return given(
    smallExercise({
      units: [police, consulate, silentEmbassy],
      chain: chain(steps),
      scenario: { injects: [alertInject('first', {}), ...injects] },
    }),
  );
}

describe('an inject at a time', () => {
  it('fires at that time, once, and its alert goes the way of any alert', () => {
    scripted()
      .when(until(2 * MINUTE))
      .thenOf(
        ['InjectFired', 'AlertAccepted', 'StepStarted'],
        'T+01:00 InjectFired first',
        'T+01:00 AlertAccepted FIRST opened INC-0001',
        'T+01:00 StepStarted INC-0001 standard/0 police=N1 consulate=N2 (start)',
      );
  });

  it('is the act of the engine, caused by its timer', () => {
    const { events } = scripted().when(until(MINUTE));
    const accepted = events.find(({ type }) => type === 'AlertAccepted');
    expect(accepted).toMatchObject({ actor: { kind: 'engine' }, cause: { timer: 'inject:first' } });
  });

  it('shows players nothing of itself before or as it fires', () => {
    const { events } = scripted(note('later', { kind: 'fired', inject: 'first' }, { delayMs: MINUTE })).when(
      until(3 * MINUTE),
    );
    const seen = events.filter(({ audience }) => streamsOf(audience).includes('pak')).map(({ type }) => type);
    expect(seen.some((type) => type.startsWith('Inject') || type === 'NoteTaken')).toBe(false);
    expect(events.filter(({ type }) => type === 'NoteTaken')).toHaveLength(1);
  });

  it('leaves no trace in the streams of players while it waits, is scheduled or skipped', () => {
    const waiting = [
      note('silent', { kind: 'unacknowledged', incident: 'first', side: 'PAK', forMs: MINUTE }),
      note('never', { kind: 'resolved', incident: 'first' }, { latestMs: 2 * MINUTE }),
      alertInject('late', {}, { at: 60 * MINUTE }),
    ];
    for (const stream of ['joint', 'pak', 'chn'] as const) {
      const seenOf = (...injects: Plain<Inject>[]) =>
        scripted(...injects)
          .when(until(30 * MINUTE))
          .events.filter(({ seqs }) => seqs[stream] !== undefined)
          .map(({ seqs, type, at: time, data, cause }) => ({ seq: seqs[stream], type, time, data, cause }));
      expect(seenOf(...waiting)).toEqual(seenOf());
    }
  });

  it('waits while the exercise is paused, and fires at its own time after', () => {
    scripted()
      .when(at(30_000, pause()), at(30_000, resume()), until(MINUTE))
      .thenOf(['InjectFired'], 'T+01:00 InjectFired first');
  });

  it('does not fire after ENDEX', () => {
    scripted()
      .when(at(30_000, end()), until(10 * MINUTE))
      .thenOf(SCRIPT);
  });

  it('repeats as often as it says', () => {
    const message = { kind: 'message', text: { en: 'rain' }, releasability: { class: 'PAK' } } as const;
    scripted({ id: 'rain', at: 0, repeat: { times: 2, everyMs: MINUTE }, ...message })
      .when(until(10 * MINUTE))
      .thenOf(['MessageSent'], 'T+00:00 MessageSent rain', 'T+01:00 MessageSent rain', 'T+02:00 MessageSent rain');
  });

  it('sends a message to one side, and its tear line to the other, each under its own label', () => {
    const own = { class: 'CHN', tlp: 'TLP:AMBER+STRICT' } as const;
    const releasability = { ...own, tearLine: { en: 'some rain' }, tearLineTlp: 'TLP:GREEN' } as const;
    const from = { en: 'Desk' };
    const { events } = scripted({ id: 'rain', at: 0, kind: 'message', from, text: { en: 'rain' }, releasability }).when(
      until(0),
    );
    const sent = events.flatMap(({ type, audience, data }) => (type === 'MessageSent' ? [{ audience, data }] : []));
    const message = expect.stringMatching(OPAQUE) as unknown;
    const label = { tlp: own.tlp, to: [] };
    const cut = { message: sent[0]?.data.message, text: { en: 'some rain' }, tlp: 'TLP:GREEN' };
    expect(sent).toEqual([
      { audience: 'CHN', data: { message, from, text: { en: 'rain' }, tlp: own.tlp, label } },
      { audience: 'PAK', data: { ...cut, label: { tlp: 'TLP:GREEN' } } },
    ]);
  });

  it('gives each message an id of its own, which tells players nothing of the inject and hangs on the seed', () => {
    const message = { kind: 'message', text: { en: 'x' }, releasability: { class: 'JOINT' } } as const;
    const { events } = scripted(
      { id: 'rain', at: 0, repeat: { times: 2, everyMs: MINUTE }, ...message },
      { id: 'storm', at: 0, ...message },
    ).when(until(10 * MINUTE));
    const ids = events.flatMap(({ type, data }) => (type === 'MessageSent' ? [data.message] : []));
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(OPAQUE);
  });

  it('changes duty and links', () => {
    scripted(
      { id: 'off', at: 0, kind: 'duty', unit: 'police', duty: 'off' },
      { id: 'cut', at: 0, kind: 'link', side: 'CHN', link: { status: 'down' } },
    )
      .when(until(MINUTE))
      .thenOf(
        ['UnitDutyChanged', 'LinkChanged', 'NotificationUndeliverable'],
        'T+00:00 UnitDutyChanged police off',
        'T+00:00 LinkChanged CHN down',
        'T+01:00 NotificationUndeliverable INC-0001.N1 consulate (not-reached)',
        'T+01:00 NotificationUndeliverable INC-0001.N2 embassy (not-reached)',
      );
  });

  it('updates and cancels what another inject sent', () => {
    scripted(
      alertInject('worse', { msgType: 'Update', severity: 'Extreme', references: ['FIRST'] }, { at: 2 * MINUTE }),
      alertInject('false-alarm', { msgType: 'Cancel', references: ['FIRST', 'WORSE'] }, { at: 3 * MINUTE }),
    )
      .when(until(3 * MINUTE))
      .thenOf(
        ['AlertAccepted', 'IncidentChanged', 'IncidentCancelled'],
        'T+01:00 AlertAccepted FIRST opened INC-0001',
        'T+02:00 AlertAccepted WORSE referenced INC-0001',
        'T+02:00 IncidentChanged INC-0001 Severe to Extreme',
        'T+03:00 AlertAccepted FALSE-ALARM referenced INC-0001',
        'T+03:00 IncidentCancelled INC-0001',
      );
  });

  it('is skipped with the reason when the rules refuse it', () => {
    const cancel = { msgType: 'Cancel' as const, references: ['FIRST'] };
    scripted(
      alertInject('first', {}, { at: 0 }),
      alertInject('false-alarm', cancel, { at: MINUTE }),
      alertInject('once-more', cancel, { at: MINUTE }),
      alertInject('worse', { id: 'FIRST' }, { at: 0 }),
    )
      .when(until(MINUTE))
      .thenOf(['InjectSkipped'], 'T+00:00 InjectSkipped worse (DUPLICATE_ALERT)');
  });
});

describe('an inject on a condition', () => {
  it('fires after another one, with its delay', () => {
    scripted(note('then', { kind: 'fired', inject: 'first' }, { delayMs: 90_000 }))
      .when(until(10 * MINUTE))
      .thenOf(['InjectScheduled', 'NoteTaken'], 'T+01:00 InjectScheduled then T+02:30', 'T+02:30 NoteTaken then');
  });

  it('fires when the incident has reached an escalation level', () => {
    scripted(note('help', { kind: 'escalated', incident: 'first', level: 1 }))
      .when(until(10 * MINUTE))
      .thenOf(['NoteTaken'], 'T+06:00 NoteTaken help');
  });

  it('fires when a side has not acknowledged for so long, and only that side', () => {
    const overdue = (side: 'PAK' | 'CHN') =>
      note(`late-${side}`, { kind: 'unacknowledged', incident: 'first', side, forMs: 2 * MINUTE });
    scripted(overdue('PAK'), overdue('CHN'))
      .when(until(10 * MINUTE))
      .thenOf(
        ['AcknowledgementOverdue', 'NoteTaken'],
        'T+03:00 AcknowledgementOverdue INC-0001 PAK T+02:00',
        'T+03:00 NoteTaken late-PAK',
      );
  });

  it('fires when the incident was resolved, or a unit declined', () => {
    scripted(
      note('over', { kind: 'resolved', incident: 'first' }),
      note('refused', { kind: 'declined', unit: 'police', incident: 'first' }),
    )
      .when(at(2 * MINUTE, decline('INC-0001.N1')), at(3 * MINUTE, resolve('INC-0001')), until(4 * MINUTE))
      .thenOf(['NoteTaken'], 'T+02:00 NoteTaken refused', 'T+03:00 NoteTaken over');
  });

  it('takes all, any and not together, looked at once everything has followed', () => {
    const fired: Plain<InjectCondition> = { kind: 'fired', inject: 'first' };
    const refused: Plain<InjectCondition> = { kind: 'declined', unit: 'police' };
    scripted(
      note('both', { kind: 'all', of: [fired, refused] }),
      note('either', { kind: 'any', of: [fired, refused] }),
      note('neither', { kind: 'not', of: { kind: 'any', of: [fired, refused] } }),
    )
      .when(until(0))
      .thenOf(['NoteTaken'], 'T+00:00 NoteTaken neither')
      .when(until(MINUTE))
      .thenOf(['NoteTaken'], 'T+01:00 NoteTaken either')
      .when(at(2 * MINUTE, decline('INC-0001.N1')), until(2 * MINUTE))
      .thenOf(['NoteTaken'], 'T+02:00 NoteTaken both');
  });

  it('is skipped once its last time has passed, and at once if its delay leads beyond it', () => {
    const fired: Plain<InjectCondition> = { kind: 'fired', inject: 'first' };
    const never: Plain<InjectCondition> = { kind: 'resolved', incident: 'first' };
    scripted(
      note('just', fired, { delayMs: MINUTE, latestMs: 2 * MINUTE }),
      note('beyond', fired, { delayMs: MINUTE, latestMs: 2 * MINUTE - 1 }),
      note('never', never, { latestMs: 2 * MINUTE }),
    )
      .when(at(3 * MINUTE, resolve('INC-0001')), until(4 * MINUTE))
      .thenOf(
        ['InjectSkipped', 'NoteTaken'],
        'T+01:00 InjectSkipped beyond (too-late)',
        'T+02:00 NoteTaken just',
        'T+02:00.001 InjectSkipped never (too-late)',
      );
  });

  it('no longer counts a side as silent once it has acknowledged or the incident is over', () => {
    const late = note('late', { kind: 'unacknowledged', incident: 'first', side: 'PAK', forMs: 2 * MINUTE });
    const acknowledged = scripted(late).when(at(2 * MINUTE, acknowledge('INC-0001.N1')), until(10 * MINUTE));
    acknowledged.thenOf(['AcknowledgementOverdue', 'NoteTaken']);
    scripted(late)
      .when(at(2 * MINUTE, resolve('INC-0001')), until(10 * MINUTE))
      .thenOf(['AcknowledgementOverdue', 'NoteTaken']);
  });
});

describe('how long a side has not acknowledged', () => {
  const silent = (side: 'PAK' | 'CHN', forMs: number): Plain<InjectCondition> => ({
    kind: 'unacknowledged',
    incident: 'joins',
    side,
    forMs,
  });
  /** The alert of the inject joins the incident that one by hand has opened at T+00:00. */
  const joining = (unit: UnitDefinition, joinsAt: number, ...notes: Plain<Inject>[]) =>
    given(
      smallExercise({
        units: [unit, chn('consulate', answers(2 * MINUTE))],
        chain: chain([step('all', [ask(unit), ask('consulate', 'inform')])], { ackExpiresMs: 3 * MINUTE }),
        scenario: { injects: [alertInject('joins', {}, { at: joinsAt }), ...notes] },
      }),
      alert({ id: 'HAND' }),
    );

  it('counts from when its last acknowledgement lapsed, also if that was before the alert of the inject', () => {
    joining(pak('police', answers(MINUTE)), 5 * MINUTE, note('late', silent('PAK', 2 * MINUTE)))
      .when(until(10 * MINUTE))
      .thenOf(
        ['AcknowledgementLapsed', 'NoteTaken'],
        'T+04:00 AcknowledgementLapsed INC-0001.N1 police',
        'T+06:00 NoteTaken late',
      );
  });

  it('is seen once the answers of that moment are in', () => {
    joining(pak('police', answers(2 * MINUTE)), MINUTE, note('late', silent('CHN', 2 * MINUTE)))
      .when(until(4 * MINUTE))
      .thenOf(['NoteTaken']);
  });

  it('is seen for both sides together', () => {
    const onlyPak: Plain<InjectCondition> = {
      kind: 'all',
      of: [silent('PAK', MINUTE), { kind: 'not', of: silent('CHN', MINUTE) }],
    };
    joining(police, 0, note('late', onlyPak))
      .when(until(90 * 1000))
      .thenOf(
        ['AcknowledgementOverdue', 'NoteTaken'],
        'T+01:00 AcknowledgementOverdue INC-0001 PAK T+01:00',
        'T+01:00 AcknowledgementOverdue INC-0001 CHN T+01:00',
      );
  });
});

it('counts a side as silent anew from when the incident is opened again', () => {
  scripted(
    alertInject('again', { references: ['FIRST'] }, { at: 4 * MINUTE }),
    note('late', { kind: 'unacknowledged', incident: 'first', side: 'PAK', forMs: 3 * MINUTE }),
  )
    .when(at(2 * MINUTE, resolve('INC-0001')), until(20 * MINUTE))
    .thenOf(['IncidentReopened', 'NoteTaken'], 'T+04:00 IncidentReopened INC-0001', 'T+07:00 NoteTaken late');
});

describe('an inject whose alert opens a resolved incident again', () => {
  const again = alertInject('again', { references: ['FIRST'] }, { at: 6 * MINUTE });
  const asking = (incident: string) => [
    note(`${incident}-over`, { kind: 'resolved', incident }),
    note(`${incident}-escalated`, { kind: 'escalated', incident, level: 1 }),
    note(`${incident}-refused`, { kind: 'declined', unit: 'police', incident }),
  ];

  it('is judged by what follows, and the first one by all of it', () => {
    scripted(again, ...asking('first'), ...asking('again'))
      .when(at(2 * MINUTE, decline('INC-0001.N1')), at(3 * MINUTE, resolve('INC-0001')), until(6 * MINUTE))
      .thenOf(
        ['NoteTaken', 'IncidentReopened'],
        'T+02:00 NoteTaken first-escalated',
        'T+02:00 NoteTaken first-refused',
        'T+03:00 NoteTaken first-over',
        'T+06:00 IncidentReopened INC-0001',
      )
      .when(at(8 * MINUTE, decline('INC-0001.N4')), at(9 * MINUTE, resolve('INC-0001')), until(10 * MINUTE))
      .thenOf(
        ['NoteTaken'],
        'T+08:00 NoteTaken again-escalated',
        'T+08:00 NoteTaken again-refused',
        'T+09:00 NoteTaken again-over',
      );
  });

  it('that was open again already when it came finds it not resolved; a Cancel that comes while it is, finds it so', () => {
    scripted(
      again,
      alertInject('third', { references: ['FIRST'] }, { at: 7 * MINUTE }),
      alertInject('withdrawn', { references: ['FIRST'], msgType: 'Cancel' }, { at: 4 * MINUTE }),
      note('third-over', { kind: 'resolved', incident: 'third' }),
      note('withdrawn-over', { kind: 'resolved', incident: 'withdrawn' }),
    )
      .when(at(3 * MINUTE, resolve('INC-0001')), until(8 * MINUTE))
      .thenOf(
        ['NoteTaken', 'IncidentReopened'],
        'T+04:00 NoteTaken withdrawn-over',
        'T+06:00 IncidentReopened INC-0001',
      );
  });
});

it('goes on from a snapshot as if there had been none', () => {
  const { play } = scripted(note('then', { kind: 'fired', inject: 'first' }, { delayMs: 90_000 })).when(until(MINUTE));
  mustBeSound(play);
  expect(play.state.script.injects[injectId('first')]).toEqual({ status: 'fired', fired: 1, incident: 'INC-0001' });
  const restored = deserialise(play.scenario, serialise(play.state));
  expect(advance(restored, exerciseTime(10 * MINUTE))).toEqual(advance(play.state, exerciseTime(10 * MINUTE)));
});
