/** What changed facts do to the chains of an incident: new routes, graver, moved, lower. */
import type { Plain } from '../kernel/brand.js';
import { notificationId } from '../kernel/ids.js';
import { acknowledge, alert, at, report, until, type AlertText, type Deed } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, only, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { Chain, Condition, Policy } from '../policy/policy.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const units = [police, rescue, embassy];

const waiting = { ackWithinMs: 20 * MINUTE };

/** Alerts that match run `other`, all others `standard`. */
function routed(match: Condition, standard: Chain, other: Chain, ...deeds: Deed[]) {
  const policy: Partial<Plain<Policy>> = {
    route: { id: 'default', chain: 'standard', routes: [{ id: 'other', match, chain: 'other' }] },
    chains: { other },
  };
  return given(smallExercise({ units, chain: standard, policy }), alert(), ...deeds);
}

/** One chain for every alert. */
function unrouted(standard: Chain, ...deeds: Deed[]) {
  return given(smallExercise({ units, chain: standard }), alert(), ...deeds);
}

const update = (text: AlertText, id = 'A2', of = 'A1') => alert({ id, msgType: 'Update', references: [of], ...text });
const graver = update({ severity: 'Extreme' });
const moved = update({ site: 'port' });

const FIRE: Condition = { field: 'alert.category', equals: 'Fire' };
const EXTREME: Condition = { field: 'alert.severity', equals: 'Extreme' };
const MINOR: Condition = { field: 'alert.severity', equals: 'Minor' };
const PORT: Condition = { field: 'site.id', equals: 'port' };

describe('facts that match another route', () => {
  it('start its chain like any chain: it counts what was answered before', () => {
    routed(FIRE, only(police), chain([step('all', [ask(police), ask(rescue)], waiting)]), acknowledge('INC-0001.N1'))
      .when(update({ category: 'Fire' }))
      .thenAll(
        'T+00:00 AlertAccepted A2 referenced INC-0001',
        'T+00:00 AlertSuperseded A1 by A2',
        'T+00:00 IncidentChanged INC-0001 categories',
        'T+00:00 ChainStarted INC-0001 other',
        'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)',
        'T+00:00 NotificationSent INC-0001.N2 rescue',
        'T+00:00 NotificationDelivered INC-0001.N2 rescue',
      )
      .when(acknowledge('INC-0001.N2'))
      .thenEscalation('T+00:00 ChainHalted INC-0001 other/0');
  });

  it('stop no chain at work that they no longer match', () => {
    routed(FIRE, only(police), only(rescue))
      .when(at(MINUTE, update({ category: 'Fire' })), until(20 * MINUTE))
      .thenEscalation(
        'T+01:00 ChainStarted INC-0001 other',
        'T+01:00 StepStarted INC-0001 other/0 rescue=N2 (start)',
        'T+20:00 EscalationExhausted INC-0001 standard',
      );
  });

  it('start its chain whichever fact the route asks about', () => {
    routed({ field: 'alert.msgType', equals: 'Update' }, only(police), only(rescue))
      .when(update({}))
      .thenOf(
        ['IncidentChanged', 'ChainStarted', 'StepStarted'],
        'T+00:00 IncidentChanged INC-0001 other',
        'T+00:00 ChainStarted INC-0001 other',
        'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)',
      );
  });

  it('start no chain that has run already', () => {
    routed(FIRE, chain([step('any', [ask(police)])]), chain([step('any', [ask(rescue)])]))
      .when(update({ category: 'Fire' }), until(10 * MINUTE))
      .when(update({ category: 'Safety' }, 'A3', 'A2'), update({ category: 'Fire' }, 'A4', 'A3'))
      .thenEscalation();
  });

  it('may come with a plain alert that joins', () => {
    routed(FIRE, only(police), only(rescue))
      .when(alert({ id: 'A2', category: 'Fire', references: ['A1'] }))
      .thenEscalation('T+00:00 ChainStarted INC-0001 other', 'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)');
  });
});

describe('a lower severity', () => {
  it('alone starts no chain, though a route asks for it', () => {
    routed(MINOR, only(police), only(rescue))
      .when(update({ severity: 'Minor' }))
      .thenOf(['IncidentChanged', 'ChainStarted', 'ChainStopped'], 'T+00:00 IncidentChanged INC-0001 Severe to Minor');
  });

  it('with another fact starts the chain of a route that matches', () => {
    routed(FIRE, only(police), only(rescue))
      .when(update({ severity: 'Minor', category: 'Fire' }))
      .thenEscalation('T+00:00 ChainStarted INC-0001 other', 'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)');
  });

  // `changed` names the severity alone then, since a fact that only routes ask about is left out beside another.
  it('with another fact starts the chain of a route that asks about that one alone', () => {
    routed({ field: 'alert.msgType', equals: 'Update' }, only(police), only(rescue))
      .when(update({ severity: 'Minor' }))
      .thenEscalation('T+00:00 ChainStarted INC-0001 other', 'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)');
  });

  it('starts no chain later, when an alert changes nothing that the route asks about', () => {
    routed(MINOR, only(police), only(rescue), update({ severity: 'Minor' }))
      .when(alert({ id: 'A3', severity: 'Minor' }))
      .thenOf(['AlertAccepted', 'IncidentChanged', 'ChainStarted'], 'T+00:00 AlertAccepted A3 correlated INC-0001');
  });

  it('that goes back up to what it was is not graver: exhausted chains stay so', () => {
    unrouted(chain([step('any', [ask(police)])]), until(6 * MINUTE), update({ severity: 'Minor' }))
      .when(update({ severity: 'Severe' }, 'A3', 'A2'))
      .thenOf(['IncidentChanged', 'ChainStarted'], 'T+06:00 IncidentChanged INC-0001 Minor to Severe')
      .when(update({ severity: 'Extreme' }, 'A4', 'A3'))
      .thenOf(
        ['IncidentChanged', 'ChainStarted'],
        'T+06:00 IncidentChanged INC-0001 Severe to Extreme',
        'T+06:00 ChainStarted INC-0001 standard',
      );
  });
});

describe('an incident that gets graver', () => {
  it('starts an exhausted chain anew: who had acknowledged is asked again, what is open is kept and reminded', () => {
    const count = chain([step({ count: 2 }, [ask(police), ask(embassy)])]);
    unrouted(count, acknowledge('INC-0001.N1'), until(6 * MINUTE))
      .when(graver, acknowledge('INC-0001.N2'), acknowledge('INC-0001.N3'))
      .thenOf(
        ['ChainStarted', 'StepStarted', 'NotificationSent', 'NotificationReminded', 'ChainHalted'],
        'T+06:00 ChainStarted INC-0001 standard',
        'T+06:00 StepStarted INC-0001 standard/0 police=N3 embassy=N2 (start)',
        'T+06:00 NotificationSent INC-0001.N3 police',
        'T+06:00 NotificationReminded INC-0001.N2 embassy #2',
        'T+06:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('counts a unit that is under way, and does not ask it', () => {
    const count = chain([step({ count: 2 }, [ask(police), ask(embassy)])]);
    unrouted(count, acknowledge('INC-0001.N1'), report('INC-0001', 'police', 'enRoute'), until(6 * MINUTE))
      .when(graver, acknowledge('INC-0001.N2'))
      .thenEscalation(
        'T+06:00 ChainStarted INC-0001 standard',
        'T+06:00 StepStarted INC-0001 standard/0 embassy=N2 (start)',
        'T+06:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('starts the chain of a new route anew, too', () => {
    routed(EXTREME, only(police), chain([step('all', [ask(police)], waiting)]), acknowledge('INC-0001.N1'))
      .when(graver)
      .thenEscalation('T+00:00 ChainStarted INC-0001 other', 'T+00:00 StepStarted INC-0001 other/0 police=N2 (start)');
  });

  it('leaves a halted chain halted, be it that it no longer matches', () => {
    unrouted(only(police), acknowledge('INC-0001.N1')).when(graver).thenEscalation();
    routed(EXTREME, only(police), only(rescue), acknowledge('INC-0001.N1'))
      .when(graver)
      .thenEscalation('T+00:00 ChainStarted INC-0001 other', 'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)');
  });

  it('leaves a chain at work that still matches where it is', () => {
    unrouted(chain([step('any', [ask(police)]), step('any', [ask(rescue)])]))
      .when(at(4 * MINUTE, graver), until(5 * MINUTE))
      .thenEscalation('T+05:00 StepStarted INC-0001 standard/1 rescue=N2 (timeout)');
  });
});

describe('an incident that moves', () => {
  it.each([
    ['halted', 20, [acknowledge('INC-0001.N1')], 'N2'],
    ['exhausted', 20, [], 'N1'],
    ['at work', 19, [], 'N1'],
  ] as const)('starts a chain that is %s again', (_, minutes, deeds, asked) => {
    unrouted(only(police), ...deeds, until(minutes * MINUTE))
      .when(moved)
      .thenOf(
        ['IncidentChanged', 'ChainStopped', 'ChainStarted', 'StepStarted'],
        `T+${minutes}:00 IncidentChanged INC-0001 at port`,
        `T+${minutes}:00 ChainStarted INC-0001 standard`,
        `T+${minutes}:00 StepStarted INC-0001 standard/0 police=${asked} (start)`,
      );
  });

  it('starts a chain from its first step, for the units of the new place', () => {
    const here = pak('here', undefined, { ...PLAYED, jurisdiction: { sites: ['plant'] } });
    const there = pak('there', undefined, { ...PLAYED, jurisdiction: { sites: ['port'] } });
    const steps = [step('any', [{ kind: here.kind, action: 'respond' }]), step('any', [ask('embassy', 'advise')])];
    given(smallExercise({ units: [here, there, embassy], chain: chain(steps) }), alert())
      .when(at(6 * MINUTE, moved))
      .thenEscalation(
        'T+05:00 StepStarted INC-0001 standard/1 embassy=N2 (timeout)',
        'T+06:00 ChainStarted INC-0001 standard',
        'T+06:00 StepStarted INC-0001 standard/0 there=N3 (start)',
      );
  });

  it('stops chains at work that no longer match; what they asked stays open', () => {
    const { state } = routed(PORT, only(police), only(rescue))
      .when(moved)
      .thenEscalation(
        'T+00:00 ChainStopped INC-0001 standard (re-routed)',
        'T+00:00 ChainStarted INC-0001 other',
        'T+00:00 StepStarted INC-0001 other/0 rescue=N2 (start)',
      );
    expect(state.notifications[notificationId('INC-0001.N1')]?.status).toBe('delivered');
  });

  it('back starts the chain that was stopped again', () => {
    routed(PORT, only(police), only(rescue), moved)
      .when(update({ site: 'plant' }, 'A3', 'A2'))
      .thenEscalation(
        'T+00:00 ChainStopped INC-0001 other (re-routed)',
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 (start)',
      );
  });

  it('is one that gets its first site, too', () => {
    given(smallExercise({ units, chain: only(police) }), alert({ site: null }), acknowledge('INC-0001.N1'))
      .when(update({}))
      .thenOf(
        ['IncidentChanged', 'ChainStarted', 'StepStarted'],
        'T+00:00 IncidentChanged INC-0001 at plant',
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N2 (start)',
      );
  });

  it('counts a unit that is under way, and asks the others anew', () => {
    const all = chain([step('all', [ask(police), ask(rescue)], waiting)]);
    unrouted(all, acknowledge('INC-0001.N1'), report('INC-0001', 'police', 'onScene'), acknowledge('INC-0001.N2'))
      .when(moved, acknowledge('INC-0001.N3'))
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 rescue=N3 (start)',
        'T+00:00 ChainHalted INC-0001 standard/0',
      );
  });

  it('and gets graver starts each chain once', () => {
    unrouted(only(police, { onRaise: 'reacknowledge' }), acknowledge('INC-0001.N1'))
      .when(update({ severity: 'Extreme', site: 'port' }))
      .thenEscalation(
        'T+00:00 ChainStarted INC-0001 standard',
        'T+00:00 StepStarted INC-0001 standard/0 police=N2 (start)',
      );
  });
});
