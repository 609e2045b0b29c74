/** `reviewAt` in the labels of what people write, and the labels of observations, which are reviewed and changed like any other. */
import type { LabelledKind } from '../kernel/labelled-thing.js';
import {
  alert,
  as,
  cancel,
  changeLabel,
  decideRelease,
  end,
  note,
  observe,
  operatorOf,
  personOf,
  proposeRelease,
  recordDecision,
  send,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given, mustBeSound, type Play } from '../testing/given.js';
import { account, exercise, READERS, seenBy, type Account } from '../testing/readers.js';
import { MINUTE } from '../testing/small-exercise.js';

/** Of a scenario that names no start: T+30:00. */
const IN_HALF_AN_HOUR = '2026-01-01T09:30:00+05:00';
const AT_THE_START = '2026-01-01T09:00:00+05:00';

const authority = personOf('PAK', 'releasing-authority');
const ours = operatorOf('PAK');

/** Each writes with a label that has this `reviewAt`. */
const WRITES: readonly (readonly [LabelledKind, string, (reviewAt?: string) => Deed])[] = [
  ['note', 'PAK-0001.PAK.1', (reviewAt) => as(ours, note('PAK-0001', 'n', true, { reviewAt }))],
  ['decision', 'PAK-0001.PAK.D1', (reviewAt) => as(ours, recordDecision('PAK-0001', true, { reviewAt }))],
  ['message', 'MSG-PAK-0001', (reviewAt) => as(ours, send({ to: ['desk:PAK'], label: { class: 'PAK', reviewAt } }))],
  ['observation', 'OBS-PAK-0001', (reviewAt) => observe({ label: { class: 'PAK', reviewAt } })],
];

const due = ({ state }: Play) => Object.keys(state.labelReviews ?? {});
const codes = ({ log }: Play) => log.flatMap((event) => (event.type === 'CommandRefused' ? [event.data.code] : []));
const typesFor = (reader: Account, { log }: Play) => seenBy(reader, log).map(({ type }) => type);
const open = alert({ class: 'PAK' });

describe.each(WRITES)('the label of a %s', (of, id, write) => {
  it('is due for review when the story reaches its reviewAt, for those who may read it, until it is confirmed', () => {
    const { play } = given(exercise(), open, write(IN_HALF_AN_HOUR), until(29 * MINUTE));
    expect(due(play)).toEqual([]);
    play.do(until(30 * MINUTE));
    const owner = of === 'observation' ? {} : { owner: 'PAK' };
    expect(play.state.labelReviews).toMatchObject({ [`${of}:${id}`]: { of, id, ...owner, dueAt: 30 * MINUTE } });
    for (const reader of READERS) {
      const reads = reader.side === 'PAK' || reader.role === 'controller';
      expect([reader.role, typesFor(reader, play).includes('LabelReviewDue')]).toEqual([reader.role, reads]);
    }
    play.do(of === 'observation' ? changeLabel(of, id) : as(authority, changeLabel(of, id)));
    expect(due(play)).toEqual([]);
    mustBeSound(play);
  });

  it('is in the event that it came with', () => {
    const { play } = given(exercise(), open, write(IN_HALF_AN_HOUR));
    expect(play.log.at(-1)?.data).toMatchObject({ reviewAt: IN_HALF_AN_HOUR });
  });

  it('is refused with a reviewAt that has passed', () => {
    const { play } = given(exercise(), open, write(AT_THE_START), write(), write(IN_HALF_AN_HOUR));
    expect(codes(play)).toEqual(['TIME_HAS_PASSED']);
  });

  it('has no review without one', () => {
    const { play } = given(exercise(), open, write(), until(40 * MINUTE));
    expect(typesFor(account('controller'), play)).not.toContain('LabelReviewDue');
  });
});

it('a review goes with the incident of its note or decision', () => {
  const { play } = given(exercise(), open, ...WRITES.slice(0, 2).map(([, , write]) => write(IN_HALF_AN_HOUR)));
  play.do(cancel('PAK-0001', 'over'));
  play.do(until(31 * MINUTE));
  expect(due(play)).toEqual([]);
});

it('a note keeps its review when a release carries it over', () => {
  const { play } = given(
    exercise(),
    open,
    as(ours, note('PAK-0001', 'n', true, { reviewAt: IN_HALF_AN_HOUR })),
    proposeRelease('PAK-0001', { notes: ['PAK-0001.PAK.1'] }),
    as(authority, decideRelease('REL-PAK-0001')),
    until(30 * MINUTE),
  );
  expect(play.state.labelReviews).toMatchObject({ 'note:INC-0001.JOINT.1': { owner: 'PAK' } });
});

describe('the label of an observation', () => {
  const observer = account('observer', 'PAK');
  const RED = { tlp: 'TLP:RED', releasableTo: ['role:operator'] } as const;
  const evidence = { text: 'quick and calm', objective: undefined, evidence: [1] };

  it('is raised and lowered by controllers: who reads it from then on gets it, without its evidence', () => {
    const { play } = given(exercise(), observe({ ...evidence, label: { class: 'PAK' } }));
    play.do(changeLabel('observation', 'OBS-PAK-0001', RED));
    expect(typesFor(observer, play).at(-1)).toBe('LabelWithheld');
    expect(play.log.at(-1)?.data).toMatchObject({ seenBy: ['desk:PAK'], to: { tlp: 'TLP:RED' } });
    play.do(changeLabel('observation', 'OBS-PAK-0001'));
    const found = seenBy(observer, play.log).find(({ type }) => type === 'LabelDisclosed');
    expect(found?.data).toMatchObject({ id: 'OBS-PAK-0001', said: { data: { text: 'quick and calm' } } });
    expect(JSON.stringify(found?.data)).not.toContain('evidence');
    expect(typesFor(account('operator', 'CHN'), play)).toEqual(['ExerciseStarted']);
  });

  it('is changed by nobody else, and not where there is none', () => {
    const { play } = given(
      exercise(),
      observe({ label: { class: 'PAK' } }),
      observe(),
      as(authority, changeLabel('observation', 'OBS-PAK-0001')),
      as(personOf('CHN', 'commander'), changeLabel('observation', 'OBS-PAK-0001')),
      changeLabel('observation', 'OBS-0001'),
      changeLabel('note', 'OBS-PAK-0001'),
    );
    expect(codes(play)).toEqual(['NOT_YOUR_SIDE', 'UNKNOWN_OBSERVATION', 'UNKNOWN_OBSERVATION', 'UNKNOWN_NOTE']);
  });

  it('is at least that of its incident, and outlives it', () => {
    const { play } = given(exercise(), open, observe({ incident: 'PAK-0001', label: { class: 'PAK' } }));
    play.do(cancel('PAK-0001', 'over'));
    play.do(changeLabel('observation', 'OBS-PAK-0001', { tlp: 'TLP:GREEN' }));
    expect(play.log.at(-1)).toMatchObject({ type: 'LabelChanged', data: { to: { tlp: 'TLP:GREEN' } } });
  });

  it('has no review after ENDEX', () => {
    const { play } = given(exercise(), end(), observe({ label: { class: 'PAK', reviewAt: IN_HALF_AN_HOUR } }));
    expect(codes(play)).toEqual(['TIME_HAS_PASSED']);
  });
});
