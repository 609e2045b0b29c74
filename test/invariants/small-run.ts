/** A short run of the real inbox, ledger and runner in this process, for the checker's own spec. */
import type { Reader } from '#domain/release/label.js';
import { setImmediate as turn } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import {
  answers,
  ask,
  chain,
  chn,
  declines,
  MINUTE,
  moves,
  pak,
  SECOND,
  SILENT,
  smallExercise,
  step,
} from '#domain/testing/small-exercise.js';
import type { Actor } from '#domain/kernel/event.js';
import { STREAMS } from '#domain/kernel/side.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import type { SubmittedCommand } from '#infra/inbox/submission.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { eventJson, EventReader } from '#infra/log/event-reader.js';
import type { EventView } from '#contracts/http/events.js';
import { ExerciseRunner } from '../../apps/worker/src/advance/exercise-runner.js';
import { unitRows } from '../../apps/api/src/exercises/exercise-views.js';
import { StreamRecorder } from './stream-recorder.js';

export interface SmallRun {
  readonly exerciseId: string;
  readonly acknowledged: readonly string[];
  /** One client for each stream, as complete as it can be. */
  readonly streams: () => Promise<StreamRecorder[]>;
}

const TRAINER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };

const SCENARIO = smallExercise({
  units: [
    pak('police', moves(answers(20 * SECOND), 20 * SECOND, MINUTE, MINUTE), { capacity: 3 }),
    pak('guard', SILENT),
    chn('consulate', declines(10 * SECOND)),
    chn('embassy', answers(3 * MINUTE), { capacity: 100 }),
  ],
  chain: chain(
    [
      step('each-side', [ask('police'), ask('guard'), ask('consulate', 'consular')], { ackWithinMs: 2 * MINUTE }),
      step('each-side', [ask('embassy', 'consular'), ask('guard', 'secure')], { ackWithinMs: 4 * MINUTE }),
    ],
    { repeat: 1, remindEveryMs: MINUTE, ackExpiresMs: 10 * MINUTE, expireAfterMs: 15 * MINUTE },
  ),
  policy: { closeAfterMs: 5 * MINUTE },
});

/** Runs from STARTEX to ENDEX at a thousand times the speed: alerts of each class, answers, refusals, a pause. */
export async function smallRun(dataSource: DataSource): Promise<SmallRun> {
  const exercises = new ExerciseStore(dataSource);
  const created = await exercises.create({
    scenario: SCENARIO,
    createdBy: 'trainer',
    units: unitRows(SCENARIO, 'sample'),
  });
  if (!created) throw new Error('the exercise was not created');
  const { id: exerciseId } = created;
  const writer = new InboxWriter(dataSource);
  const nothing = () => undefined;
  const deaf = { due: nothing, advanced: nothing, grown: nothing, leftAlone: nothing, gone: nothing };
  const runner = new ExerciseRunner(new Ledger(dataSource), exercises, deaf);
  const acknowledged: string[] = [];
  const send = async (...commands: SubmittedCommand[]): Promise<void> => {
    const submitted = await writer.submit({ exerciseId, commands, actor: TRAINER });
    acknowledged.push(...submitted.map(({ commandId }) => commandId));
    await runner.run(exerciseId);
  };
  let ids = 0;
  const command = (type: SubmittedCommand['type'], data: object = {}): SubmittedCommand => ({
    commandId: `command-${++ids}`,
    type,
    data,
  });
  /** Until the exercise's clock has gone on by this much: seconds of it are milliseconds of ours. */
  const runOn = async (exerciseMs: number): Promise<void> => {
    for (const until = performance.now() + exerciseMs / 1000; performance.now() < until; await turn()) {
      await runner.run(exerciseId);
    }
  };

  await send(command('StartExercise', { speed: 1000 }));
  await send(...Array.from({ length: 12 }, (_, index) => alert(index)));
  await runOn(2 * MINUTE);
  await send(
    command('NoteIncident', { incident: 'INC-0001', text: 'for those who run the exercise' }),
    command('NoteIncident', { incident: 'PAK-0001', text: 'for PAK', shared: true }),
  );
  await send(command('AcknowledgeNotification', { notification: 'INC-0001.N2' }));
  await send(command('DeclineNotification', { notification: 'INC-9999.N1', reason: 'nothing of ours' }));
  await send(
    command('SetDuty', { unit: 'guard', duty: 'off' }),
    command('SetLink', { side: 'CHN', link: { status: 'down' } }),
  );
  await send(command('PauseExercise'));
  await send(alert(20), command('ResolveIncident', { incident: 'PAK-0001' }));
  await runOn(2 * MINUTE);
  await send(command('ResumeExercise'));
  await send(
    command('SetLink', { side: 'CHN', link: { status: 'up' } }),
    ...Array.from({ length: 6 }, (_, index) => alert(30 + index)),
  );
  await runOn(25 * MINUTE);
  await send(command('SetSpeed', { speed: 500 }), alert(40));
  await send(command('EndExercise'));
  await writer.close();
  return { exerciseId, acknowledged, streams: () => record(dataSource, exerciseId) };
}

const CLASSES = ['JOINT', 'JOINT', 'PAK', 'CHN'] as const;
const CATEGORIES = ['Security', 'Fire', 'Health'] as const;

function alert(number: number): SubmittedCommand {
  const alertId = `ALT-${number}`;
  const info = {
    category: [CATEGORIES[number % 3]],
    event: 'Alarm',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Likely',
  };
  const data = {
    alertId,
    references: [],
    alert: {
      identifier: `a${number}`,
      sender: 'gate@exercise.example',
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
      msgType: 'Alert',
      scope: 'Public',
      info: [info],
      exercise: { site: number % 2 === 0 ? 'plant' : 'port', releasability: { class: CLASSES[number % 4] } },
    },
  };
  return { commandId: alertId, type: 'SubmitAlert', data };
}

const EVERYTHING: Reader = { kind: 'account', id: '', role: 'controller' };

async function record(dataSource: DataSource, exerciseId: string): Promise<StreamRecorder[]> {
  const reader = new EventReader(dataSource);
  const recorders = STREAMS.map((stream) => new StreamRecorder(`client of ${stream}`, stream));
  for (const recorder of recorders) {
    for (;;) {
      const { events, more } = await reader.after(exerciseId, recorder.stream, recorder.last, 100);
      recorder.receive(events.map((event) => JSON.parse(eventJson(event, EVERYTHING)) as EventView));
      if (!more) break;
    }
  }
  return recorders;
}
