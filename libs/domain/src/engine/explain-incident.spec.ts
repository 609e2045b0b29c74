import { STARTEX } from '../kernel/exercise-time.js';
import { incidentId } from '../kernel/ids.js';
import fc from 'fast-check';
import type { CommandType, TimedCommand } from '../kernel/command.js';
import type { Actor } from '../kernel/event.js';
import { execute, fold } from '../engine/engine.js';
import { open, serialise } from '../engine/open.js';
import {
  acknowledge,
  alert,
  askUnit,
  at,
  close,
  CONTROLLER,
  decline,
  end,
  operatorOf,
  resolve,
  restart,
  setDuty,
  until,
  type Deed,
} from '../testing/deeds.js';
import { alerted, given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import { explainIncident, MOST_TRIED, type PossibleAct } from './explain-incident.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, { ...PLAYED, authority: ['respond'] });
const embassy = chn('embassy', undefined, { ...PLAYED, authority: ['consular', 'inform'] });
const UNITS = [police, rescue, embassy];
const CHAIN = chain([step('each-side', [ask(police), ask(embassy)]), step('any', [ask(rescue)], { delayMs: MINUTE })]);

const explained = (deeds: Deed[], actor = CONTROLLER) => {
  const { play } = alerted(UNITS, CHAIN).when(...deeds);
  return explainIncident(play.state, incidentId('INC-0001'), actor, play.clock);
};
const of = (acts: readonly PossibleAct[], command: CommandType) => acts.filter((act) => act.command === command);

describe('the explanation of an incident', () => {
  it('shows for each chain its step, who has answered, and when it goes on', () => {
    const { chains, joint } = explained([acknowledge('INC-0001.N1')]);
    expect(joint).toBe('partial');
    expect(chains).toMatchObject([
      {
        chain: 'standard',
        status: 'active',
        step: 0,
        steps: 2,
        stepId: 'police+embassy',
        requirement: 'each-side',
        met: false,
        impossible: false,
        missingSides: ['CHN'],
        deadline: 5 * MINUTE,
        nextStepAt: 5 * MINUTE,
        questions: [
          { unit: 'police', action: 'respond', state: 'answered', notification: 'INC-0001.N1' },
          { unit: 'embassy', action: 'consular', state: 'open', notification: 'INC-0001.N2', status: 'delivered' },
        ],
      },
    ]);
  });

  it('says why a question has ended, and what the next step waits for', () => {
    const { chains } = explained([decline('INC-0001.N2', 'no staff')]);
    expect(chains).toMatchObject([
      {
        status: 'delayed',
        step: 1,
        deadline: undefined,
        nextStepAt: MINUTE,
        questions: [{ unit: 'rescue', state: 'not-asked' }],
      },
    ]);
    const halted = explained([acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2')]).chains;
    expect(halted).toMatchObject([{ status: 'halted', met: true, nextStepAt: undefined }]);
    const declined = given(
      smallExercise({ units: UNITS, chain: chain([step('any', [ask(police), ask(rescue)])]) }),
      alert(),
      decline('INC-0001.N1', 'no fuel'),
    ).play;
    expect(explainIncident(declined.state, incidentId('INC-0001'), CONTROLLER).chains[0]?.questions[0]).toMatchObject({
      state: 'ended',
      status: 'declined',
      reason: 'no fuel',
    });
  });

  it('says whom a step cannot ask, and why', () => {
    const { chains } = explained([setDuty('rescue', 'off'), decline('INC-0001.N2')]);
    expect(chains).toMatchObject([{ step: 1, unreached: [{ target: 'rescue', reason: 'off-duty' }] }]);
  });

  it('offers a side its own units only, and what nobody was asked for', () => {
    const asked = (actor = CONTROLLER) =>
      of(explained([], actor).possible, 'AskUnit').map(({ unit, action }) => [unit, action]);
    expect(asked(operatorOf('CHN'))).toEqual([['embassy', 'inform']]);
    expect(asked(operatorOf('PAK'))).toContainEqual(['rescue', 'respond']);
    expect(asked(operatorOf('PAK'))).not.toContainEqual(['police', 'respond']);
    const { possible } = explained([], operatorOf('PAK'));
    expect(of(possible, 'OverrideAcknowledgement')).toEqual([]);
    expect(of(possible, 'AcknowledgeNotification').map(({ unit }) => unit)).toEqual(['police']);
    expect(of(explained([]).possible, 'OverrideAcknowledgement')).toEqual([
      { command: 'OverrideAcknowledgement', side: 'PAK', needs: ['reason'] },
      { command: 'OverrideAcknowledgement', side: 'CHN', needs: ['reason'] },
    ]);
  });

  it('offers a chain that has gone through all of its steps to be started again', () => {
    const { possible } = explained([until(60 * MINUTE)]);
    expect(of(possible, 'RestartChain')).toEqual([{ command: 'RestartChain', chain: 'standard', needs: [] }]);
    expect(of(possible, 'EscalateIncident')).toEqual([]);
  });

  it('offers nothing that the role may not do, nor after the end', () => {
    const { play } = alerted(UNITS, CHAIN);
    const actor: Actor = { kind: 'account', id: 'rel', role: 'releasing-authority', side: 'PAK' };
    expect(explainIncident(play.state, incidentId('INC-0001'), actor, STARTEX).possible).toEqual([
      { command: 'NoteIncident', needs: ['text'] },
    ]);
    expect(explained([end()]).possible).toEqual([]);
    expect(() => explained([resolve('INC-0001'), close('INC-0001')])).toThrow(
      expect.objectContaining({ code: 'INCIDENT_CLOSED' }),
    );
  });

  it('hides an incident of the other side like one that is not there', () => {
    const { state } = given(smallExercise({ units: UNITS, chain: CHAIN }), alert({ class: 'CHN' })).play;
    const code = (id: string) =>
      expect.objectContaining({ code: 'UNKNOWN_INCIDENT', message: expect.stringContaining(id) });
    for (const id of ['CHN-0001', 'CHN-0099']) {
      expect(() => explainIncident(state, incidentId(id), operatorOf('PAK'))).toThrow(code(id));
    }
  });

  it('tries a bounded number of units', () => {
    const many = Array.from({ length: MOST_TRIED + 50 }, (_, n) => pak(`p${n}`, undefined, PLAYED));
    const { state } = given(smallExercise({ units: many, chain: chain([step('any', [ask('p0')])]) }), alert()).play;
    const { possible, notTried } = explainIncident(state, incidentId('INC-0001'), CONTROLLER);
    expect(new Set(of(possible, 'AskUnit').map(({ unit }) => unit)).size).toBe(MOST_TRIED);
    expect(notTried).toBe(50);
  });

  it('offers only what is then taken, and changes nothing', () => {
    const deeds = fc.subarray([
      acknowledge('INC-0001.N1'),
      decline('INC-0001.N2'),
      setDuty('rescue', 'off'),
      at(10 * MINUTE, acknowledge('INC-0001.N3')),
      until(20 * MINUTE),
      askUnit('INC-0001', 'embassy', 'inform'),
      restart('INC-0001'),
      resolve('INC-0001'),
    ]);
    fc.assert(
      fc.property(deeds, fc.constantFrom(CONTROLLER, operatorOf('PAK'), operatorOf('CHN')), (some, actor) => {
        const { play } = alerted(UNITS, CHAIN).when(...some);
        const before = serialise(play.state);
        const { possible } = explainIncident(play.state, incidentId('INC-0001'), actor, play.clock);
        expect(serialise(play.state)).toBe(before);
        for (const { command, needs, ...data } of possible) {
          const copy = open(play.scenario, play.scenario.seed);
          fold(copy, play.log);
          const reason = needs.includes('reason') ? { reason: 'as explained' } : {};
          const timed = {
            id: 'try',
            at: play.clock,
            actor,
            type: command,
            data: { incident: 'INC-0001', ...data, ...reason },
          } as unknown as TimedCommand;
          expect([command, data, execute(copy, timed).refused?.code]).toEqual([command, data, undefined]);
        }
      }),
    );
  });
});
