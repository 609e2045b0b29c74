/** Who of those that may know of a thing reads it, and what the other side gets of it. */
import fc from 'fast-check';
import { evolveViewerState, openViewerState } from '../engine/viewer-state.js';
import { incidentView, notificationView } from '../engine/read-models.js';
import type { State } from '../engine/state.js';
import { scenarioIn } from '../exercise/shown-scenario.js';
import type { IncidentId } from '../kernel/ids.js';
import type { Stream } from '../kernel/side.js';
import {
  acknowledge,
  alert,
  as,
  cancel,
  changeLabel,
  note,
  operatorOf,
  personOf,
  start,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given, Play } from '../testing/given.js';
import { account, embassy, exercise, READERS, rescue, seenBy, streamFor, type Account } from '../testing/readers.js';
import { answers, MINUTE, pak, PLAYED } from '../testing/small-exercise.js';
import {
  either,
  highest,
  markingFrom,
  markingOf,
  markingText,
  mayReadMarked,
  TLP_LABELS,
  type Marking,
} from './label.js';
import { streamsOf } from './release.js';
import { isWithheld } from './shown.js';

function folded(reader: Account, run: Play): State {
  const stream = streamFor(reader);
  const state = openViewerState(stream, scenarioIn(stream, run.scenario));
  for (const event of seenBy(reader, run.log)) evolveViewerState(state, stream, event);
  return state;
}

const markings: fc.Arbitrary<Marking> = fc
  .record({ tlp: fc.constantFrom(...TLP_LABELS), to: fc.uniqueArray(fc.constantFrom('unit:police', 'unit:rescue')) })
  .map(({ tlp, to }) => markingOf({ class: 'PAK', tlp, releasableTo: to }));

describe('markings', () => {
  it('of a thing made of several let nobody read it who may not read each of them', () => {
    fc.assert(
      fc.property(markings, markings, fc.constantFrom(...READERS), (one, other, reader) => {
        const both = mayReadMarked(reader, one) && mayReadMarked(reader, other);
        if (mayReadMarked(reader, highest(one, other))) expect(both).toBe(true);
        expect(highest(one, other)).toEqual(highest(other, one));
      }),
    );
  });

  it('of which either will do let those read it who may read the one or the other, and nobody else', () => {
    fc.assert(
      fc.property(markings, markings, fc.constantFrom(...READERS), (one, other, reader) => {
        const any = mayReadMarked(reader, one) || mayReadMarked(reader, other);
        expect(mayReadMarked(reader, either(one, other))).toBe(any);
      }),
    );
  });

  it('are written as a text and read back', () => {
    fc.assert(fc.property(markings, (marking) => expect(markingFrom(markingText(marking))).toEqual(marking)));
  });
});

describe('an alert labelled TLP:RED', () => {
  const red = alert({ class: 'PAK', label: { tlp: 'TLP:RED', releasableTo: ['unit:police'] } });

  it('is read by those whom it names, and is a number with a time to the others of its side', () => {
    const { play } = given(exercise());
    play.do(red);
    const types = (reader: Account) => new Set(seenBy(reader, play.log).map(({ type }) => type));
    expect(types(account('operator', 'PAK'))).toEqual(new Set(['ExerciseStarted', 'Withheld']));
    expect(types(account('liaison', 'PAK', { units: ['police'] }))).toContain('AlertAccepted');
    expect(types(account('liaison', 'PAK', { units: ['rescue'] }))).not.toContain('AlertAccepted');
    expect(types(account('releasing-authority', 'PAK'))).toContain('IncidentOpened');
    expect(types(account('operator', 'CHN'))).toEqual(new Set(['ExerciseStarted']));
    const operator = seenBy(account('operator', 'PAK'), play.log);
    expect(operator.map(({ seq }) => seq)).toEqual(operator.map((_, index) => index + 1));
    expect(operator.filter(({ type }) => type === 'Withheld').map(({ data }) => data)).toContainEqual({});
    expect(JSON.stringify(operator)).not.toMatch(/PAK-0001|police|Severe/);
  });

  it('reaches no unit that it does not name', () => {
    given(exercise())
      .when(red)
      .thenOf(
        ['StepStarted', 'NotificationSent'],
        'T+00:00 StepStarted PAK-0001 standard/0 police=N1 (start)',
        'T+00:00 NotificationSent PAK-0001.N1 police',
      );
  });

  it('is answered and noted by nobody who may not read it, as if there were none', () => {
    const played = { ...exercise(), units: [pak('police', answers(MINUTE), PLAYED), rescue, embassy] };
    for (const deed of [acknowledge('PAK-0001.N1'), note('PAK-0001', 'x')]) {
      const { play } = given(played);
      play.do(red);
      const [refused] = play.do(as(operatorOf('PAK'), deed));
      expect(refused?.data).toMatchObject({ code: expect.stringMatching(/^UNKNOWN_/) });
    }
  });

  it('has ended for nobody who may not read it', () => {
    const { play } = given(exercise());
    for (const deed of [red, cancel('PAK-0001', 'over')]) play.do(deed);
    for (const deed of [acknowledge('PAK-0001.N1'), note('PAK-0001', 'x')]) {
      const [refused] = play.do(as(operatorOf('PAK'), deed));
      expect(refused?.data).toMatchObject({ code: expect.stringMatching(/^UNKNOWN_/) });
      const [ended] = play.do(as(personOf('PAK', 'releasing-authority'), note('PAK-0001', 'x')));
      expect(ended?.data).toMatchObject({ code: 'INCIDENT_CLOSED' });
    }
  });

  it('is joined by no other alert that merely stands near it', () => {
    const { play } = given(exercise());
    for (const deed of [red, alert({ id: 'A2', class: 'PAK' }), alert({ id: 'A3', class: 'PAK' })]) play.do(deed);
    const opened = play.log.flatMap(({ type, data }) => (type === 'IncidentOpened' ? [data.incident] : []));
    expect(opened).toEqual(['PAK-0001', 'PAK-0002']);
  });

  it('is refused with class JOINT', () => {
    const { play } = given(exercise());
    const [refused] = play.do(alert({ label: { tlp: 'TLP:RED' } }));
    expect(refused?.data).toMatchObject({ code: 'LABEL_CONTRADICTION' });
  });
});

describe('an incident whose label changes', () => {
  const plain = alert({ class: 'PAK' });
  const raised = alert({
    id: 'A2',
    class: 'PAK',
    msgType: 'Update',
    references: ['A1'],
    label: { tlp: 'TLP:RED', releasableTo: ['unit:police'] },
  });
  const lowered = alert({ id: 'A3', class: 'PAK', msgType: 'Update', references: ['A2'], label: { tlp: 'TLP:GREEN' } });
  const operator = account('operator', 'PAK');

  it('goes from the view of those who may not read it any more, and comes back when it is lowered', () => {
    const { play } = given(exercise());
    play.do(plain);
    expect(Object.keys(folded(operator, play).incidents)).toEqual(['PAK-0001']);
    play.do(raised);
    expect(seenBy(operator, play.log).map(({ type }) => type)).toContain('IncidentWithheld');
    expect(folded(operator, play).incidents).toEqual({});
    play.do(until(5 * MINUTE));
    play.do(lowered);
    const shown = folded(operator, play);
    expect(shown.incidents).toMatchObject({ 'PAK-0001': { status: 'open' } });
    expect(shown.notifications).toMatchObject({ 'PAK-0001.N1': { unit: 'police', status: 'acknowledged' } });
  });
});

describe('a tear line', () => {
  const tearLine = { en: 'A threat to road convoys' };

  it('is all that the other side gets of an alert, under an id and a label of its own', () => {
    const { play } = given(exercise());
    play.do(alert({ class: 'PAK', label: { tlp: 'TLP:AMBER+STRICT', tearLine, tearLineTlp: 'TLP:GREEN' } }));
    const chinese = seenBy(account('operator', 'CHN'), play.log).slice(1);
    expect(chinese).toEqual([
      expect.objectContaining({
        seq: 2,
        type: 'TearLineShared',
        data: { tearLine: 'TL-CHN-0001', from: 'PAK', kind: 'alert', text: tearLine, label: { tlp: 'TLP:GREEN' } },
      }),
    ]);
    expect(chinese[0]?.cause).toEqual({ timer: 'rules' });
  });

  it('of an Update takes the place of the one before', () => {
    const { play } = given(exercise());
    play.do(alert({ class: 'PAK', label: { tearLine } }));
    play.do(
      alert({
        id: 'A2',
        class: 'PAK',
        msgType: 'Update',
        references: ['A1'],
        label: { tearLine: { en: 'It is over' } },
      }),
    );
    expect(seenBy(account('operator', 'CHN'), play.log).at(-1)?.data).toMatchObject({
      tearLine: 'TL-CHN-0002',
      replaces: 'TL-CHN-0001',
    });
  });
});

describe('in every exercise', () => {
  const label = fc.record(
    {
      tlp: fc.constantFrom(...TLP_LABELS),
      releasableTo: fc.uniqueArray(fc.constantFrom('unit:police' as const, 'unit:rescue' as const)),
      tearLine: fc.constant({ en: 'cut' }),
    },
    { requiredKeys: [] },
  );
  const sent = fc.record({
    class: fc.constantFrom('JOINT' as const, 'PAK' as const, 'CHN' as const),
    label,
    kind: fc.constantFrom('Alert' as const, 'Update' as const, 'Cancel' as const),
    of: fc.nat(5),
    passes: fc.constantFrom(0, 30_000, 4 * MINUTE),
  });

  /** What a label is changed to: of the alert or the note that came before so many. */
  const relabels = fc.record(
    {
      of: fc.constantFrom('alert' as const, 'note' as const),
      before: fc.nat(3),
      tlp: fc.constantFrom(...TLP_LABELS),
      releasableTo: fc.uniqueArray(fc.constantFrom('unit:police', 'unit:rescue'), { maxLength: 1 }),
      reviewAt: fc.constantFrom('2026-01-01T09:01:00+05:00', '2026-01-01T09:06:00+05:00'),
    },
    { requiredKeys: ['of', 'before'] },
  );

  type Relabelled = typeof relabels extends fc.Arbitrary<infer T> ? T : never;

  const noteLabels = fc.record(
    {
      tlp: fc.constantFrom(...TLP_LABELS),
      releasableTo: fc.uniqueArray(fc.constantFrom('unit:police', 'unit:rescue'), { maxLength: 1 }),
      reviewAt: fc.constant('2026-01-01T09:06:00+05:00'),
    },
    { requiredKeys: [] },
  );
  interface Noted {
    readonly text: string;
    readonly stream: Stream;
    readonly id: string;
    /** By each of these it was or is read: all of its markings must let a reader read it. */
    readonly ways: (readonly (Marking | undefined)[])[];
  }

  /** A note by somebody of the side who may read everything of it. */
  function noteLatest(run: Play, n: number, label: Parameters<typeof note>[3] | undefined): Noted[] {
    const incident = Object.values(run.state.incidents).findLast((one) => one.class !== 'CHN');
    if (!incident || label === undefined) return [];
    const writer = personOf('PAK', 'releasing-authority');
    const text = `note ${n}`;
    const stated = incident.statedMarking === undefined ? undefined : markingFrom(incident.statedMarking);
    const markings = [markingOf({ class: 'PAK', ...label }, writer), incident.marking, stated];
    const [first] = run.do(as(writer, note(incident.id, text, false, label)));
    return first?.type === 'IncidentNoted' ? [{ text, stream: 'pak', id: first.data.note, ways: [markings] }] : [];
  }

  function textsFor(reader: Account, noted: readonly Noted[]): string[] {
    const stream = streamFor(reader);
    return noted
      .filter((one) => stream === 'all' || stream === one.stream)
      .filter(({ ways }) => ways.some((markings) => markings.every((marking) => mayReadMarked(reader, marking))))
      .map(({ text }) => text)
      .toSorted();
  }

  /** By the releasing authority, who may read everything of the side; of CHN by the trainer. */
  function relabel(run: Play, n: number, noted: readonly Noted[], change: Relabelled): void {
    const { of, before, ...label } = change;
    if (of === 'alert') {
      run.do(changeLabel('alert', `A${n - before}`, label));
      return;
    }
    const written = noted.at(-1 - before);
    if (!written) return;
    const writer = personOf('PAK', 'releasing-authority');
    const incident = run.state.incidents[written.id.split('.')[0] as IncidentId];
    const [changed] = run
      .do(as(writer, changeLabel('note', written.id, label)))
      .filter(({ type }) => type === 'LabelChanged');
    if (changed?.type !== 'LabelChanged' || !incident) return;
    const stated = incident.statedMarking === undefined ? undefined : markingFrom(incident.statedMarking);
    written.ways.push([markingOf({ class: 'PAK', ...label }, writer), incident.marking, stated]);
  }

  function readTexts(reader: Account, run: Play): string[] {
    const read = seenBy(reader, run.log).flatMap(({ type, data }) => {
      const said = type === 'LabelDisclosed' ? (data as { said: { data: object } }).said.data : data;
      return (type === 'IncidentNoted' || type === 'LabelDisclosed') && 'text' in said ? [String(said.text)] : [];
    });
    return [...new Set(read)].toSorted();
  }

  /** The message that replaces the last one is withheld from most of its side. */
  const OVERTAKEN = [
    { class: 'CHN' as const, label: {}, kind: 'Update' as const, of: 1, passes: 0 },
    { class: 'CHN' as const, label: { tlp: 'TLP:RED' as const }, kind: 'Update' as const, of: 3, passes: 30_000 },
    { class: 'CHN' as const, label: {}, kind: 'Alert' as const, of: 2, passes: 30_000 },
    { class: 'CHN' as const, label: {}, kind: 'Alert' as const, of: 0, passes: 0 },
  ];
  /** Each of the two labels has readers whom the other does not have. */
  const NEITHER_LOWER = [
    {
      class: 'PAK' as const,
      label: { tlp: 'TLP:RED' as const, releasableTo: ['unit:police' as const] },
      kind: 'Alert' as const,
      of: 0,
      passes: 0,
    },
    { class: 'PAK' as const, label: { tlp: 'TLP:AMBER+STRICT' as const }, kind: 'Update' as const, of: 0, passes: 0 },
  ];

  it("a viewer's fold has the incidents and notifications in it that the viewer may read, and no others", () => {
    fc.assert(
      fc.property(
        fc.array(sent, { maxLength: 10 }),
        fc.array(noteLabels, { maxLength: 10 }),
        fc.array(relabels, { maxLength: 10 }),
        (alerts, notes, changes) => {
          const run = new Play(exercise());
          run.do(start());
          const noted: Noted[] = [];
          for (const [n, { kind, of, passes, ...text }] of alerts.entries()) {
            const references = kind === 'Alert' ? [] : [`A${of}`];
            // What is JOINT has no tear line.
            const { tearLine, ...others } = text.label;
            const stated = text.class === 'JOINT' || tearLine === undefined ? others : { ...others, tearLine };
            const deed: Deed = alert({ ...text, label: stated, id: `A${n}`, msgType: kind, references });
            run.do(deed);
            noted.push(...noteLatest(run, n, notes[n]));
            const change = changes[n];
            if (change) relabel(run, n, noted, change);
            run.do(until(run.clock + passes));
          }
          for (const reader of READERS)
            expect([reader.role, readTexts(reader, run)]).toEqual([reader.role, textsFor(reader, noted)]);
          for (const reader of READERS) {
            const state = folded(reader, run);
            const mine = Object.values(run.state.incidents).filter(
              (incident) =>
                streamsOf(incident.class).includes(streamFor(reader)) &&
                !isWithheld(reader, { incident: incident.id, label: incident.marking }),
            );
            const views = (known: State, ids: readonly string[]) =>
              JSON.parse(
                JSON.stringify(
                  Object.values(known.incidents)
                    .filter(({ id }) => ids.includes(id))
                    // Which alerts there are of it, a reader may not know of each.
                    .map((incident) => ({ ...incidentView(known, incident), policyVersion: 0, alertCount: 0 })),
                ),
              ) as { id: string; nextStepAt?: number; deadline?: number; alertCount: number }[];
            const ids = mine.map(({ id }) => id);
            expect(Object.keys(state.incidents).sort()).toEqual([...ids].sort());
            const byId = (list: { id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
            expect(byId(views(state, ids))).toEqual(byId(views(run.state, ids)));
            const asked = (known: State) =>
              byId(
                JSON.parse(
                  JSON.stringify(
                    Object.values(known.notifications)
                      .filter(({ incident }) => ids.includes(incident))
                      .map((one) => notificationView(known, one, one.class)),
                  ),
                ) as { id: string }[],
              );
            expect(asked(state)).toEqual(asked(run.state));
          }
        },
      ),
      {
        numRuns: 150,
        examples: [
          [OVERTAKEN, [], []],
          [NEITHER_LOWER, [{ tlp: 'TLP:GREEN' }, {}], []],
        ],
      },
    );
  });
});
