/** Observations that evaluators release to a side: who reads them, what of them, and which labels contradict each other. */
import { evolveViewerState, openViewerState } from '../engine/viewer-state.js';
import { scenarioIn } from '../exercise/shown-scenario.js';
import type { LoggedEvent } from '../kernel/event.js';
import { SIDES, STREAMS, type Side, type Stream } from '../kernel/side.js';
import type { Reader } from '../release/label.js';
import { streamsOf } from '../release/release.js';
import { readerOfExport } from '../release/side-export.js';
import { eventFor } from '../release/shown.js';
import { alert, at, cancel, end, improve, observe, personOf, until, type Deed } from '../testing/deeds.js';
import { given, mustBeSound } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';

const police = pak('police');
const embassy = chn('embassy');
const scenario = smallExercise({
  units: [police, embassy],
  chain: chain([step('any', [ask(police)])]),
  scenario: {
    expectations: [
      { id: 'e', kind: 'resolved', incident: 'a', objective: 'Response', weight: 1, deadline: { kind: 'end' } },
    ],
  },
});
const STREAM: Readonly<Record<Side, Stream>> = { PAK: 'pak', CHN: 'chn' };
const played = (...deeds: Deed[]) => given(scenario, ...deeds).play;

/** What a reader of the stream sees of the observations, by text; `Withheld` in the place of one that it may not read. */
function seen(log: readonly LoggedEvent[], stream: Stream, reader: Reader): string[] {
  return log
    .filter(({ type, audience }) => type === 'ObservationRecorded' && streamsOf(audience).includes(stream))
    .map((event) => eventFor({ stream, reader }, event))
    .map(({ type, data }) => (type === 'ObservationRecorded' ? (data as { text: string }).text : type));
}

function person(side: Side | undefined, role: string): Reader {
  return { kind: 'account', id: `${role}-1`, role, side };
}

describe('an observation', () => {
  const recorded = played(
    observe({ text: 'control' }),
    observe({ text: 'both', label: { class: 'JOINT' } }),
    observe({ text: 'all', label: { class: 'JOINT', tlp: 'TLP:CLEAR' } }),
    observe({ text: 'pak', label: { class: 'PAK' } }),
    observe({ text: 'chn', label: { class: 'CHN', tlp: 'TLP:AMBER+STRICT' } }),
    observe({ text: 'red', label: { class: 'PAK', tlp: 'TLP:RED', releasableTo: ['role:commander'] } }),
  ).log;

  it('is read by those to whom it is released, and by nobody of a side without a label', () => {
    expect(seen(recorded, 'pak', person('PAK', 'operator'))).toEqual(['both', 'all', 'pak', 'Withheld']);
    expect(seen(recorded, 'pak', person('PAK', 'commander'))).toEqual(['both', 'all', 'pak', 'red']);
    expect(seen(recorded, 'chn', person('CHN', 'operator'))).toEqual(['both', 'all', 'chn']);
    expect(seen(recorded, 'chn', person('CHN', 'liaison'))).toEqual(['both', 'all', 'Withheld']);
    expect(seen(recorded, 'joint', person(undefined, 'wall'))).toEqual(['Withheld', 'all']);
    expect(seen(recorded, 'all', person(undefined, 'evaluator'))).toHaveLength(6);
  });

  it('is in the export of the side to which it is released', () => {
    const exported = (side: Side, includesRed = false) =>
      seen(recorded, STREAM[side], readerOfExport(side, includesRed));
    expect(exported('PAK')).toEqual(['both', 'all', 'pak', 'Withheld']);
    expect(exported('PAK', true)).toEqual(['both', 'all', 'pak', 'red']);
    expect(exported('CHN')).toEqual(['both', 'all', 'chn']);
  });

  it('is counted for each class, so that a number says nothing of those that its reader may not know of', () => {
    const ids = played(
      observe(),
      observe({ label: { class: 'PAK' } }),
      observe({ label: { class: 'JOINT' } }),
      observe({ label: { class: 'CHN' } }),
      observe({ label: { class: 'PAK' } }),
      observe(),
    ).log.flatMap((event) => (event.type === 'ObservationRecorded' ? [event.data.observation] : []));
    expect(ids).toEqual(['OBS-0001', 'OBS-PAK-0001', 'OBS-JOINT-0001', 'OBS-CHN-0001', 'OBS-PAK-0002', 'OBS-0002']);
  });

  it('says neither its objective nor its evidence to a side: the numbers count events of the other one', () => {
    const { log } = played(
      alert(),
      observe({ label: { class: 'JOINT' }, objective: 'Response', evidence: [1, 2], recommendation: 'train' }),
    );
    const event = log.find(({ type }) => type === 'ObservationRecorded') as LoggedEvent;
    const shown = (stream: Stream, role: string) => eventFor({ stream, reader: person(undefined, role) }, event).data;
    expect(shown('all', 'controller')).toMatchObject({ objective: 'Response', evidence: [1, 2] });
    expect(shown('pak', 'operator')).toEqual({
      observation: 'OBS-JOINT-0001',
      kind: 'strength',
      text: 'quick and calm',
      recommendation: 'train',
      label: { tlp: 'TLP:GREEN' },
    });
  });

  it.each(SIDES)(
    'of the other side or of control leaves no trace in what %s reads, during the exercise and after',
    (side) => {
      const other: Side = side === 'PAK' ? 'CHN' : 'PAK';
      const hidden = [observe({ text: 'secret' }), observe({ text: 'secret', label: { class: other } })];
      const shared = [
        observe({ label: { class: side } }),
        at(2 * MINUTE, end()),
        observe({ label: { class: 'JOINT' } }),
      ];
      const read = (log: readonly LoggedEvent[]) =>
        log
          .filter(({ seqs }) => seqs[STREAM[side]] !== undefined)
          .map((event) => {
            const shown = eventFor({ stream: STREAM[side], reader: person(side, 'commander') }, event);
            return [event.seqs[STREAM[side]], shown.type, shown.data, shown.audience];
          });
      const withHidden = played(alert(), ...hidden, ...shared, ...hidden);
      expect(read(withHidden.log)).toEqual(read(played(alert(), ...shared).log));
      expect(read(withHidden.log).at(-1)?.[1]).toBe('ObservationRecorded');
      mustBeSound(withHidden);
    },
  );

  it('is folded by a viewer of each stream, after ENDEX, too', () => {
    const { log } = played(
      alert(),
      observe({ label: { class: 'JOINT' } }),
      end(),
      observe({ label: { class: 'JOINT' } }),
    );
    for (const stream of STREAMS) {
      const state = openViewerState(stream, scenarioIn(stream, scenario));
      const reader = personOf('PAK', 'observer') as Reader & { kind: 'account' };
      for (const event of log.filter(({ seqs }) => seqs[stream] !== undefined)) {
        const { type, at: time, data, cause, actor, audience } = eventFor({ stream, reader }, event);
        const shown = { seq: event.seqs[stream] ?? 0, type, at: time, data, cause, actor, audience };
        evolveViewerState(state, stream, shown);
      }
      expect([stream, state.evaluation?.released]).toEqual([stream, { JOINT: 2 }]);
    }
  });
});

describe('the label of an observation', () => {
  const codes = (...deeds: Deed[]) =>
    played(...deeds).log.flatMap((event) => (event.type === 'CommandRefused' ? [event.data.code] : []));
  const own = alert({ id: 'A1', class: 'PAK' });

  it('is refused where it contradicts itself or names a unit that there is not', () => {
    expect(
      codes(
        observe({ label: { class: 'JOINT', tlp: 'TLP:RED' } }),
        observe({ label: { class: 'JOINT', tlp: 'TLP:AMBER+STRICT' } }),
        observe({ label: { class: 'PAK', tlp: 'TLP:RED', releasableTo: ['unit:nobody'] } }),
        observe({ label: { class: 'PAK', tlp: 'TLP:RED', releasableTo: ['unit:police'] } }),
      ),
    ).toEqual(['LABEL_CONTRADICTION', 'LABEL_CONTRADICTION', 'UNKNOWN_RECIPIENT']);
  });

  it('is refused for readers who may not know of the incident that it names, which is open or has ended', () => {
    const about = (releaseClass: 'JOINT' | Side) => observe({ incident: 'PAK-0001', label: { class: releaseClass } });
    expect(codes(own, about('JOINT'), about('CHN'), about('PAK'))).toEqual(Array(2).fill('LABEL_CONTRADICTION'));
    expect(codes(own, cancel('PAK-0001', 'over'), about('CHN'), about('PAK'))).toEqual(['LABEL_CONTRADICTION']);
    expect(codes(alert(), observe({ incident: 'INC-0001', label: { class: 'CHN' } }))).toEqual([]);
  });

  it('is at least that of the incident that it names, which is open or has ended', () => {
    const red = alert({ id: 'A1', class: 'PAK', label: { tlp: 'TLP:RED', releasableTo: ['unit:police'] } });
    const about = observe({ text: 'seen', incident: 'PAK-0001', label: { class: 'PAK' } });
    const { log } = played(red, about, cancel('PAK-0001', 'over'), about, until(MINUTE));
    expect(seen(log, 'pak', person('PAK', 'operator'))).toEqual(['Withheld', 'Withheld']);
    expect(seen(log, 'pak', person('PAK', 'releasing-authority'))).toEqual(['seen', 'seen']);
  });
});

it('an improvement answers an observation of any class that there is', () => {
  const { log } = played(
    observe({ label: { class: 'PAK' } }),
    improve({ observation: 'OBS-PAK-0001' }),
    improve({ observation: 'OBS-0001' }),
    improve({ observation: 'OBS-CHN-0001' }),
    improve({ observation: 'OBS-PAK-0002' }),
  );
  expect(log.map(({ type }) => type)).toEqual([
    'ExerciseStarted',
    'ObservationRecorded',
    'ImprovementPlanned',
    ...Array(3).fill('CommandRefused'),
  ]);
  expect(log.at(-1)?.data).toMatchObject({
    code: 'UNKNOWN_OBSERVATION',
    message: 'there is no observation "OBS-PAK-0002"; the last ones are OBS-PAK-0001',
  });
});
