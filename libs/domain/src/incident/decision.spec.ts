/** The decision log of an incident. */
import { alert, as, close, operatorOf, personOf, recordDecision, resolve } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, smallExercise, silentPolice, step } from '../testing/small-exercise.js';

const SCENARIO = smallExercise({ units: [silentPolice], chain: chain([step('any', [ask(silentPolice)])]) });
const decided = (...deeds: Parameters<typeof given> extends [unknown, ...infer D] ? D : never) =>
  given(SCENARIO, alert(), alert({ id: 'A2', class: 'PAK' })).when(...deeds);

describe('a decision', () => {
  it('is numbered for those who read it, as a note is', () => {
    const { events } = decided(
      as(operatorOf('PAK'), recordDecision('INC-0001')),
      as(personOf('CHN', 'commander'), recordDecision('INC-0001')),
      as(operatorOf('PAK'), recordDecision('INC-0001', true)),
      recordDecision('INC-0001'),
      as(operatorOf('PAK'), recordDecision('PAK-0001')),
      as(operatorOf('PAK'), recordDecision('INC-0001')),
    ).thenAll(
      'T+00:00 DecisionRecorded INC-0001.PAK.D1 hold the bus',
      'T+00:00 DecisionRecorded INC-0001.CHN.D1 hold the bus',
      'T+00:00 DecisionRecorded INC-0001.JOINT.D1 hold the bus',
      'T+00:00 DecisionRecorded INC-0001.CONTROL.D1 hold the bus',
      'T+00:00 DecisionRecorded PAK-0001.PAK.D1 hold the bus',
      'T+00:00 DecisionRecorded INC-0001.PAK.D2 hold the bus',
    );
    expect(events.map(({ audience }) => audience)).toEqual(['PAK', 'CHN', 'JOINT', 'CONTROL', 'PAK', 'PAK']);
    expect(events[0]?.data).toMatchObject({ options: ['hold the bus', 'turn back'], reason: 'the road is shut' });
  });

  it('is refused of what one may not know of, and of what has ended', () => {
    decided(
      as(operatorOf('CHN'), recordDecision('PAK-0001')),
      resolve('INC-0001'),
      close('INC-0001'),
      recordDecision('INC-0001'),
    ).thenOf(
      ['CommandRefused'],
      'T+00:00 CommandRefused RecordDecision: UNKNOWN_INCIDENT',
      'T+00:00 CommandRefused RecordDecision: INCIDENT_CLOSED',
    );
  });
});
