import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitCap } from '#contracts/cap/emit-cap.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import type { Alert } from '#domain/alert/alert.js';
import type { AnswerSender } from './answer-sender.js';
import { Journal } from './journal.js';
import { type Behaviour, Liaison } from './liaison.js';

const NOTIFICATION: Alert = {
  identifier: 'INC-0001.N1',
  sender: 'notifications@drill.exercise.example',
  sent: '2026-11-23T04:00:00-00:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Private',
  addresses: 'desk',
  info: [
    {
      category: ['Security'],
      event: 'Request for consular help',
      urgency: 'Expected',
      severity: 'Severe',
      certainty: 'Unknown',
      headline: 'Suspicious vehicle',
    },
  ],
  exercise: { releasability: { class: 'JOINT' } },
};
const { identifier, sender, sent } = NOTIFICATION;
const bytes = (alert: Alert): Buffer => Buffer.from(emitCap(alert, 'EX-1'));
const WITHDRAWAL = bytes({
  ...NOTIFICATION,
  identifier: 'INC-0001.N1.W',
  msgType: 'Cancel',
  references: [{ sender, identifier, sent }],
});

let folder: string;
let answers: { id: string; message: Alert }[];
let printed: string[];
/** What the API answers; undefined: the program is killed before it does. */
let outcome: string | undefined;
const journals: Journal[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-liaison-'));
  [answers, printed, outcome] = [[], [], 'applied'];
});

afterEach(() => {
  for (const journal of journals.splice(0)) journal.close();
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'state.ndjson');

/** The program, as it is after a start. */
function started(behaviour: Behaviour = 'ack'): Liaison {
  const journal = Journal.open(file());
  journals.push(journal);
  const api = {
    send: (id: string, message: string) => {
      answers.push({ id, message: parseCap(Buffer.from(message), { asExercise: false, exerciseEndsMs: 9e15 }).alert });
      return Promise.resolve(outcome);
    },
    stop: () => undefined,
  };
  const settings = { exercise: 'EX-1', unit: 'desk', behaviour, delayMs: 0, reason: 'busy' };
  const program = new Liaison(
    { ...settings, print: (line) => printed.push(line) },
    journal,
    api as unknown as AnswerSender,
  );
  program.resume();
  return program;
}

/** Timers of no length have run, and what they began. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

it('acknowledges a notification by the triple of its message, once', async () => {
  const program = started();
  program.receive('dlv_1', bytes(NOTIFICATION));
  program.receive('dlv_1', bytes(NOTIFICATION));
  await settled();
  expect(answers).toMatchObject([
    {
      message: {
        msgType: 'Ack',
        references: [{ sender, identifier, sent }],
        exercise: { releasability: { class: 'JOINT' } },
      },
    },
  ]);
  expect(printed).toEqual(['INC-0001.N1  Request for consular help: Suspicious vehicle', 'INC-0001.N1  acknowledged']);
});

it('answers after a restart what it had received, and nothing that it has answered', async () => {
  started('silent').receive('dlv_1', bytes(NOTIFICATION));
  expect(answers).toEqual([]);
  started();
  await settled();
  expect(answers).toHaveLength(1);
  started();
  await settled();
  expect(answers).toHaveLength(1);
});

it('sends the very same answer again that it was sending when it was killed', async () => {
  outcome = undefined;
  started().receive('dlv_1', bytes(NOTIFICATION));
  await settled();
  outcome = 'applied';
  started('decline');
  await settled();
  expect(answers).toHaveLength(2);
  expect(answers[1]).toEqual(answers[0]);
});

it('bears a file whose last line was cut off', async () => {
  started('silent').receive('dlv_1', bytes(NOTIFICATION));
  appendFileSync(file(), '{"type":"done","deliv');
  started('decline');
  await settled();
  expect(answers).toMatchObject([{ message: { msgType: 'Error', note: 'EXERCISE EX-1. busy' } }]);
  expect(readFileSync(file(), 'utf8').trimEnd().split('\n').at(-1)).toBe(
    '{"type":"done","delivery":"dlv_1","outcome":"applied"}',
  );
});

it('answers a reminder again, since the first answer may be lost', async () => {
  const program = started();
  program.receive('dlv_1', bytes(NOTIFICATION));
  await settled();
  program.receive('dlv_2', bytes(NOTIFICATION));
  await settled();
  expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
});

it('does not answer what is withdrawn, before and after a restart', async () => {
  const program = started('ask');
  program.receive('dlv_1', bytes(NOTIFICATION));
  program.receive('dlv_2', WITHDRAWAL);
  program.command('a');
  expect(printed.slice(1)).toEqual(['INC-0001.N1  withdrawn', 'Nothing waits for an answer.']);
  started();
  await settled();
  expect(answers).toEqual([]);
});

it('answers as a person says', async () => {
  const program = started('ask');
  program.receive('dlv_1', bytes(NOTIFICATION));
  program.receive('dlv_2', bytes({ ...NOTIFICATION, identifier: 'INC-0002.N1' }));
  program.command('what?');
  program.command('d INC-0002.N1 no car left');
  program.command('a');
  await settled();
  expect(answers.map(({ message }) => [message.msgType, message.note, message.references?.[0]?.identifier])).toEqual([
    ['Error', 'EXERCISE EX-1. no car left', 'INC-0002.N1'],
    ['Ack', 'EXERCISE EX-1.', 'INC-0001.N1'],
  ]);
});

it('takes nothing that it cannot read, and remembers nothing of it', () => {
  const program = started();
  expect(() => program.receive('dlv_1', Buffer.from('no message'))).toThrow('Not well-formed');
  expect(readFileSync(file(), 'utf8')).toBe('');
});
