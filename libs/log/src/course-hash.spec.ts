import { commandId, incidentId } from '#domain/kernel/ids.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { Command, TimedCommand } from '#domain/kernel/command.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import { runRecorded } from '#domain/engine/virtual-run.js';
import { alert } from '#domain/testing/deeds.js';
import { answers, ask, chain, MINUTE, pak, SECOND, smallExercise, step } from '#domain/testing/small-exercise.js';
import { CourseHash } from './course-hash.js';
import { GENESIS_HASH, HashChain } from './hash-chain.js';

const SCENARIO = smallExercise({
  units: [pak('police', answers(20 * SECOND))],
  chain: chain([step('any', [ask('police')])]),
});

const TRAINER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };

type Deed = readonly [at: number, command: Command];

const submitted = alert().command as Command;
const start = (speed: number): Deed => [0, { type: 'StartExercise', data: { speed } }];
const pause = (at: number): Deed => [at, { type: 'PauseExercise', data: {} }];
const resume = (at: number): Deed => [at, { type: 'ResumeExercise', data: {} }];

function hashes(deeds: readonly Deed[], actor = TRAINER): { head: string; course: string } {
  const commands = deeds.map(([at, command], index): TimedCommand => ({
    ...command,
    id: commandId(`c${index}`),
    at: exerciseTime(at),
    actor,
  }));
  const log = runRecorded({ scenario: SCENARIO, seed: 'seed', commands, until: exerciseTime(SCENARIO.durationMs) });
  const chain = new HashChain(GENESIS_HASH);
  const course = new CourseHash();
  for (const event of [...log].flat() satisfies LoggedEvent[]) course.add(chain.add(event));
  return { head: chain.lastHash, course: course.hex };
}

describe('the hash of a course', () => {
  const plain = hashes([start(1), [MINUTE, submitted]]);

  it('is the same at another speed, with pauses, refusals and another trainer; the head hash is not', () => {
    const deeds: Deed[] = [
      start(500),
      [0, { type: 'StartExercise', data: { speed: 1 } }],
      pause(10),
      resume(10),
      [20, { type: 'SetSpeed', data: { speed: 2 } }],
      [30, { type: 'RunTo', data: { to: exerciseTime(10 * MINUTE) } }],
      [MINUTE, submitted],
      resume(10 * MINUTE + 1),
    ];
    const other = hashes(deeds, { kind: 'account', id: 'other', role: 'controller' });
    expect(other.course).toBe(plain.course);
    expect(other.head).not.toBe(plain.head);
  });

  it('is the same whatever evaluators write, and whatever becomes of the labels of that', () => {
    const label = { class: 'PAK', tlp: 'TLP:RED', reviewAt: '2026-01-01T09:05:00+05:00' } as const;
    const observed = { type: 'RecordObservation', data: { kind: 'strength', text: 'calm', label } } as const;
    const id = 'OBS-PAK-0001';
    const relabelled = { type: 'ChangeLabel', data: { of: 'observation', id, tlp: 'TLP:GREEN', reason: 'r' } } as const;
    const deeds: Deed[] = [start(1), [MINUTE, submitted], [2 * MINUTE, observed], [6 * MINUTE, relabelled]];
    const other = hashes(deeds);
    expect(other.course).toBe(plain.course);
    expect(other.head).not.toBe(plain.head);
  });

  it('is another one when something else happens, or at another time', () => {
    expect(hashes([start(1)]).course).not.toBe(plain.course);
    expect(hashes([start(1), [MINUTE + 1, submitted]]).course).not.toBe(plain.course);
    const note = { type: 'NoteIncident', data: { incident: incidentId('INC-0001'), text: 'n' } } as const;
    expect(hashes([start(1), [MINUTE, submitted], [2 * MINUTE, note]]).course).not.toBe(plain.course);
  });
});
