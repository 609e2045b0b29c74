import { streamOf } from '../release/release.js';
import {
  alert,
  as,
  at,
  close,
  CONTROLLER,
  end,
  EVALUATOR,
  improve,
  observe,
  operatorOf,
  rate,
  resolve,
  until,
} from '../testing/deeds.js';
import { given, planned } from '../testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';

const police = pak('police', answers(MINUTE));
const embassy = chn('embassy', answers(MINUTE));
const scenario = smallExercise({
  units: [police, embassy],
  chain: chain([step('each-side', [ask(police), ask(embassy)])]),
  scenario: {
    expectations: [
      { id: 'e', kind: 'resolved', incident: 'a', objective: 'Response', weight: 1, deadline: { kind: 'end' } },
    ],
  },
});

describe('an evaluator', () => {
  it('puts observations, ratings and improvements on record while the exercise runs', () => {
    given(scenario, alert())
      .when(
        observe({ objective: 'Response', incident: 'INC-0001', evidence: [1, 2] }),
        observe({ kind: 'area-for-improvement' }),
        rate('Response', 'S'),
        improve({ observation: 'OBS-0002', objective: 'Response' }),
      )
      .thenAll(
        'T+00:00 ObservationRecorded OBS-0001 strength',
        'T+00:00 ObservationRecorded OBS-0002 area-for-improvement',
        'T+00:00 ObjectiveRated Response S',
        'T+00:00 ImprovementPlanned IMP-0001',
      );
  });

  it('goes on after ENDEX, at the time at which the clock stands, and is the only one who may', () => {
    given(scenario, alert(), at(MINUTE, end()))
      .when(
        until(5 * MINUTE),
        at(MINUTE, observe()),
        rate('Response', 'M'),
        improve(),
        as(EVALUATOR, alert({ id: 'A2' })),
      )
      .thenAll(
        'T+01:00 ObservationRecorded OBS-0001 strength',
        'T+01:00 ObjectiveRated Response M',
        'T+01:00 ImprovementPlanned IMP-0001',
        'T+01:00 CommandRefused SubmitAlert: NOT_PERMITTED',
      );
  });

  it('reads everything, and nobody of a side reads what was recorded', () => {
    expect(streamOf({ role: 'evaluator' })).toBe('all');
    const { events } = given(scenario, alert()).when(observe(), rate('Response', 'P'), improve());
    expect(events.map(({ seqs }) => Object.keys(seqs))).toEqual([['all'], ['all'], ['all']]);
  });

  it('may speak of an incident that is closed, but of none that there never was', () => {
    given(scenario, alert(), resolve('INC-0001'), close('INC-0001'))
      .when(observe({ incident: 'INC-0001' }), observe({ incident: 'INC-0002' }), observe({ incident: '__proto__' }))
      .thenAll(
        'T+00:00 ObservationRecorded OBS-0001 strength',
        'T+00:00 CommandRefused RecordObservation: UNKNOWN_INCIDENT',
        'T+00:00 CommandRefused RecordObservation: UNKNOWN_INCIDENT',
      );
  });

  it('cannot refer to what is not there', () => {
    given(scenario)
      .when(
        observe({ objective: 'Rescue' }),
        observe({ evidence: [99] }),
        observe({ evidence: [0.5] }),
        rate('Rescue', 'P'),
        improve({ observation: 'OBS-0001' }),
        improve({ observation: 'OBS-0000' }),
        improve({ objective: 'constructor' }),
      )
      .thenAll(
        'T+00:00 CommandRefused RecordObservation: UNKNOWN_OBJECTIVE',
        'T+00:00 CommandRefused RecordObservation: UNKNOWN_EVENT',
        'T+00:00 CommandRefused RecordObservation: UNKNOWN_EVENT',
        'T+00:00 CommandRefused RateObjective: UNKNOWN_OBJECTIVE',
        'T+00:00 CommandRefused PlanImprovement: UNKNOWN_OBSERVATION',
        'T+00:00 CommandRefused PlanImprovement: UNKNOWN_OBSERVATION',
        'T+00:00 CommandRefused PlanImprovement: UNKNOWN_OBJECTIVE',
      );
  });

  it('has nothing to evaluate before STARTEX', () => {
    planned(scenario).when(observe()).thenAll('T+00:00 CommandRefused RecordObservation: EXERCISE_NOT_RUNNING');
  });
});

it('a controller may evaluate, an operator may not', () => {
  given(scenario)
    .when(as(CONTROLLER, observe()), as(operatorOf('PAK'), observe()), as(operatorOf('CHN'), rate('Response', 'P')))
    .thenAll(
      'T+00:00 ObservationRecorded OBS-0001 strength',
      'T+00:00 CommandRefused RecordObservation: NOT_PERMITTED',
      'T+00:00 CommandRefused RateObjective: NOT_PERMITTED',
    );
});
