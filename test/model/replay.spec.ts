/** A stored exercise that was altered does not agree with the model any more. */
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { TimedCommand } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { differenceIn } from './compare.js';
import { record } from './driver.js';
import { generate } from './generate.js';
import { replay, type Stored } from './replay.js';
import { TANDEM } from './tandem.js';

const SEED = 20_261_123;
const MANY = 300;

let exercises: readonly Stored[];

beforeAll(() => {
  exercises = Array.from({ length: MANY }, (_, n) => record(generate(SEED + n), TANDEM).stored);
});

const differenceOf = (stored: Stored) => differenceIn(replay(stored));

/** The first exercise with an event for which there is another in its place, with that one; null: with none. */
function altered(change: (event: LoggedEvent, stored: Stored) => LoggedEvent | null | undefined): Stored {
  for (const stored of exercises) {
    for (const [index, event] of stored.log.entries()) {
      const other = change(event, stored);
      if (other === undefined) continue;
      return { ...stored, log: other ? stored.log.with(index, other) : stored.log.toSpliced(index, 1) };
    }
  }
  throw new Error('there is no such event');
}

function behaviourOf({ scenario }: Stored, id: string) {
  return scenario.units.find((unit) => unit.id === id)?.behaviour;
}

type AnswerPlanned = Extract<LoggedEvent, { type: 'AnswerPlanned' }>;

/** Of a unit that draws its time, and always acknowledges. */
function withAnswer(change: Partial<AnswerPlanned['data']> | ((at: number) => Partial<AnswerPlanned['data']>)): Stored {
  return altered((event, stored) => {
    if (event.type !== 'AnswerPlanned' || event.data.at === null) return undefined;
    const { notification, at } = event.data;
    const sent = stored.log.find(({ type, data }) => type === 'NotificationSent' && data.notification === notification);
    const behaviour = sent?.type === 'NotificationSent' ? behaviourOf(stored, sent.data.unit) : undefined;
    if (behaviour?.acknowledge.kind !== 'uniform') return undefined;
    if (behaviour.declineChance > 0 || behaviour.silentChance > 0) return undefined;
    return { ...event, data: { ...event.data, ...(typeof change === 'function' ? change(at) : change) } };
  });
}

describe('a stored exercise', () => {
  it('agrees with the model as it was stored', () => {
    expect(exercises.map(differenceOf).filter(Boolean)).toEqual([]);
  });

  it.each<LoggedEvent['type']>([
    'NotificationReminded',
    'NotificationAcknowledged',
    'StepStarted',
    'ChainHalted',
    'UnitsInformed',
    'AlertSuperseded',
    'LinkChanged',
    'LabelChanged',
    'LabelDisclosed',
    'LabelReviewDue',
    'IncidentLabelChanged',
    'IncidentDisclosed',
    'InjectFired',
  ])('differs when its log lacks an event %s', (type) => {
    expect(differenceOf(altered((event) => (event.type === type ? null : undefined)))).toBeDefined();
  });

  it('differs when other people than before may read a thing whose label was changed', () => {
    const stored = altered((event) =>
      event.type === 'LabelChanged' && event.data.to.tlp === 'TLP:RED'
        ? { ...event, data: { ...event.data, label: { tlp: 'TLP:CLEAR' } } }
        : undefined,
    );
    expect(differenceOf(stored)).toBeDefined();
  });

  it('differs when a responder that draws its times has no plan to move', () => {
    const stored = altered((event, of) => {
      if (event.type !== 'MovementsPlanned') return undefined;
      return behaviourOf(of, event.data.unit)?.enRoute.kind === 'fixed' ? undefined : null;
    });
    expect(differenceOf(stored)).toMatchObject({
      model: expect.arrayContaining([expect.stringMatching(/plans no movements/)]),
    });
  });

  it.each<[string, Parameters<typeof withAnswer>[0], RegExp]>([
    [
      'answers later than it may',
      (at) => ({ at: exerciseTime(at + 60_001) }),
      /plans its answer after .* which is not within/,
    ],
    ['declines', { answer: 'decline' }, /never gives the answer decline/],
    ['is silent', { answer: 'silent', at: null }, /is never silent/],
  ])('differs when a unit %s, which its behaviour does not allow', (_what, change, says) => {
    const difference = differenceOf(withAnswer(change));
    expect(difference).toMatchObject({ model: expect.arrayContaining([expect.stringMatching(says)]) });
  });

  it('differs when a step starts for another reason, or a command is refused for one', () => {
    const step = altered((event) =>
      event.type === 'StepStarted' ? { ...event, data: { ...event.data, reason: 'manual' } } : undefined,
    );
    expect(differenceOf(step)).toBeDefined();
    const refusal = altered((event) =>
      event.type === 'CommandRefused' ? { ...event, data: { ...event.data, code: 'UNKNOWN_OBJECTIVE' } } : undefined,
    );
    expect(differenceOf(refusal)).toBeDefined();
  });

  it('differs when a command is missing, or came at another time', () => {
    const stored = exercises.find(({ commands }) => commands.some(({ type }) => type === 'SetLink'));
    if (!stored) throw new Error('there is no exercise with such a command');
    const withOther = (others: (command: TimedCommand) => TimedCommand[]): Stored => ({
      ...stored,
      commands: stored.commands.flatMap((command) => (command.type === 'SetLink' ? others(command) : [command])),
    });
    expect(differenceOf(withOther(() => []))).toBeDefined();
    expect(differenceOf(withOther((command) => [{ ...command, at: exerciseTime(command.at + 1) }]))).toBeDefined();
  });
});
