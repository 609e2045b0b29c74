/** Who is in charge of an incident: by policy, by choice of both sides, by assignment, and by a handover that the next one confirms. */
import type { Actor } from '../kernel/event.js';
import { incidentId } from '../kernel/ids.js';
import {
  alert,
  as,
  assign,
  confirmCommander,
  confirmHandover,
  type Deed,
  handOver,
  operatorOf,
  personOf,
  proposeCommander,
  resolve,
} from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, silentPolice, smallExercise, step } from '../testing/small-exercise.js';

const PAK = personOf('PAK', 'commander');
const CHN = personOf('CHN', 'commander');
const [PAK_ID, CHN_ID] = ['commander-PAK', 'commander-CHN'] as const;
const NEXT: Actor = { kind: 'account', id: 'next', role: 'operator', side: 'PAK' };
const id = 'INC-0001';
const parts = { units: [silentPolice], chain: chain([step('any', [ask(silentPolice)])]) };
const underWay = (...deeds: Deed[]) => given(smallExercise(parts), alert(), ...deeds);
const led = (lead: 'PAK' | 'CHN' | 'both') =>
  given(smallExercise({ ...parts, policy: { command: { lead } } }), alert());
const COMMAND = [
  'CommanderProposed',
  'CommanderChosen',
  'IncidentAssigned',
  'HandoverOffered',
  'HandedOver',
  'SideDecided',
  'IncidentResolved',
  'CommandRefused',
] as const;

describe('the incident commander', () => {
  it('is an account that one side proposes and the other confirms, and decides for both with a reason', () => {
    underWay()
      .when(
        as(PAK, confirmCommander(id, PAK_ID)),
        as(PAK, proposeCommander(id, PAK_ID)),
        as(PAK, confirmCommander(id, PAK_ID)),
        as(CHN, confirmCommander(id, 'somebody')),
        as(CHN, confirmCommander(id, PAK_ID)),
        as(CHN, proposeCommander(id, PAK_ID)),
        as(CHN, resolve(id)),
        as(PAK, resolve(id, ' ')),
        as(PAK, resolve(id)),
      )
      .thenOf(
        [...COMMAND],
        'T+00:00 CommandRefused ConfirmCommander: NOTHING_PROPOSED',
        'T+00:00 CommanderProposed INC-0001 PAK commander-PAK',
        'T+00:00 CommandRefused ConfirmCommander: NOTHING_PROPOSED',
        'T+00:00 CommandRefused ConfirmCommander: NOTHING_PROPOSED',
        'T+00:00 CommanderChosen INC-0001 commander-PAK',
        'T+00:00 CommandRefused ProposeCommander: ALREADY_IN_COMMAND',
        'T+00:00 SideDecided INC-0001 CHN resolve',
        'T+00:00 CommandRefused ResolveIncident: REASON_REQUIRED',
        'T+00:00 IncidentResolved INC-0001 (command)',
      );
  });

  it('is by policy the commander of one side, until both sides choose another one', () => {
    led('PAK')
      .when(as(CHN, resolve(id)), as(PAK, resolve(id)))
      .thenOf(['IncidentResolved'], 'T+00:00 IncidentResolved INC-0001 (command)');
    led('PAK')
      .when(as(operatorOf('PAK'), resolve(id)))
      .thenOf(['IncidentResolved']);
    led('both')
      .when(as(PAK, resolve(id)))
      .thenOf(['IncidentResolved']);
    led('PAK')
      .when(as(PAK, proposeCommander(id, CHN_ID)), as(CHN, confirmCommander(id, CHN_ID)), as(PAK, resolve(id)))
      .thenOf(['SideDecided', 'IncidentResolved'], 'T+00:00 SideDecided INC-0001 PAK resolve');
  });

  it('is of incidents of both sides only', () => {
    given(smallExercise(parts), alert({ class: 'PAK' }))
      .when(as(PAK, proposeCommander('PAK-0001', PAK_ID)), as(CHN, proposeCommander('PAK-0001', CHN_ID)))
      .thenAll(
        'T+00:00 CommandRefused ProposeCommander: NOT_JOINT',
        'T+00:00 CommandRefused ProposeCommander: UNKNOWN_INCIDENT',
      );
  });

  it('hands over with a briefing, and is in charge until the next one confirms', () => {
    const { state } = underWay(as(PAK, proposeCommander(id, PAK_ID)), as(CHN, confirmCommander(id, PAK_ID)))
      .when(
        as(CHN, handOver(id, CHN_ID)),
        as(PAK, handOver(id, 'next', 'two units on scene')),
        as(NEXT, resolve(id)),
        as(CHN, confirmHandover(id)),
        as(NEXT, confirmHandover(id)),
        as(NEXT, confirmHandover(id)),
        as(PAK, handOver(id, 'next')),
        as(NEXT, resolve(id)),
      )
      .thenOf(
        [...COMMAND],
        'T+00:00 CommandRefused HandOver: NOT_IN_CHARGE',
        'T+00:00 HandoverOffered INC-0001 command commander-PAK to next',
        'T+00:00 SideDecided INC-0001 PAK resolve',
        'T+00:00 CommandRefused ConfirmHandover: NOTHING_TO_CONFIRM',
        'T+00:00 HandedOver INC-0001 command commander-PAK to next',
        'T+00:00 CommandRefused ConfirmHandover: NOTHING_TO_CONFIRM',
        'T+00:00 CommandRefused HandOver: NOT_IN_CHARGE',
        'T+00:00 IncidentResolved INC-0001 (command)',
      );
    expect(state.incidents[incidentId(id)]?.commander).toBe('next');
  });
});

it('an incident is assigned within a side, and the other side does not know', () => {
  const { play } = underWay();
  const events = [
    as(operatorOf('PAK'), assign(id, 'operator-PAK')),
    as(operatorOf('PAK'), handOver(id, 'next')),
    as({ ...NEXT, side: 'CHN' }, confirmHandover(id)),
    as(NEXT, confirmHandover(id)),
  ].flatMap((deed) => play.do(deed));
  expect(events.map(({ type, audience }) => [type, audience])).toEqual([
    ['IncidentAssigned', 'PAK'],
    ['HandoverOffered', 'PAK'],
    ['CommandRefused', 'CHN'],
    ['HandedOver', 'PAK'],
  ]);
  expect(play.state.incidents[incidentId(id)]).toMatchObject({ assigned: { PAK: 'next' }, handovers: [] });
});
